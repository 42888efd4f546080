import type { Link } from '@zhanqun/theming';
import type { ArticleLink, AttachmentLink } from '../article/article.view';
import type { FactSheet } from '../kind/fact-sheet.view';

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

/** An article with what a layout of its channel shows of it. */
export interface ChannelEntry {
  readonly article: ArticleLink;
  readonly sheet: FactSheet;
  /** The answer of a question as a SanitizedHtml value; null in other layouts. */
  readonly body: unknown;
  /** Files of a download; empty in other layouts. */
  readonly files: readonly AttachmentLink[];
}

/** pages/channel.njk (list), pages/channel-index.njk (parent with sections), and pages/channel-….njk (layouts). */
export interface ChannelView {
  readonly channel: { readonly name: string; readonly description: string; readonly url: string };
  /** Top channel and its children, for the side menu; the open one is `isCurrent`. */
  readonly menu: { readonly top: Link; readonly entries: readonly Link[] };
  readonly sections: readonly ChannelSection[];
  readonly articles: readonly ArticleLink[];
  /** The same articles with their facts; empty where the channel has no layout of its own. */
  readonly entries: readonly ChannelEntry[];
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
