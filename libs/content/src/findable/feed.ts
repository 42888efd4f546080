import { Feed } from 'feed';

export interface FeedEntry {
  readonly title: string;
  /** Absolute; also what the entry is known by, for good. */
  readonly url: string;
  readonly summary: string;
  readonly source: string;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
}

export interface FeedFacts {
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly pageUrl: string;
  readonly lang: string;
  readonly author: string;
  /** Stands as the time of a feed without entries: it must not change by itself. */
  readonly since: Date;
  readonly entries: readonly FeedEntry[];
}

/** Characters that XML 1.0 does not admit, halves of pairs included. */
const NO_XML =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const plain = (text: string): string => text.replace(NO_XML, '');
/** Titles and summaries are plain text here, but stand as HTML in the feed. */
const asHtml = (text: string): string =>
  plain(text).replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] as string);

/** Atom. The same entries make the same bytes, whenever it is written. */
export function atomFeed(facts: FeedFacts): Buffer {
  const newest = Math.max(facts.since.getTime(), ...facts.entries.map(({ updatedAt }) => +updatedAt));
  const feed = new Feed({
    id: facts.url,
    title: plain(facts.title),
    ...(facts.description ? { description: plain(facts.description) } : {}),
    link: facts.pageUrl,
    feedLinks: { atom: facts.url },
    language: facts.lang,
    updated: new Date(newest),
    generator: false,
    author: { name: plain(facts.author) },
  });
  for (const entry of facts.entries)
    feed.addItem({
      id: entry.url,
      link: entry.url,
      title: asHtml(entry.title),
      ...(entry.summary ? { description: asHtml(entry.summary) } : {}),
      date: entry.updatedAt,
      published: entry.publishedAt,
      author: [{ name: plain(entry.source) || plain(facts.author) }],
    });
  return Buffer.from(feed.atom1());
}
