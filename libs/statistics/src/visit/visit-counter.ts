import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { isbot } from 'isbot';
import { atSite, Clock, publicCtx, shanghaiDay, type SiteCtx } from '@zhanqun/kernel';
import { Metrics, SiteDirectory } from '@zhanqun/platform';
import { VisitBatch } from './visit-batch';
import { VisitLedger } from './visit-ledger';
import { pageKey, visitorHash, VisitLimits, type Visitor } from './visit-limits';
import { VisitSalts } from './visit-salts';
import type { VisitedPage } from './visited-page';

export const WRITE_EVERY_MS = 3_000;
const SHANGHAI_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
/** Sites are added up in one transaction in groups of this size. */
const SITES_TOGETHER = 50;

/**
 * 统一访问计数: the one counter of all sites (R1-96), in memory, written every three seconds and on shutdown.
 * A killed process loses at most what came in since the last writing.
 */
@Injectable()
export class VisitCounter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Visits');
  private readonly limits = new VisitLimits();
  /** By site and day: a flood at one site leaves the others alone. */
  private pending = new Map<string, VisitBatch>();
  private timer: NodeJS.Timeout | undefined;
  private counted = 0;
  private refused = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly ledger: VisitLedger,
    private readonly salts: VisitSalts,
    private readonly directory: SiteDirectory,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.write(), WRITE_EVERY_MS);
    this.timer.unref();
    this.metrics.counter('zhanqun_visits_counted_total', '计入的访问数', () => this.counted);
    this.metrics.counter(
      'zhanqun_visits_refused_total',
      '未计入的访问数（爬虫、异常频率等）',
      () => this.refused,
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  /** Counts one opening of a page, unless a robot or an absurd rate is behind it; tells whether it did. */
  async count(ctx: SiteCtx, page: VisitedPage, visitor: Visitor): Promise<boolean> {
    const isCounted = await this.note(ctx, page, visitor);
    if (isCounted) this.counted += 1;
    else this.refused += 1;
    return isCounted;
  }

  private async note(ctx: SiteCtx, page: VisitedPage, visitor: Visitor): Promise<boolean> {
    if (visitor.address === '' || visitor.isAside || isRobot(visitor.userAgent)) return false;
    const day = shanghaiDay(ctx.now);
    const salt = await this.salts.of(ctx, day);
    const key = salt ?? this.salts.standIn;
    const now = ctx.now.getTime();
    if (!this.limits.allows(visitor, pageKey(ctx.site.id, page), key, now)) return false;
    const hour = Math.floor(((now + SHANGHAI_MS) % DAY_MS) / HOUR_MS);
    return this.batch(ctx.site.id, day).count(page, hour, salt && visitorHash(visitor, salt));
  }

  /** Writes what was counted. What cannot be written now is kept for the next time. */
  write(): Promise<void> {
    const done = this.writing.then(() => this.writeNow());
    this.writing = done.catch(() => undefined);
    return done;
  }

  private async writeNow(): Promise<void> {
    const counted = [...this.pending.values()].toSorted((left, right) => left.siteId - right.siteId);
    this.pending = new Map();
    for (const [portalId, batches] of this.byPortal(counted))
      for (let from = 0; from < batches.length; from += SITES_TOGETHER)
        await this.store(portalId, batches.slice(from, from + SITES_TOGETHER));
  }

  private async store(portalId: number, batches: readonly VisitBatch[]): Promise<void> {
    const portal = this.directory.byId(portalId);
    if (!portal) return;
    try {
      await this.ledger.add(publicCtx(portal, this.clock.now()), batches, (ctx, siteId) => {
        const site = this.directory.byId(siteId);
        return site ? atSite(ctx, site) : null;
      });
    } catch (error) {
      this.logger.warn(`${portal.key} 的访问量暂未写入，稍后重试：${String(error)}`);
      for (const batch of batches) this.batch(batch.siteId, batch.onDay).merge(batch);
    }
  }

  private byPortal(counted: readonly VisitBatch[]): Map<number, VisitBatch[]> {
    const portals = new Map<number, VisitBatch[]>();
    for (const batch of counted) {
      const site = this.directory.byId(batch.siteId);
      if (!site) continue;
      const together = portals.get(site.portalId) ?? [];
      together.push(batch);
      portals.set(site.portalId, together);
    }
    return portals;
  }

  private batch(siteId: number, onDay: string): VisitBatch {
    const key = `${siteId}|${onDay}`;
    let batch = this.pending.get(key);
    if (!batch) this.pending.set(key, (batch = new VisitBatch(siteId, onDay)));
    return batch;
  }
}

/** 爬虫: says so itself, or says nothing of itself. */
export const isRobot = (userAgent: string): boolean => userAgent.trim() === '' || isbot(userAgent);
