import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock, systemCtx, type Ctx } from '@zhanqun/kernel';
import { Db, LessThan, LessThanOrEqual, MoreThan, type SharedRepository } from '../db';
import { Bus } from './bus';
import { PURGE_WINDOW_MS, PurgeCursor } from './purge-cursor';
import { PurgeEntry } from './purge-entry.entity';

/** Instead of tags: the reader was away for longer than the log reaches back, or knows no position. */
export const EVERYTHING = 'everything';
export type Purge = readonly string[] | typeof EVERYTHING;
export type PurgeListener = (purge: Purge) => void | Promise<void>;

const CHANNEL = 'purge';
const POLL_MS = 1000;
const PAGE = 500;
/** A reader that was silent for this long asks first whether the log still reaches back to it. */
const LONG_SILENCE_MS = 60 * 60_000;
const TAG = /^[a-z]+(:[A-Za-z0-9_.-]+)*$/;

/**
 * 清除日志：which pages are outdated, in the order of commits. A purge is stored in the transaction that
 * makes pages outdated; readers hear of it by the bus and otherwise look once a second. Nothing is lost
 * when a process or the bus is away: `catchUp` continues where this process stopped.
 */
@Injectable()
export class PurgeLog implements BeforeApplicationShutdown {
  private readonly logger = new Logger('PurgeLog');
  private readonly listeners = new Set<PurgeListener>();
  private cursor: PurgeCursor | undefined;
  private lastRead: Date | null = null;
  private mustCheckHistory = false;
  private reading: Promise<void> | undefined;
  private nextReading: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private leaveBus: () => void = () => undefined;
  private isAway = false;

  constructor(
    private readonly db: Db,
    private readonly bus: Bus,
    private readonly clock: Clock,
  ) {}

  /** In the caller's transaction. This process has purged when the transaction call returns. */
  async add(ctx: Ctx, tags: readonly string[]): Promise<void> {
    const unique = [...new Set(tags)];
    const wrong = unique.find((tag) => !TAG.test(tag) || tag.length > 120);
    if (wrong !== undefined) throw new Error(`${wrong} is no purge tag`);
    if (unique.length === 0) return;
    const entries = this.db.shared(ctx, PurgeEntry);
    const entry = await entries.save(entries.build({ tags: unique }));
    this.db.afterCommit(ctx, async () => {
      await this.deliver([entry]);
      this.bus.publish(CHANNEL);
    });
  }

  /** From the first listener on this process reads the log. Returns what ends the subscription. */
  subscribe(listener: PurgeListener): () => void {
    this.listeners.add(listener);
    this.start();
    return () => void this.listeners.delete(listener);
  }

  /** Everything up to this entry was delivered: to be kept beside whatever outlives the process. */
  get position(): number | null {
    return this.cursor?.settled ?? null;
  }

  /** Continues at a kept position; without one the first `catchUp` says `everything`. */
  resume(position: number): void {
    this.cursor = new PurgeCursor(position);
    this.mustCheckHistory = true;
  }

  /** When the log was last read to its end. */
  get caughtUpAt(): Date | null {
    return this.lastRead;
  }

  /** Delivers all that was committed before the call. Rejects when the database is away. */
  catchUp(): Promise<void> {
    if (this.nextReading) return this.nextReading;
    if (!this.reading) return this.beginReading();
    this.nextReading = this.reading
      .catch(() => undefined)
      .then(() => {
        this.nextReading = undefined;
        return this.beginReading();
      });
    return this.nextReading;
  }

  /** Removes entries that no reader can miss any more; the newest one stays as a landmark. */
  async prune(ctx: Ctx, before: Date): Promise<number> {
    const entries = this.db.shared(ctx, PurgeEntry);
    const newest = await entries.findOne({}, { order: { id: 'DESC' } });
    if (!newest) return 0;
    return entries.removeWhere({ createdAt: LessThan(before), id: LessThan(newest.id) });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  /** Reads no more by itself; `catchUp` still works. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    this.leaveBus();
    await Promise.allSettled([this.reading, this.nextReading]);
  }

  private start(): void {
    if (this.timer) return;
    this.timer = setInterval(() => this.look(), POLL_MS).unref();
    this.leaveBus = this.bus.subscribe(CHANNEL, () => this.look());
    this.look();
  }

  private look(): void {
    if (!this.timer) return;
    this.catchUp().then(
      () => {
        this.isAway = false;
      },
      (error: Error) => {
        if (!this.isAway) this.logger.warn(`清除日志暂时读不到，将继续尝试：${error.message}`);
        this.isAway = true;
      },
    );
  }

  private beginReading(): Promise<void> {
    const reading = this.read().finally(() => {
      if (this.reading === reading) this.reading = undefined;
    });
    this.reading = reading;
    return reading;
  }

  private async read(): Promise<void> {
    const now = this.clock.now();
    const silence = this.lastRead ? now.getTime() - this.lastRead.getTime() : 0;
    if (silence > LONG_SILENCE_MS) this.mustCheckHistory = true;
    const cursor = await this.trustedCursor(now);
    const entries = this.entries(now);
    for (let afterId = cursor.settled, isMore = true; isMore;) {
      const page = await entries.select(['id', 'tags'], {
        where: { id: MoreThan(afterId) },
        order: { id: 'ASC' },
        take: PAGE,
      });
      await this.deliver(page);
      afterId = page.at(-1)?.id ?? afterId;
      isMore = page.length === PAGE;
    }
    cursor.settle(now.getTime());
    this.lastRead = now;
  }

  /** The cursor, or a new one after telling everybody to start from nothing. */
  private async trustedCursor(now: Date): Promise<PurgeCursor> {
    if (this.cursor && !(this.mustCheckHistory && !(await this.reachesBackTo(this.cursor.settled, now)))) {
      this.mustCheckHistory = false;
      return this.cursor;
    }
    const window = new Date(now.getTime() - PURGE_WINDOW_MS);
    const last = await this.entries(now).findOne({ createdAt: LessThan(window) }, { order: { id: 'DESC' } });
    this.cursor = new PurgeCursor(last?.id ?? 0);
    this.mustCheckHistory = false;
    await this.tell(EVERYTHING);
    return this.cursor;
  }

  private async reachesBackTo(position: number, now: Date): Promise<boolean> {
    const entries = this.entries(now);
    const [newest] = await entries.select(['id'], { order: { id: 'DESC' }, take: 1 });
    if ((newest?.id ?? 0) < position) return false;
    const [landmark] = await entries.select(['id'], { where: { id: LessThanOrEqual(position) }, take: 1 });
    if (landmark) return true;
    const [oldest] = await entries.select(['id'], { order: { id: 'ASC' }, take: 1 });
    return oldest === undefined || oldest.id === position + 1;
  }

  private async deliver(entries: readonly Pick<PurgeEntry, 'id' | 'tags'>[]): Promise<void> {
    const { cursor } = this;
    const fresh = cursor ? entries.filter(({ id }) => cursor.isNew(id)) : entries;
    if (fresh.length === 0) return;
    const nowMs = this.clock.now().getTime();
    fresh.forEach(({ id }) => cursor?.note(id, nowMs));
    await this.tell([...new Set(fresh.flatMap(({ tags }) => tags))]);
  }

  private async tell(purge: Purge): Promise<void> {
    for (const listener of this.listeners) {
      try {
        await listener(purge);
      } catch (error) {
        this.logger.error('清除缓存时出错', error instanceof Error ? error.stack : String(error));
      }
    }
  }

  private entries(now: Date): SharedRepository<PurgeEntry> {
    return this.db.shared(systemCtx(now), PurgeEntry);
  }
}
