import { Injectable } from '@nestjs/common';
import { atSite, type SiteCtx } from '@zhanqun/kernel';
import { Db, SiteDirectory, type SearchHit } from '@zhanqun/platform';
import { ChannelReading } from '../channel/channel-reading';
import { revisionIn } from './article-search-source';
import { publishedArticles } from './search.sql';

type Named = Pick<SearchHit, 'siteId' | 'id' | 'stamp'>;

interface PublishedRow {
  readonly id: number | string;
  readonly siteId: number | string;
  readonly channelId: number | string;
  readonly liveRevisionId: number | string | null;
}

/**
 * 检索结果的把关: the index follows a second later, and not at all while its worker is away. What it names is
 * shown only when the database says that this very text is public now: withdrawn, hidden and revised texts are
 * gone at once, whatever the index still holds. One statement a page of results.
 */
@Injectable()
export class StillPublic {
  constructor(
    private readonly db: Db,
    private readonly channels: ChannelReading,
    private readonly directory: SiteDirectory,
  ) {}

  async among<T extends Named>(ctx: SiteCtx, named: readonly T[]): Promise<T[]> {
    const ids = [...new Set(named.map(({ id }) => id))];
    if (ids.length === 0) return [];
    const siteIds = [...new Set(named.map(({ siteId }) => siteId))];
    const rows = await this.db.sql<PublishedRow>(ctx, publishedArticles(siteIds, ids), [...siteIds, ...ids]);
    const published = new Map(rows.map((row) => [`${row.siteId}/${row.id}`, row]));
    const shown: T[] = [];
    for (const each of named) {
      const row = published.get(`${each.siteId}/${each.id}`);
      if (!row || Number(row.liveRevisionId) !== revisionIn(each.stamp)) continue;
      if (await this.isOpen(ctx, each.siteId, Number(row.channelId))) shown.push(each);
    }
    return shown;
  }

  private async isOpen(ctx: SiteCtx, siteId: number, channelId: number): Promise<boolean> {
    const site = this.directory.byId(siteId);
    return (
      site !== undefined && (await this.channels.tree(atSite(ctx, site))).find(channelId)?.isOpen === true
    );
  }
}
