import type { Link } from '@zhanqun/theming';
import type { Pager } from '../channel/channel.view';

export interface FacetLink extends Link {
  readonly count: number;
}

/** pages/policy-library.njk */
export interface PolicyLibraryView {
  /** At a portal: 本站 and 全部站点; nothing elsewhere. */
  readonly scopes?: readonly Link[];
  /** Documents that fit what was asked. */
  readonly total: number;
  readonly isAsked: boolean;
  readonly words: string;
  /** Where the form sends its words, and what else stays chosen. */
  readonly actionUrl: string;
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly facets: readonly {
    readonly label: string;
    readonly all: Link;
    readonly options: readonly FacetLink[];
  }[];
  /** What is chosen now; each link takes one away. */
  readonly chosen: readonly Link[];
  readonly clearUrl: string;
  readonly sorts: readonly Link[];
  readonly documents: readonly {
    readonly title: string;
    readonly url: string;
    readonly documentNumber: string;
    readonly organ: string;
    /** Name of the site that published it, where it is another one. */
    readonly siteName: string | null;
    readonly subject: string;
    readonly genre: string;
    /** 成文日期, `YYYY-MM-DD`. */
    readonly issuedOn: string;
    readonly publishedAt: Date;
    readonly validity: string;
    readonly validityLabel: string;
  }[];
  readonly pager: Pager;
}
