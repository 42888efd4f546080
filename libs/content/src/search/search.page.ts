import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { SiteDirectory, type FacetName } from '@zhanqun/platform';
import {
  Asks,
  Page,
  siteTags,
  view,
  type Asked,
  type Link,
  type PageFrame,
  type PageResult,
} from '@zhanqun/theming';
import { PageAddresses } from '../article/article-address';
import { VALIDITY_LABELS, type Validity } from '../article/policy-facts';
import { declaredKinds, kindOf } from '../kind/kind';
import { pagerOf } from '../page/pager';
import { HotWords } from './hot-words';
import { FACET_LABELS, namedFacets, type NamedValue } from './search-facets';
import {
  MOST_PAGES,
  PAGE_SIZE,
  readSearch,
  searchPath,
  SEARCH_PARAMETERS,
  type SearchQuery,
} from './search-query';
import type { FacetView, SearchResultView, SearchView } from './search.view';
import { SiteSearch, type Found, type FoundItem } from './site-search';

/** Facets of the page, in their order; `kind` stands in the box as well. */
const SHOWN: readonly FacetName[] = ['site', 'kind', 'channel', 'year', 'validity'];
const MOST_VALUES = 12;

/**
 * 检索页: one box for this site, the whole network or one kind. Works without script. Its results are kept by
 * the index, which forgets them at the next change; the page itself is made for each question.
 */
@Asks({ query: SEARCH_PARAMETERS, perMinute: 60 })
@Page('/search/')
@Injectable()
export class SearchPage {
  constructor(
    private readonly searching: SiteSearch,
    private readonly hotWords: HotWords,
    private readonly directory: SiteDirectory,
  ) {}

  async load(ctx: SiteCtx, _params: object, frame: PageFrame, asked: Asked): Promise<PageResult> {
    const addresses = new PageAddresses(this.directory, ctx.site);
    const query = readSearch(asked.query, ctx.site, this.directory);
    const found = await this.searching.find(ctx, query, asked.visitor.address);
    const data = this.viewOf(query, found, addresses, await this.hotWords.of(ctx));
    return view('pages/search.njk', data, {
      tags: [],
      ttlSeconds: 0,
      page: {
        visit: 'search',
        title: query.words === '' ? '搜索' : `“${query.words}”的搜索结果`,
        tags: [...siteTags(frame.site), { name: 'robots', content: 'noindex' }],
        breadcrumb: [
          { label: '首页', url: addresses.at('/') },
          { label: '搜索', url: addresses.at('/search/'), isCurrent: true },
        ],
      },
    });
  }

  private viewOf(
    query: SearchQuery,
    found: Found,
    addresses: PageAddresses,
    hot: readonly string[],
  ): SearchView {
    const to = (changed: Parameters<typeof searchPath>[1] = {}): string =>
      addresses.at(searchPath(query.parameters, changed));
    const { words, scopeName, filters, parameters } = query;
    const pages = Math.min(found.total, MOST_PAGES * PAGE_SIZE);
    const choice = (value: string, label: string, chosen: string) => ({
      value,
      label,
      isChosen: value === chosen,
    });
    const scopes = [choice('site', '本站', scopeName), choice('network', '全部网站', scopeName)];
    const kinds = [
      choice('', '全部类型', filters.kind ?? ''),
      ...declaredKinds().map(({ code, name }) => choice(code, name, filters.kind ?? '')),
    ];
    return {
      actionUrl: addresses.at('/search/'),
      suggestUrl: addresses.at('/search/suggest.json'),
      words,
      scopes,
      kinds,
      sorts: [
        { label: '相关度', url: to({ sort: undefined }), isChosen: query.sort === 'relevance' },
        { label: '发布时间', url: to({ sort: 'date' }), isChosen: query.sort === 'date' },
      ],
      isAsked: words !== '',
      state: found.state,
      againUrl: to(),
      totalWords: found.isMore ? `${found.total} 条以上` : `${found.total} 条`,
      results: found.items.map(resultView),
      facets: this.facets(query, found, to),
      corrected:
        found.corrected === null ? null : { words: found.corrected, url: to({ q: found.corrected }) },
      isLoose: found.isLoose,
      widerUrl: scopeName === 'site' ? to({ scope: 'network', channel: undefined }) : null,
      hasFilters: Object.keys(filters).length > 0,
      plainUrl: addresses.at(searchPath({ q: words, ...(parameters.scope && { scope: parameters.scope }) })),
      hotWords: hot.map((word): Link => ({ label: word, url: addresses.at(searchPath({ q: word })) })),
      helpLinks: [{ label: '网站地图', url: addresses.at('/sitemap/') }],
      pager: pagerOf(query.page, pages, PAGE_SIZE, (page) =>
        to({ page: page > 1 ? String(page) : undefined }),
      ),
    };
  }

  private facets(
    query: SearchQuery,
    found: Found,
    to: (changed: Parameters<typeof searchPath>[1]) => string,
  ): FacetView[] {
    const named = namedFacets(found.facets, this.directory);
    return SHOWN.filter((facet) => facet !== 'site' || query.scopeName === 'network').flatMap((facet) => {
      const chosen = query.parameters[facet];
      const values = chosen === undefined ? named[facet] : [chosenValue(named[facet], chosen, found.total)];
      if (chosen === undefined && values.length < 2) return [];
      return [
        {
          label: FACET_LABELS[facet],
          allUrl: chosen === undefined ? null : to({ [facet]: undefined }),
          values: values.slice(0, MOST_VALUES).map(({ value, label, count }) => ({
            label,
            count,
            url: to({ [facet]: value }),
            isChosen: value === chosen,
          })),
        },
      ];
    });
  }
}

function chosenValue(values: readonly NamedValue[], chosen: string, total: number): NamedValue {
  return values.find(({ value }) => value === chosen) ?? { value: chosen, label: chosen, count: total };
}

function resultView({ hit, site, url }: FoundItem): SearchResultView {
  const label = VALIDITY_LABELS[hit.validity as Validity];
  return {
    title: hit.title,
    titleParts: hit.titleParts,
    url,
    snippetParts: hit.snippetParts,
    siteName: site.name,
    channelName: hit.channelName,
    kindName: kindOf(hit.kind).name,
    documentNumber: hit.number,
    validity: label ? { code: hit.validity, label } : null,
    publishedAt: hit.publishedAt,
  };
}
