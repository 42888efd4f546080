import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock, publicCtx, shanghaiDay, type SiteCtx } from '@zhanqun/kernel';
import { SiteDirectory } from '@zhanqun/platform';
import { VisitLedger, type ArticleDay } from './visit-ledger';

/** Articles of one site counted between two writings; beyond it further ones are not counted. */
const MOST_OF_A_SITE = 2_000;
const WRITE_EVERY_MS = 30_000;

/**
 * 访问计数: in memory, written every half minute. A killed process loses at most that much: a count is
 * an indication, not an account.
 */
@Injectable()
export class VisitCounter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Visits');
  /** By site, then by day and article: a flood of made-up numbers at one site leaves the others alone. */
  private pending = new Map<number, Map<string, ArticleDay>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly ledger: VisitLedger,
    private readonly directory: SiteDirectory,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.write(), WRITE_EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  count(ctx: SiteCtx, articleId: number): void {
    this.add(ctx.site.id, { articleId, onDay: shanghaiDay(ctx.now), views: 1 });
  }

  /** Writes what was counted. What cannot be written now is kept for the next time. */
  async write(): Promise<void> {
    const counted = this.pending;
    this.pending = new Map();
    for (const [siteId, articles] of counted) {
      const site = this.directory.byId(siteId);
      if (!site) continue;
      try {
        await this.ledger.add(publicCtx(site, this.clock.now()), [...articles.values()]);
      } catch (error) {
        this.logger.warn(`${site.key} 的访问量暂未写入，稍后重试：${String(error)}`);
        for (const one of articles.values()) this.add(siteId, one);
      }
    }
  }

  private add(siteId: number, { articleId, onDay, views }: ArticleDay): void {
    const ofSite = this.pending.get(siteId) ?? new Map<string, ArticleDay>();
    this.pending.set(siteId, ofSite);
    const key = `${onDay}|${articleId}`;
    const known = ofSite.get(key);
    if (!known && ofSite.size >= MOST_OF_A_SITE) return;
    ofSite.set(key, { articleId, onDay, views: views + (known?.views ?? 0) });
  }
}
