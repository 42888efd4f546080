import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { markedHtml, SiteDirectory } from '@zhanqun/platform';
import { Asks, Page, raw, type Asked, type PageFrame, type PageResult } from '@zhanqun/theming';
import { kindOf } from '../kind/kind';
import { namedFacets } from './search-facets';
import { PAGE_SIZE, readSearch, SEARCH_PARAMETERS } from './search-query';
import { SiteSearch } from './site-search';

/**
 * 检索接口: the same results as the page, for programs. `snippet` is HTML whose only mark-up is `<mark>`. Never
 * kept by a cache: a withdrawn article is gone with the next answer.
 */
@Asks({ query: SEARCH_PARAMETERS, perMinute: 120 })
@Page('/search.json')
@Injectable()
export class SearchJsonPage {
  constructor(
    private readonly searching: SiteSearch,
    private readonly directory: SiteDirectory,
  ) {}

  async load(ctx: SiteCtx, _params: object, _frame: PageFrame, asked: Asked): Promise<PageResult> {
    const query = readSearch(asked.query, ctx.site, this.directory);
    const found = await this.searching.find(ctx, query, asked.visitor.address);
    return jsonAnswer({
      q: query.words,
      scope: query.scopeName,
      state: found.state,
      total: found.total,
      isMore: found.isMore,
      page: query.page,
      pageSize: PAGE_SIZE,
      corrected: found.corrected,
      items: found.items.map(({ hit, site, absoluteUrl }) => ({
        id: hit.id,
        title: hit.title,
        url: absoluteUrl,
        site: { key: site.key, name: site.name },
        channel: { id: hit.channelId, name: hit.channelName },
        kind: { code: hit.kind, name: kindOf(hit.kind).name },
        documentNumber: hit.number,
        validity: hit.validity,
        publishedAt: hit.publishedAt.toISOString(),
        snippet: markedHtml(hit.snippetParts),
      })),
      facets: namedFacets(found.facets, this.directory),
    });
  }
}

export function jsonAnswer(value: object): PageResult {
  return raw('application/json; charset=utf-8', Buffer.from(JSON.stringify(value)), {
    headers: { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' },
  });
}
