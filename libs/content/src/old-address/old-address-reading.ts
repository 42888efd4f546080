import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, In, PurgeLog } from '@zhanqun/platform';
import { MovedPages } from '@zhanqun/theming';
import { articlePath } from '../article/article-address';
import { Article } from '../article/article.entity';
import { ChannelReading } from '../channel/channel-reading';
import { OldAddress } from './old-address.entity';
import { isOwnPath } from './address-targets';
import { addressKey, readAddress } from './old-address';

const MOST_KEPT = 5_000;
const MOST_SITES = 2_000;

/**
 * Where a former address leads now. Answers are remembered until anything is purged anywhere, so an
 * article that goes live is found at once; a site without old addresses costs one statement, once.
 */
@Injectable()
export class OldAddressReading extends MovedPages implements OnApplicationShutdown {
  private readonly kept = new Map<string, string | null>();
  private readonly without = new Set<number>();
  private readonly unsubscribe: () => void;
  private purges = 0;

  constructor(
    private readonly db: Db,
    private readonly channels: ChannelReading,
    purgeLog: PurgeLog,
  ) {
    super();
    this.unsubscribe = purgeLog.subscribe(() => {
      this.purges += 1;
      this.kept.clear();
      this.without.clear();
    });
  }

  /** A path below the site, or null. `address` is path and query as the visitor sent them. */
  override async find(ctx: SiteCtx, address: string): Promise<string | null> {
    if (this.without.has(ctx.site.id)) return null;
    const reading = readAddress(address);
    if (!reading) return null;
    const key = `${ctx.site.id}\0${reading.address}`;
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const before = this.purges;
    const location = await this.look(ctx, reading.address, reading.pathAlone);
    if (before === this.purges) {
      if (this.kept.size >= MOST_KEPT) this.kept.delete(this.kept.keys().next().value as string);
      this.kept.set(key, location);
      if (location === null) await this.noteEmptiness(ctx, before);
    }
    return location;
  }

  onApplicationShutdown(): void {
    this.unsubscribe();
  }

  private async look(ctx: SiteCtx, address: string, pathAlone: string | null): Promise<string | null> {
    const keys = [addressKey(address), ...(pathAlone === null ? [] : [addressKey(pathAlone)])];
    const rows = await this.db.site(ctx, OldAddress).find({ where: { addressKey: In(keys) } });
    const row = keys.map((key) => rows.find((each) => each.addressKey === key)).find(Boolean);
    const location = row ? await this.locationOf(ctx, row) : null;
    // A page that is gone from the very address it has now leads nowhere, least of all in a circle.
    return location !== null && addressKey(location) === addressKey(pathAlone ?? address) ? null : location;
  }

  /** A draft is no place to be led to; what became of a published article its own page tells. */
  private async locationOf(ctx: SiteCtx, row: OldAddress): Promise<string | null> {
    // A row that came with a whole site was written elsewhere: it leads out of the site no more than any other.
    if (row.target === 'path') return isOwnPath(row.location) ? row.location : null;
    if (row.target === 'channel') {
      const node = row.channelId === null ? undefined : (await this.channels.tree(ctx)).find(row.channelId);
      return node?.isOpen ? `/${node.path}/` : null;
    }
    if (row.articleId === null) return null;
    const article = await this.db.site(ctx, Article).findOne({ id: row.articleId });
    return article?.publishedAt ? articlePath({ id: article.id, publishedAt: article.publishedAt }) : null;
  }

  private async noteEmptiness(ctx: SiteCtx, before: number): Promise<void> {
    const [any] = await this.db.site(ctx, OldAddress).select(['id'], { take: 1 });
    if (any || before !== this.purges) return;
    if (this.without.size >= MOST_SITES) this.without.clear();
    this.without.add(ctx.site.id);
  }
}
