import { Logger } from '@nestjs/common';
import { EVERYTHING, type Purge, type PurgeLog } from '@zhanqun/platform';
import type { Clock } from '@zhanqun/kernel';
import type { PageStore } from '../cache/page-store';
import type { PublicSite } from './public-site';

const KEEP_POSITION_MS = 2_000;

/** Brings the purge log to the pages of this process, and keeps page files in step with it. */
export class PurgeReader {
  private readonly logger = new Logger(PurgeReader.name);
  private timer: NodeJS.Timeout | undefined;
  private leave: () => void = () => undefined;
  private store: PageStore | null = null;
  private hasCaughtUp = false;

  constructor(
    private readonly log: PurgeLog,
    private readonly site: PublicSite,
    private readonly clock: Clock,
    private readonly staleSeconds: number,
    private readonly newStore: () => PageStore,
  ) {}

  /**
   * From here on purges reach this process. Called after all modules are up, so that site directory and
   * channel trees, which subscribed earlier, are fresh before a purged page can be made again.
   */
  listen(): void {
    this.leave();
    this.leave = this.log.subscribe((purge) => this.apply(purge));
  }

  /**
   * Takes page files into use. Resolves when everything purged while nobody was looking is out of
   * service; with the database away files only stand in until the log can be read.
   */
  async openFiles(): Promise<void> {
    const store = this.newStore();
    this.store = store;
    this.site.keepFiles({ store, isCaughtUp: () => this.hasCaughtUp });
    const position = await store.leastPosition();
    // Nobody knows what was purged since these files were written.
    if (position === null) await store.purgeEverything();
    else this.log.resume(position);
    this.listen();
    await this.catchUp(store);
    this.timer = setInterval(() => void this.keepStep(store), KEEP_POSITION_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.leave();
    await this.site.settled();
    if (this.hasCaughtUp) await this.store?.keepPosition(this.log.position, true);
  }

  private apply(purge: Purge): Promise<void> {
    return purge === EVERYTHING ? this.site.purgeEverything() : this.site.purge(purge);
  }

  private async catchUp(store: PageStore): Promise<void> {
    try {
      await this.log.catchUp();
    } catch (error) {
      this.logger.warn(`清除日志暂时读不到，页面文件只作降级使用：${String(error)}`);
      return;
    }
    this.hasCaughtUp = true;
    const now = this.clock.now().getTime();
    await store.keepPosition(this.log.position);
    await store.dropOldPositions(now);
    store.survey(now, this.staleSeconds).catch((error: unknown) => this.logger.warn(String(error)));
  }

  private async keepStep(store: PageStore): Promise<void> {
    try {
      if (this.hasCaughtUp) await store.keepPosition(this.log.position);
      else await this.catchUp(store);
      const now = this.clock.now().getTime();
      await store.expire(now);
      if (this.hasCaughtUp) await store.adopt(now, this.staleSeconds);
    } catch (error) {
      this.logger.warn(`页面文件：${String(error)}`);
    }
  }
}
