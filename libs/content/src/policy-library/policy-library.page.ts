import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { instant, SiteDirectory } from '@zhanqun/platform';
import {
  Asks,
  columnTags,
  notFound,
  Page,
  view,
  type Link,
  type Asked,
  type PageFrame,
  type PageResult,
} from '@zhanqun/theming';
import { articlePath, PageAddresses } from '../article/article-address';
import { VALIDITY_LABELS, type Validity } from '../article/policy-facts';
import { networkPoliciesTag, policiesTag } from '../findable/findable-tags';
import { pagerOf } from '../page/pager';
import { FACET_LABELS, FACETS, labelOf, type Facet, type FacetName } from './facets';
import {
  isAsked,
  PARAMETERS,
  queryOf,
  readQuestion,
  SORTS,
  withFacet,
  type LibraryQuestion,
  type LibraryScope,
} from './library-question';
import { isShelved, PAGE_SIZE, PolicyLibrary, type LibraryAnswer } from './policy-library';
import type { DocumentRow } from './policy-library.sql';
import type { PolicyLibraryView } from './policy-library.view';

const TTL_SECONDS = 3600;
const PATH = '/policies/';
const NAME = '政策文件库';

/**
 * 政策文件库 `/policies/`: facets, words, order and page stand in the query, so every view has an address
 * and nothing needs a script. Search engines are given the plain list; the documents have pages of their own.
 */
@Page(PATH)
@Asks({ query: [...PARAMETERS], perMinute: 30 })
@Injectable()
export class PolicyLibraryPage {
  constructor(
    private readonly library: PolicyLibrary,
    private readonly directory: SiteDirectory,
  ) {}

  async load(ctx: SiteCtx, _params: object, frame: PageFrame, { query }: Asked): Promise<PageResult> {
    const isPortal = ctx.site.id === ctx.site.portalId;
    const question = readQuestion(isPortal ? query : { ...query, scope: 'site' });
    const answer = await this.library.find(ctx, question);
    if (question.page > 1 && answer.rows.length === 0) return notFound;
    const addresses = new PageAddresses(this.directory, ctx.site);
    const description = `${frame.site.name}公开的政策文件，可按主题分类、发文机关、年份、有效性和体裁查找。`;
    return view('pages/policy-library.njk', libraryView(question, answer, addresses, this.directory), {
      tags: [question.scope === 'network' ? networkPoliciesTag(ctx.site.id) : policiesTag(ctx.site.id)],
      ttlSeconds: TTL_SECONDS,
      canonicalPath: PATH,
      page: {
        title: question.page > 1 ? `${NAME}（第${question.page}页）` : NAME,
        tags: columnTags(frame.site, {
          name: NAME,
          description,
          keywords: [NAME, '政策文件'],
          type: '文件资料',
        }),
        breadcrumb: [
          { label: '首页', url: addresses.at('/') },
          { label: NAME, url: addresses.at(PATH), isCurrent: true },
        ],
        ...(isAsked(question) ? { finding: { isUnlisted: true } } : {}),
      },
    });
  }
}

function libraryView(
  question: LibraryQuestion,
  { total, facets, rows }: LibraryAnswer,
  addresses: PageAddresses,
  directory: SiteDirectory,
): PolicyLibraryView {
  // Any number may stand in the query: only sites that the library shows are named.
  const nameOf = (name: FacetName, value: string): string => {
    if (name !== 'site') return labelOf(name, value);
    const site = directory.byId(Number(value));
    return site && isShelved(site, addresses.site) ? site.name : value;
  };
  const isPortal = addresses.site.id === addresses.site.portalId;
  const { scope, choice, words, order } = question;
  const at = (change: Partial<LibraryQuestion>): string => addresses.at(PATH) + queryOf(question, change);
  const chosen = FACETS.flatMap((name) => {
    const value = choice[name];
    if (value === undefined) return [];
    const label = `${FACET_LABELS[name]}：${nameOf(name, value)}`;
    return [{ label, url: at({ choice: withFacet(choice, name, undefined) }) }];
  });
  return {
    ...(isPortal ? { scopes: scopeLinks(question, at) } : {}),
    total,
    isAsked: chosen.length > 0 || words !== '',
    words,
    actionUrl: addresses.at(PATH),
    kept: [
      ...(scope === 'network' ? [{ name: 'scope', value: scope }] : []),
      ...FACETS.flatMap((name) => (choice[name] ? [{ name, value: choice[name] }] : [])),
      ...(order === 'published' ? [] : [{ name: 'sort', value: order }]),
    ],
    facets: facets
      .filter(({ options }) => options.length > 0)
      .map((facet) => facetView(facet, question, at, nameOf)),
    chosen: words === '' ? chosen : [...chosen, { label: `标题或文号含“${words}”`, url: at({ words: '' }) }],
    clearUrl: addresses.at(PATH) + queryOf({ ...question, choice: {}, words: '', order: 'published' }),
    sorts: SORTS.map((sort) => ({
      label: sort.label,
      url: at({ order: sort.order }),
      ...(sort.order === order ? { isCurrent: true } : {}),
    })),
    documents: rows.map((row) => documentView(row, addresses, directory)),
    pager: pagerOf(question.page, total, PAGE_SIZE, (page) => at({ page })),
  };
}

function scopeLinks({ scope }: LibraryQuestion, at: (change: Partial<LibraryQuestion>) => string): Link[] {
  const link = (wanted: LibraryScope, label: string): Link => ({
    label,
    url: at({ scope: wanted, choice: {} }),
    ...(wanted === scope ? { isCurrent: true } : {}),
  });
  return [link('site', '本站文件'), link('network', '全部站点文件')];
}

function facetView(
  { name, options }: Facet,
  { choice }: LibraryQuestion,
  at: (change: Partial<LibraryQuestion>) => string,
  nameOf: (name: FacetName, value: string) => string,
): PolicyLibraryView['facets'][number] {
  const link = (value: string | undefined): string => at({ choice: withFacet(choice, name, value) });
  const current = choice[name];
  return {
    label: FACET_LABELS[name],
    all: { label: '全部', url: link(undefined), ...(current === undefined ? { isCurrent: true } : {}) },
    options: options.map(({ value, count }) => ({
      label: nameOf(name, value),
      count,
      url: link(value),
      ...(value === current ? { isCurrent: true } : {}),
    })),
  };
}

function documentView(
  row: DocumentRow,
  addresses: PageAddresses,
  directory: SiteDirectory,
): PolicyLibraryView['documents'][number] {
  const id = Number(row.id);
  const publishedAt = instant(row.publishedAt);
  if (!publishedAt) throw new Error(`document ${id} is listed without a publication time`);
  const site = directory.byId(Number(row.siteId)) ?? addresses.site;
  const isOwn = site.id === addresses.site.id;
  const { title, documentNumber, organ, subject, genre, issuedOn, validity } = row;
  return {
    title,
    url: isOwn
      ? addresses.article({ id, publishedAt })
      : directory.siteUrl(site, articlePath({ id, publishedAt })),
    documentNumber,
    organ,
    siteName: isOwn ? null : site.name,
    subject: subject.replaceAll('\\', ' · '),
    genre,
    issuedOn,
    publishedAt,
    validity,
    validityLabel: VALIDITY_LABELS[validity as Validity] ?? validity,
  };
}
