import type { TextPart } from './snippet';

/** One public thing as the index keeps it: published facts only. */
export interface SearchDocument {
  readonly siteId: number;
  /** The portal at the top of the site's tree. */
  readonly networkId: number;
  readonly id: number;
  readonly title: string;
  /** Path below the site, so that an address stays right when the site moves to another host. */
  readonly path: string;
  readonly channelId: number;
  readonly channelName: string;
  readonly kind: string;
  /** 有效性 of a policy document; empty on others. */
  readonly validity: string;
  /** 发文字号; empty when there is none. */
  readonly number: string;
  readonly publishedAt: Date;
  readonly summary: string;
  readonly body: string;
  /** Words of the attached files. */
  readonly files: string;
  /** Differs when anything above does. */
  readonly stamp: string;
}

export const SEARCH_SORTS = ['relevance', 'date'] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];

/** `site`: what stands at one site; `network`: at the portal and every site below it. Nothing reaches further. */
export type SearchScope =
  | { readonly kind: 'site'; readonly siteId: number }
  | { readonly kind: 'network'; readonly networkId: number };

export interface SearchFilters {
  readonly siteId?: number;
  readonly channelId?: number;
  readonly kind?: string;
  readonly year?: number;
  readonly validity?: string;
}

export interface SearchQuestion {
  readonly text: string;
  readonly scope: SearchScope;
  readonly filters: SearchFilters;
  readonly sort: SearchSort;
  readonly page: number;
  readonly pageSize: number;
}

export interface SearchHit {
  readonly siteId: number;
  readonly id: number;
  readonly title: string;
  readonly path: string;
  readonly channelId: number;
  readonly channelName: string;
  readonly kind: string;
  readonly validity: string;
  readonly number: string;
  readonly publishedAt: Date;
  /** Of what was written into the index: whoever shows it can tell whether it is still so. */
  readonly stamp: string;
  readonly titleParts: readonly TextPart[];
  readonly snippetParts: readonly TextPart[];
}

export interface FacetValue {
  readonly value: string;
  /** Only where the index knows the name. */
  readonly label: string;
  readonly count: number;
}

export const FACETS = ['site', 'channel', 'kind', 'year', 'validity'] as const;
export type FacetName = (typeof FACETS)[number];
export type SearchFacets = Readonly<Record<FacetName, readonly FacetValue[]>>;

/** `building`: being filled after a loss, what is there is answered; `absent`: nothing can be answered yet. */
export type IndexState = 'ready' | 'building' | 'absent';

/** `busy`: no answer in time; asking again a little later helps. */
export type AnswerState = IndexState | 'busy';

export interface SearchAnswer {
  readonly state: AnswerState;
  readonly total: number;
  /** There are more than were counted. */
  readonly isMore: boolean;
  readonly hits: readonly SearchHit[];
  readonly facets: SearchFacets;
  /** Searched for instead, because nothing was found for what was typed. */
  readonly corrected: string | null;
  /** Not every word is in every hit, because nothing has them all. */
  readonly isLoose: boolean;
}

const noFacets: SearchFacets = { site: [], channel: [], kind: [], year: [], validity: [] };

export const nothingFound = (state: AnswerState): SearchAnswer => ({
  state,
  total: 0,
  isMore: false,
  hits: [],
  facets: noFacets,
  corrected: null,
  isLoose: false,
});

export interface Suggestion {
  readonly title: string;
  readonly siteId: number;
  readonly id: number;
  readonly path: string;
  readonly stamp: string;
}
