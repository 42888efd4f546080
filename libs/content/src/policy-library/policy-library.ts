import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { ChannelReading } from '../channel/channel-reading';
import { countOf, facetsOf, subjectsOf, type Facet } from './facets';
import type { LibraryQuestion } from './library-question';
import { combinations, documentsAt, type Combination, type DocumentRow } from './policy-library.sql';

export const PAGE_SIZE = 20;

export interface LibraryAnswer {
  readonly total: number;
  readonly facets: readonly Facet[];
  readonly rows: readonly DocumentRow[];
}

/**
 * 政策文件库 of one site: its published policy documents in channels that are open, found by what their
 * header says. Two statements, whatever is chosen: one for all counts, one for the page.
 */
@Injectable()
export class PolicyLibrary {
  constructor(
    private readonly db: Db,
    private readonly channels: ChannelReading,
  ) {}

  async find(ctx: SiteCtx, { choice, words, order, page }: LibraryQuestion): Promise<LibraryAnswer> {
    const tree = await this.channels.tree(ctx);
    const channelIds = tree
      .all()
      .filter((node) => node.isOpen && node.hasContent)
      .map(({ id }) => id);
    if (channelIds.length === 0) return { total: 0, facets: [], rows: [] };
    const { dialect } = this.db;
    const counting = combinations(dialect, ctx.site.id, channelIds, words);
    const counted = await this.db.sql<Combination>(ctx, counting.text, counting.parameters);
    const total = countOf(counted, choice);
    const facets = facetsOf(counted, choice);
    if (total === 0) return { total, facets, rows: [] };

    const { subject, kind, ...others } = choice;
    const place = {
      ...others,
      ...(kind === undefined ? {} : { genre: kind }),
      ...(subject === undefined ? {} : { subjects: subjectsOf(counted, subject) }),
    };
    const skip = (page - 1) * PAGE_SIZE;
    const reading = documentsAt(dialect, ctx.site.id, channelIds, words, place, order, PAGE_SIZE, skip);
    return { total, facets, rows: await this.db.sql<DocumentRow>(ctx, reading.text, reading.parameters) };
  }
}
