import type { Chrome, MetaTag, PageInfo } from '../chrome';
import { absolute } from './absolute';
import type { JsonLd } from './json-ld';
import { articleData, breadcrumbData, organisationData } from './structured-data';

/** `<meta property content>` of Open Graph. */
export interface PropertyTag {
  readonly property: string;
  readonly content: string;
}

/** What machines that read a page are told beyond the page tags of 国办发〔2017〕47号. */
export interface PageHead {
  /** For `<meta name="description">`; empty where the page tag `Description` says it already. */
  readonly description: string;
  /** `noindex,follow` on pages that are one view of many of the same things. */
  readonly robots: string;
  readonly previousUrl: string;
  readonly nextUrl: string;
  /** Atom feeds: of the site, and of the channel the page belongs to. */
  readonly feeds: readonly { readonly title: string; readonly url: string }[];
  readonly openGraph: readonly PropertyTag[];
  /** schema.org, one `<script type="application/ld+json">` each. */
  readonly things: readonly JsonLd[];
}

export type SchemaType =
  'Article' | 'NewsArticle' | 'Legislation' | 'VideoObject' | 'ProfilePage' | 'AboutPage' | 'ContactPage';

/** What a page knows of itself that its tags do not say. Every part may be left out. */
export interface PageFinding {
  readonly schema?: SchemaType;
  /** 文号 of a policy document. */
  readonly documentNumber?: string;
  readonly modifiedAt?: Date;
  /** Path of the feed of its channel, prefix included, and the channel's name. */
  readonly feed?: { readonly title: string; readonly url: string };
  /** Readable by everybody, but nothing for search engines to list. */
  readonly isUnlisted?: boolean;
  /** Stated on the page that tells how the site's body is reached. */
  readonly postcode?: string;
  readonly openingHours?: string;
}

const MOST_DESCRIPTION = 200;
const only = (tags: readonly MetaTag[], name: string): string =>
  tags.find((tag) => tag.name === name)?.content ?? '';

/**
 * Made for every page alike, from its tags, its address and the frame of its site, so that no page can
 * forget it and none says something else than its tags do.
 */
export function pageHead(chrome: Chrome, page: PageInfo, data: object, finding: PageFinding = {}): PageHead {
  const { site } = chrome;
  const home = absolute(site.homeUrl, page.canonicalUrl);
  const isHome = page.path === site.homeUrl && page.breadcrumb.length === 0;
  const isArticle = only(page.tags, 'ArticleTitle') !== '';
  const description = shortened(
    only(page.tags, 'Description') || only(page.tags, 'ColumnDescription') || site.description || page.title,
  );
  const images = page.tags.filter(({ name }) => name === 'Image').map(({ content }) => content);
  const pager = pagerIn(data);
  const facts = { chrome, page, home, description, images, finding };
  const things = [
    ...(isHome || finding.schema === 'ContactPage' ? [organisationData(facts)] : []),
    ...(isArticle ? [articleData(facts)] : []),
    ...(page.breadcrumb.length > 1 ? [breadcrumbData(page)] : []),
  ];
  return {
    description: only(page.tags, 'Description') === '' ? description : '',
    robots: finding.isUnlisted ? 'noindex,follow' : '',
    previousUrl: pager.previousUrl && absolute(pager.previousUrl, page.canonicalUrl),
    nextUrl: pager.nextUrl && absolute(pager.nextUrl, page.canonicalUrl),
    feeds: [
      { title: site.name, url: `${site.homeUrl}feed.xml` },
      ...(finding.feed ? [{ title: `${finding.feed.title} - ${site.name}`, url: finding.feed.url }] : []),
    ],
    openGraph: finding.isUnlisted
      ? []
      : properties([
          ['og:site_name', site.name],
          ['og:locale', site.lang.replace('-', '_')],
          ['og:type', isArticle ? 'article' : 'website'],
          ['og:title', page.title],
          ['og:url', page.canonicalUrl],
          ['og:description', description],
          ...images.map((image) => ['og:image', image] as const),
        ]),
    things: finding.isUnlisted ? [] : things,
  };
}

/** Any page whose data has a `pager` tells where the pages beside it are. */
function pagerIn(data: object): { previousUrl: string; nextUrl: string } {
  const pager = (data as { pager?: { previousUrl?: unknown; nextUrl?: unknown } }).pager;
  const address = (value: unknown): string => (typeof value === 'string' ? value : '');
  return { previousUrl: address(pager?.previousUrl), nextUrl: address(pager?.nextUrl) };
}

const shortened = (text: string): string =>
  [...text.replace(/\s+/g, ' ').trim()].slice(0, MOST_DESCRIPTION).join('');

const properties = (pairs: readonly (readonly [property: string, content: string])[]): PropertyTag[] =>
  pairs.map(([property, content]) => ({ property, content })).filter(({ content }) => content !== '');
