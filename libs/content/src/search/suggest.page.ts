import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { SiteDirectory } from '@zhanqun/platform';
import { Asks, Page, type Asked, type PageFrame, type PageResult } from '@zhanqun/theming';
import { HotWords } from './hot-words';
import { jsonAnswer } from './search-json.page';
import { readSearch, searchPath } from './search-query';
import { SiteSearch } from './site-search';

const MOST = 8;
const MOST_WORDS = 3;

/** 输入提示: hot words and titles for what was typed so far. Asked by the script of the search box only. */
@Asks({ query: ['q', 'scope'], perMinute: 240 })
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
    return jsonAnswer({ items: items.slice(0, MOST) });
  }
}
