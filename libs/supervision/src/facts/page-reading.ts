import { load } from 'cheerio';

/** The newest `<time datetime>` that a page shows; null when it shows none that can be read. */
export function newestTime(html: string): Date | null {
  const $ = load(html);
  const times = $('time[datetime]')
    .map((_, element) => Date.parse($(element).attr('datetime') ?? ''))
    .get()
    .filter((time) => !Number.isNaN(time));
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}

export interface FoundLink {
  readonly target: string;
  readonly label: string;
}

/** Addresses that a text leads to (links, pictures), made absolute; jumps within the page are left out. */
export function linksOf(html: string, pageUrl: string): FoundLink[] {
  const $ = load(html, null, false);
  const found: FoundLink[] = [];
  $('a[href], img[src]').each((_, element) => {
    const written = $(element).attr('href') ?? $(element).attr('src') ?? '';
    if (written.startsWith('#') || !URL.canParse(written, pageUrl)) return;
    const url = new URL(written, pageUrl);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return;
    url.hash = '';
    found.push({
      target: url.href,
      label: ($(element).text() || ($(element).attr('alt') ?? '')).trim().slice(0, 100),
    });
  });
  return found;
}
