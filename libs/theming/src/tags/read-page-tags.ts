import { load } from 'cheerio/slim';
import type { MetaTag } from '../chrome';

/**
 * The named meta tags of a page as a visitor's machine reads them, in order, repetitions and empty values
 * included. Only `<head>` counts; names are case-sensitive.
 */
export function readPageTags(html: string): MetaTag[] {
  const $ = load(html);
  return $('head meta[name]')
    .toArray()
    .map((element) => ({ name: $(element).attr('name') ?? '', content: $(element).attr('content') ?? '' }));
}
