import { ErrorLevel, SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';

/** One line: an absolute address and when what stands there last changed. */
export interface MapEntry {
  readonly url: string;
  readonly changedAt: Date | null;
}

/**
 * Addresses in one part. The protocol allows 50,000 in 50 MB; a tenth of it keeps a part near half a
 * megabyte, so that making one costs little memory and the cache holds many.
 */
export const MOST_IN_A_PART = 5_000;

/** A part of the site map. */
export function mapPart(entries: readonly MapEntry[]): Promise<Buffer> {
  const xmlns = { news: false, video: false, xhtml: false, image: false };
  const stream = new SitemapStream({ level: ErrorLevel.THROW, xmlns });
  const whole = streamToPromise(stream);
  for (const { url, changedAt } of entries) stream.write({ url, ...lastmod(changedAt) });
  stream.end();
  return whole;
}

/** The list of the parts. */
export function mapIndex(parts: readonly MapEntry[]): Promise<Buffer> {
  const stream = new SitemapIndexStream({ level: ErrorLevel.THROW });
  const whole = streamToPromise(stream);
  for (const { url, changedAt } of parts) stream.write({ url, ...lastmod(changedAt) });
  stream.end();
  return whole;
}

const lastmod = (changedAt: Date | null): { lastmod?: string } =>
  changedAt ? { lastmod: changedAt.toISOString() } : {};
