import { Injectable } from '@nestjs/common';
import { atSite, type SiteCtx, type SiteRef } from '@zhanqun/kernel';
import { Db, SiteDirectory } from '@zhanqun/platform';
import { ChannelReading } from '../channel/channel-reading';
import { countOf, facetsOf, subjectsOf, type Facet } from './facets';
import type { LibraryQuestion } from './library-question';
import {
  channelsWithDocuments,
  combinations,
  documentsAt,
  type Combination,
  type DocumentRow,
  type Shelves,
} from './policy-library.sql';

export const PAGE_SIZE = 20;

export interface LibraryAnswer {
  readonly total: number;
  readonly facets: readonly Facet[];
  readonly rows: readonly DocumentRow[];
}

/**
 * 政策文件库: published policy documents in channels that are open, found by what their header says. Of one site, or
 * at a portal of every open site of its network. Two statements, whatever is chosen: one for all counts,
 * one for the page; over the network one more, which tells the channels.
 */
@Injectable()
export class PolicyLibrary {
  constructor(
    private readonly db: Db,
    private readonly channels: ChannelReading,
    private readonly directory: SiteDirectory,
  ) {}

  async find(ctx: SiteCtx, question: LibraryQuestion): Promise<LibraryAnswer> {
    const { choice, words, order, page } = question;
    const shelves = await (question.scope === 'network' ? this.ofNetwork(ctx) : this.ofSite(ctx));
    if (shelves.channelIds.length === 0) return { total: 0, facets: [], rows: [] };
    const { dialect } = this.db;
    const counting = combinations(dialect, shelves, words);
    const counted = await this.db.sql<Combination>(ctx, counting.text, counting.parameters);
    const total = countOf(counted, choice);
    const facets = facetsOf(counted, choice).filter(
      ({ name }) => name !== 'site' || question.scope === 'network',
    );
    if (total === 0) return { total, facets, rows: [] };

    const { site, subject, kind, ...others } = choice;
    const place = {
      ...others,
      ...(site === undefined ? {} : { siteId: Number(site) }),
      ...(kind === undefined ? {} : { genre: kind }),
      ...(subject === undefined ? {} : { subjects: subjectsOf(counted, subject) }),
    };
    const skip = (page - 1) * PAGE_SIZE;
    const reading = documentsAt(dialect, shelves, words, place, order, PAGE_SIZE, skip);
    return { total, facets, rows: await this.db.sql<DocumentRow>(ctx, reading.text, reading.parameters) };
  }

  private async ofSite(ctx: SiteCtx): Promise<Shelves> {
    const open = (await this.channels.tree(ctx)).all().filter((node) => node.isOpen && node.hasContent);
    return { siteIds: [ctx.site.id], channelIds: open.map(({ id }) => id) };
  }

  /** Only sites that citizens can open, only channels that those sites show. */
  private async ofNetwork(ctx: SiteCtx): Promise<Shelves> {
    const siteIds = this.directory
      .all()
      .filter((site) => isShelved(site, ctx.site))
      .map(({ id }) => id);
    if (siteIds.length === 0) return { siteIds, channelIds: [] };
    const found = await this.db.sql<{ siteId: number | string; channelId: number | string }>(
      ctx,
      channelsWithDocuments(siteIds),
      siteIds,
    );
    const channelIds: number[] = [];
    for (const { siteId, channelId } of found) {
      const site = this.directory.byId(Number(siteId));
      const node = site && (await this.channels.tree(atSite(ctx, site))).find(Number(channelId));
      if (node?.isOpen) channelIds.push(node.id);
    }
    return { siteIds, channelIds };
  }
}

/** Whether a portal's library shows documents of the site, and so may name it. */
export const isShelved = ({ portalId, status, host }: SiteRef, portal: SiteRef): boolean =>
  portalId === portal.id && host !== '' && (status === 'online' || status === 'closing');
