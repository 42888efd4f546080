import { Injectable } from '@nestjs/common';
import { addDays, shanghaiDay, type SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { SearchLexicons } from './search-lexicons';
import { HOT_WORDS_OF_SITE } from './search.sql';

const DAYS = 30;
const MOST = 10;
/** One person's idea is no hot word, however often he asks for it. */
const LEAST_VISITORS = 3;
/** Marks of a title at most: pictures and signs beside a word find what the word finds, and would be shown with it. */
const PRINTABLE = /^[\p{L}\p{M}\p{N} 〔〕[\]()“”《》、·.-]+$/u;
const KEPT_MS = 5 * 60_000;
const MOST_SITES = 2_000;

/** 热门搜索 of a site: what its visitors looked for in the last thirty days and found. */
@Injectable()
export class HotWords {
  private readonly kept = new Map<number, { readonly at: number; readonly words: readonly string[] }>();

  constructor(
    private readonly db: Db,
    private readonly lexicons: SearchLexicons,
  ) {}

  async of(ctx: SiteCtx): Promise<readonly string[]> {
    const blocked = await this.lexicons.blocked(ctx, ctx.site.portalId);
    return (await this.words(ctx)).filter((word) => !blocked.has(word)).slice(0, MOST);
  }

  private async words(ctx: SiteCtx): Promise<readonly string[]> {
    const known = this.kept.get(ctx.site.id);
    if (known && ctx.now.getTime() - known.at < KEPT_MS) return known.words;
    const today = shanghaiDay(ctx.now);
    const rows = await this.db.sql<{ word: string }>(ctx, HOT_WORDS_OF_SITE, [
      ctx.site.id,
      addDays(today, -DAYS),
      today,
      LEAST_VISITORS,
      MOST * 3,
    ]);
    const words = rows
      .filter(({ word }) => [...word].length >= 2 && [...word].length <= 20 && PRINTABLE.test(word))
      .map(({ word }) => word);
    if (this.kept.size >= MOST_SITES) this.kept.clear();
    this.kept.set(ctx.site.id, { at: ctx.now.getTime(), words });
    return words;
  }
}
