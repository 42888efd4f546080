import type { SiteRef } from '@zhanqun/kernel';
import type { SearchFilters, SearchScope, SearchSort, SiteDirectory } from '@zhanqun/platform';
import { VALIDITIES } from '../article/policy-facts';
import { findKind } from '../kind/kind';

/** What the result page and `search.json` read of an address. */
export const SEARCH_PARAMETERS = [
  'q',
  'scope',
  'kind',
  'site',
  'channel',
  'year',
  'validity',
  'sort',
  'page',
] as const;
type Parameter = (typeof SEARCH_PARAMETERS)[number];
export type SearchParameters = Partial<Record<Parameter, string>>;

export const PAGE_SIZE = 10;
/** Nobody reads on; a crawler must not either. */
export const MOST_PAGES = 50;
export const LONGEST_WORDS = 60;

/** An address understood: what makes no sense is left out, never refused. */
export interface SearchQuery {
  readonly words: string;
  readonly scopeName: 'site' | 'network';
  readonly scope: SearchScope;
  readonly filters: SearchFilters;
  readonly sort: SearchSort;
  readonly page: number;
  /** As they stand in addresses of this search, without the page. */
  readonly parameters: SearchParameters;
}

export function readSearch(
  asked: Readonly<Record<string, string>>,
  here: SiteRef,
  directory: SiteDirectory,
): SearchQuery {
  const words = clipped(asked['q'] ?? '');
  const scopeName = asked['scope'] === 'network' ? 'network' : 'site';
  const kind = findKind(asked['kind'] ?? '')?.code;
  const named = scopeName === 'network' ? directory.byKey(asked['site'] ?? '') : undefined;
  const site = named && named.portalId === here.portalId ? named : undefined;
  const channelId = whole(asked['channel'], 2 ** 31);
  const year = whole(asked['year'], 2200);
  const validity = VALIDITIES.find((known) => known === asked['validity']);
  const sort: SearchSort = asked['sort'] === 'date' ? 'date' : 'relevance';
  return {
    words,
    scopeName,
    scope:
      scopeName === 'site'
        ? { kind: 'site', siteId: here.id }
        : { kind: 'network', networkId: here.portalId },
    filters: {
      ...(site && { siteId: site.id }),
      ...(channelId !== undefined && { channelId }),
      ...(kind !== undefined && { kind }),
      ...(year !== undefined && { year }),
      ...(validity !== undefined && { validity }),
    },
    sort,
    page: Math.min(MOST_PAGES, whole(asked['page'], MOST_PAGES) ?? 1),
    parameters: {
      ...(words !== '' && { q: words }),
      ...(scopeName === 'network' && { scope: scopeName }),
      ...(kind !== undefined && { kind }),
      ...(site && { site: site.key }),
      ...(channelId !== undefined && { channel: String(channelId) }),
      ...(year !== undefined && { year: String(year) }),
      ...(validity !== undefined && { validity }),
      ...(sort === 'date' && { sort }),
    },
  };
}

/** `/search/?q=…` with some of the parameters changed; `undefined` takes one out. */
export function searchPath(
  parameters: SearchParameters,
  changed: Partial<Record<Parameter, string | undefined>> = {},
): string {
  const all: Record<string, string | undefined> = { ...parameters, ...changed };
  const written = SEARCH_PARAMETERS.flatMap((name) => {
    const value = all[name];
    return value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return written.length === 0 ? '/search/' : `/search/?${written.join('&')}`;
}

function whole(text: string | undefined, most: number): number | undefined {
  if (text === undefined || !/^[1-9]\d{0,9}$/.test(text)) return undefined;
  const value = Number(text);
  return value <= most ? value : undefined;
}

const clipped = (text: string): string => [...text.toWellFormed().trim()].slice(0, LONGEST_WORDS).join('');
