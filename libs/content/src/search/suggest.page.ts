import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { SiteDirectory } from '@zhanqun/platform';
import { Asks, Page, traditionalWays, type Asked, type PageFrame, type PageResult } from '@zhanqun/theming';
import { HotWords } from './hot-words';
import { jsonAnswer } from './search-json.page';
import { readSearch, searchPath } from './search-query';
import { SiteSearch } from './site-search';

const MOST = 8;
const MOST_WORDS = 3;

interface Suggested {
  readonly kind: string;
  readonly text: string;
  readonly url: string;
}

/**
 * 输入提示: hot words and titles for what was typed so far, in the writing of the page (`lang`). Asked by the script of
 * the search box only.
 */
@Asks({ query: ['q', 'scope', 'lang'], perMinute: 240 })
@Page('/search/suggest.json')
@Injectable()
export class SuggestPage {
  constructor(
    private readonly searching: SiteSearch,
    private readonly hotWords: HotWords,
    private readonly directory: SiteDirectory,
  ) {}

  async load(ctx: SiteCtx, _params: object, _frame: PageFrame, asked: Asked): Promise<PageResult> {
    const query = readSearch(asked.query, ctx.site, this.directory);
    if (query.words === '') return jsonAnswer({ items: [] });
    const words = (await this.hotWords.of(ctx)).filter((word) => word.includes(query.words.toLowerCase()));
    const titles = await this.searching.suggest(ctx, query, MOST);
    const items = [
      ...words.slice(0, MOST_WORDS).map((text) => ({
        kind: 'word',
        text,
        url: this.directory.sitePath(ctx.site, searchPath({ ...query.parameters, q: text })),
      })),
      ...titles.map((title) => ({ kind: 'title', ...title })),
    ];
    return jsonAnswer({ items: await this.written(ctx, asked.query['lang'], items.slice(0, MOST)) });
  }

  private async written(
    ctx: SiteCtx,
    lang: string | undefined,
    items: readonly Suggested[],
  ): Promise<readonly Suggested[]> {
    if (lang !== 'zh-Hant') return items;
    const { convert, link } = await traditionalWays(this.directory, ctx.site);
    return items.map(({ kind, text, url }) => ({ kind, text: convert(text), url: link(url).href }));
  }
}
