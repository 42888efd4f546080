import { Injectable } from '@nestjs/common';
import type { EditorCtx, Page, PageRequest } from '@zhanqun/kernel';
import { Db, sheet, workbook } from '@zhanqun/platform';
import { COUNT_WORDS_OF_SITE, WORDS_OF_SITE } from './search.sql';

/** `any` word, those that found `some`thing, those that found `none`. */
export const WORD_RESULTS = ['any', 'some', 'none'] as const;
export type WordResults = (typeof WORD_RESULTS)[number];

export interface SearchedWord {
  readonly word: string;
  readonly times: number;
  /** At most, on the days asked for. */
  readonly hits: number;
  readonly lastOn: string;
}

export interface WordsAsked {
  readonly from: string;
  readonly to: string;
  readonly results: WordResults;
}

const MOST_EXPORTED = 5_000;

/** 搜索词 of a site: what its visitors look for, and what they do not find. */
@Injectable()
export class SearchWords {
  constructor(private readonly db: Db) {}

  async page(
    ctx: EditorCtx,
    asked: WordsAsked,
    { page, pageSize }: PageRequest,
  ): Promise<Page<SearchedWord>> {
    const { from, to, results } = asked;
    const place = [ctx.site.id, from, to];
    const [counted] = await this.db.sql<{ total: number }>(ctx, COUNT_WORDS_OF_SITE(results), place);
    const items = await this.read(ctx, asked, pageSize, (page - 1) * pageSize);
    return { items, total: Number(counted?.total ?? 0), page, pageSize };
  }

  async workbook(ctx: EditorCtx, asked: WordsAsked): Promise<Buffer> {
    return workbook([
      sheet({
        name: '搜索词',
        columns: [
          { title: '搜索词', value: ({ word }: SearchedWord) => word, width: 30 },
          { title: '搜索次数', value: ({ times }) => times },
          { title: '找到条数', value: ({ hits }) => hits },
          { title: '最近搜索', value: ({ lastOn }) => lastOn },
        ],
        rows: await this.read(ctx, asked, MOST_EXPORTED, 0),
      }),
    ]);
  }

  private async read(
    ctx: EditorCtx,
    { from, to, results }: WordsAsked,
    most: number,
    skip: number,
  ): Promise<SearchedWord[]> {
    const asked = [ctx.site.id, from, to, most, skip];
    const rows = await this.db.sql<SearchedWord>(ctx, WORDS_OF_SITE(results), asked);
    return rows.map(({ word, times, hits, lastOn }) => ({
      word,
      times: Number(times),
      hits: Number(hits),
      lastOn,
    }));
  }
}
