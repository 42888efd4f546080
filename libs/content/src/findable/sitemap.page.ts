import { Injectable } from '@nestjs/common';
import { addMonths, startOfDay, type SiteCtx } from '@zhanqun/kernel';
import { Between, Db, In, instant, Not, SiteDirectory } from '@zhanqun/platform';
import { chromeTag, notFound, Page, raw, type PageResult } from '@zhanqun/theming';
import { articlePath } from '../article/article-address';
import { Article } from '../article/article.entity';
import { ChannelReading } from '../channel/channel-reading';
import { channelTag } from '../channel/channel-tags';
import type { ChannelTree } from '../channel/channel-tree';
import { mapMonthTag } from './findable-tags';
import { MapPlaces } from './map-places';
import { mapIndex, mapPart, MOST_IN_A_PART, type MapEntry } from './sitemap';
import { articlesByMonth, type MonthRow } from './sitemap.sql';

const XML = 'application/xml; charset=utf-8';
const TTL_SECONDS = 24 * 3600;

interface Month {
  /** `2026-03` */
  readonly month: string;
  readonly articles: number;
  readonly changedAt: Date | null;
}

/**
 * sitemap.xml: an index and its parts: one of channels, topics and standing pages, then one for the
 * articles of each month, cut again where a month has more than a part holds. A month never changes by
 * what is published in another, so publishing renews the index and one part; memory and statements of an
 * answer do not grow with the archive.
 */
@Page(
  '/sitemap.xml',
  '/sitemap-:name(pages).xml',
  '/sitemap-:month(\\d{6}).xml',
  '/sitemap-:month(\\d{6})-:part(\\d{1,3}).xml',
)
@Injectable()
export class SitemapPage {
  constructor(
    private readonly db: Db,
    private readonly channels: ChannelReading,
    private readonly places: MapPlaces,
    private readonly directory: SiteDirectory,
  ) {}

  async load(
    ctx: SiteCtx,
    { name, month, part }: { name?: string; month?: string; part?: string },
  ): Promise<PageResult> {
    const tree = await this.channels.tree(ctx);
    if (name) {
      const { entries, tags } = await this.places.list(ctx, tree);
      return xml(await mapPart(entries), [chromeTag(ctx.site.id), ...tags]);
    }
    if (month) return this.monthPart(ctx, tree, month, part);
    const tags = [chromeTag(ctx.site.id), ...tree.roots.map((root) => channelTag(root.id))];
    return xml(await mapIndex(await this.index(ctx, tree)), tags);
  }

  private async index(ctx: SiteCtx, tree: ChannelTree): Promise<MapEntry[]> {
    const months = await this.months(ctx, tree);
    const url = (part: string): string => this.directory.siteUrl(ctx.site, `/sitemap-${part}.xml`);
    return [
      { url: url('pages'), changedAt: months[0]?.changedAt ?? null },
      ...months.flatMap(({ month, articles, changedAt }) =>
        Array.from({ length: Math.ceil(articles / MOST_IN_A_PART) }, (_, at) => ({
          url: url(month.replace('-', '') + (at > 0 ? `-${at + 1}` : '')),
          changedAt,
        })),
      ),
    ];
  }

  private async months(ctx: SiteCtx, tree: ChannelTree): Promise<Month[]> {
    const channelIds = listedChannels(tree);
    if (channelIds.length === 0) return [];
    const { text, parameters } = articlesByMonth(this.db.dialect, ctx.site.id, channelIds);
    const rows = await this.db.sql<MonthRow>(ctx, text, parameters);
    return rows.map((row) => {
      const times = [instant(row.publishedAt), instant(row.revisedAt)].filter((time) => time !== null);
      const changedAt = times.toSorted((left, right) => +right - +left)[0] ?? null;
      return { month: row.month, articles: Number(row.articles), changedAt };
    });
  }

  private async monthPart(ctx: SiteCtx, tree: ChannelTree, digits: string, part = '1'): Promise<PageResult> {
    const month = `${digits.slice(0, 4)}-${digits.slice(4)}`;
    const number = Number(part);
    const isOneSpelling = String(number) === part && (number > 1 || part === '1');
    const channelIds = listedChannels(tree);
    if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) || !isOneSpelling || number < 1 || channelIds.length === 0)
      return notFound;
    const first = startOfDay(`${month}-01`);
    const last = new Date(startOfDay(addMonths(`${month}-01`, 1)).getTime() - 1);
    const rows = await this.db.site(ctx, Article).select(['id', 'publishedAt', 'revisedAt'], {
      where: {
        state: 'published',
        publishedAt: Between(first, last),
        channelId: In(channelIds),
        kind: Not('link'),
      },
      order: { publishedAt: 'ASC', id: 'ASC' },
      take: MOST_IN_A_PART,
      skip: (number - 1) * MOST_IN_A_PART,
    });
    if (rows.length === 0) return notFound;
    const entries = rows.flatMap(({ id, publishedAt, revisedAt }) =>
      publishedAt
        ? [
            {
              url: this.directory.siteUrl(ctx.site, articlePath({ id, publishedAt })),
              changedAt: revisedAt ?? publishedAt,
            },
          ]
        : [],
    );
    return xml(await mapPart(entries), [chromeTag(ctx.site.id), mapMonthTag(ctx.site.id, month)]);
  }
}

/** Channels whose articles citizens are led to; the text of a static one stands at the channel's own address. */
function listedChannels(tree: ChannelTree): number[] {
  return tree
    .all()
    .filter((node) => node.isOpen && node.hasContent && node.kind !== 'static')
    .map((node) => node.id);
}

const xml = (body: Buffer, tags: readonly string[]): PageResult =>
  raw(XML, body, { tags, ttlSeconds: TTL_SECONDS });
