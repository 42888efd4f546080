import type { Link } from '@zhanqun/theming';
import type { ArticleLink } from '../article/article.view';

export interface Pager {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly previousUrl: string | null;
  readonly nextUrl: string | null;
  /** Numbered links around the current page; null stands for a gap. */
  readonly links: readonly ({
    readonly page: number;
    readonly url: string;
    readonly isCurrent: boolean;
  } | null)[];
}

/** A child channel shown on its parent's page with its newest articles. */
export interface ChannelSection {
  readonly channel: Link;
  readonly articles: readonly ArticleLink[];
}

/** pages/channel.njk (list) and pages/channel-index.njk (parent with sections). */
export interface ChannelView {
  readonly channel: { readonly name: string; readonly description: string; readonly url: string };
  /** Top channel and its children, for the side menu; the open one is `isCurrent`. */
  readonly menu: { readonly top: Link; readonly entries: readonly Link[] };
  readonly sections: readonly ChannelSection[];
  readonly articles: readonly ArticleLink[];
  /** `title`, or the style that all entries of the page share. */
  readonly listStyle: string;
  readonly pager: Pager;
}

/** pages/page.njk: a static channel shown as one text. */
export interface SinglePageView {
  readonly channel: { readonly name: string; readonly url: string };
  readonly menu: { readonly top: Link; readonly entries: readonly Link[] };
  readonly title: string;
  readonly source: string;
  readonly publishedAt: Date;
  /** A SanitizedHtml value. */
  readonly body: unknown;
}
