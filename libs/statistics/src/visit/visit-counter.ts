import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock, publicCtx, shanghaiDay, type SiteCtx } from '@zhanqun/kernel';
import { SiteDirectory } from '@zhanqun/platform';
import { VisitLedger, type ArticleDay } from './visit-ledger';

/** Articles counted between two writings; beyond it further ones are not counted. */
const MOST_ARTICLES = 20_000;
const WRITE_EVERY_MS = 30_000;

/**
 * 访问计数: in memory, written every half minute. A killed process loses at most that much: a count is
 * an indication, not an account.
 */
@Injectable()
export class VisitCounter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Visits');
  private pending = new Map<string, ArticleDay & { siteId: number }>();
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
    this.add({ siteId: ctx.site.id, articleId, onDay: shanghaiDay(ctx.now), views: 1 });
  }

  /** Writes what was counted. What cannot be written now is kept for the next time. */
  async write(): Promise<void> {
    const counted = [...this.pending.values()];
    this.pending = new Map();
    for (const siteId of new Set(counted.map((one) => one.siteId))) {
      const site = this.directory.byId(siteId);
      const ofSite = counted.filter((one) => one.siteId === siteId);
      if (!site) continue;
      try {
        await this.ledger.add(publicCtx(site, this.clock.now()), ofSite);
      } catch (error) {
        this.logger.warn(`${site.key} 的访问量暂未写入，稍后重试：${String(error)}`);
        ofSite.forEach((one) => this.add(one));
      }
    }
  }

  private add(counted: ArticleDay & { siteId: number }): void {
    const { siteId, articleId, onDay, views } = counted;
    const key = `${siteId}|${onDay}|${articleId}`;
    const known = this.pending.get(key);
    if (!known && this.pending.size >= MOST_ARTICLES) return;
    this.pending.set(key, { siteId, articleId, onDay, views: views + (known?.views ?? 0) });
  }
}
