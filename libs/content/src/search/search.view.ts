import type { Link } from '@zhanqun/theming';
import type { AnswerState, TextPart } from '@zhanqun/platform';
import type { Pager } from '../channel/channel.view';

export interface SearchResultView {
  readonly titleParts: readonly TextPart[];
  /** Without marks: for the title attribute. */
  readonly title: string;
  readonly url: string;
  readonly snippetParts: readonly TextPart[];
  readonly siteName: string;
  readonly channelName: string;
  readonly kindName: string;
  readonly documentNumber: string;
  /** 有效性 of a policy document with its word; null on others. */
  readonly validity: { readonly code: string; readonly label: string } | null;
  readonly publishedAt: Date;
}

export interface FacetView {
  readonly label: string;
  /** Takes the choice back; null when nothing is chosen. */
  readonly allUrl: string | null;
  readonly values: readonly {
    readonly label: string;
    readonly count: number;
    readonly url: string;
    readonly isChosen: boolean;
  }[];
}

export interface SearchChoice {
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
}

/** pages/search.njk */
export interface SearchView {
  readonly actionUrl: string;
  readonly suggestUrl: string;
  readonly words: string;
  readonly scopes: readonly SearchChoice[];
  readonly kinds: readonly SearchChoice[];
  readonly sorts: readonly { readonly label: string; readonly url: string; readonly isChosen: boolean }[];
  /** Choices other than words, scope and kind that a new search keeps. */
  readonly isAsked: boolean;
  /** `absent`, `busy`: nothing can be answered just now; `building`: what is answered may lack something. */
  readonly state: AnswerState;
  /** The same search once more. */
  readonly againUrl: string;
  readonly totalWords: string;
  readonly results: readonly SearchResultView[];
  readonly facets: readonly FacetView[];
  readonly corrected: { readonly words: string; readonly url: string } | null;
  readonly isLoose: boolean;
  /** The same words in the whole network; null when that is what was asked. */
  readonly widerUrl: string | null;
  readonly hasFilters: boolean;
  readonly plainUrl: string;
  readonly hotWords: readonly Link[];
  readonly helpLinks: readonly Link[];
  readonly pager: Pager;
}
