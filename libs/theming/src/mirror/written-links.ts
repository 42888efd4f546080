const ATTRIBUTE = /\s(href|src|srcset|poster|action|content|data-[a-z-]+)="([^"]+)"/g;
const ENTITY = /&(?:amp|#38|#39|#x3D|quot);/g;
const SIGNS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&#38;': '&',
  '&#39;': "'",
  '&#x3D;': '=',
  '&quot;': '"',
};
const IN_VAIN = /^(?:mailto|tel|data|javascript|blob):|^#/i;
const STYLE = /url\(\s*['"]?([^'")]+)['"]?\s*\)|@import\s+['"]([^'"]+)['"]/g;
const SCRIPT = /['"](\.{1,2}\/[\w./-]+\.\w{1,8})['"]/g;

/** Every address an HTML page has in it; engine and sanitiser write attributes in one form. */
export function linksInPage(html: string): string[] {
  const found: string[] = [];
  for (const [, name = '', value = ''] of html.matchAll(ATTRIBUTE)) {
    const text = value.replace(ENTITY, (entity) => SIGNS[entity] ?? entity).trim();
    if (name === 'srcset') found.push(...text.split(',').map((one) => one.trim().split(/\s+/)[0] ?? ''));
    else if (/^(?:content|data-)/.test(name)) {
      if (/^(?:\/|https?:\/\/)\S*$/.test(text)) found.push(text);
    } else found.push(text);
  }
  return [...new Set(found)].filter((address) => address !== '' && !IN_VAIN.test(address));
}

/** Fonts, pictures and further sheets of a style sheet. */
export function linksInStyle(css: string): string[] {
  return [...css.matchAll(STYLE)]
    .map(([, url, sheet]) => (url ?? sheet ?? '').trim())
    .filter((address) => address !== '' && !IN_VAIN.test(address));
}

/** What a script loads beside itself: modules, also those it imports only when somebody needs them. */
export function linksInScript(script: string): string[] {
  return [...script.matchAll(SCRIPT)].map(([, address = '']) => address);
}

/** Forms that send something; the box that asks a page by GET is none. */
export const hasForm = (html: string): boolean => /<form\b[^>]*\smethod="post"/i.test(html);

export const isCounted = (html: string): boolean => /<body\b[^>]*\sdata-visit="/.test(html);

/** Everything that a text of this place leads to, by what its name says it is. */
export function linksIn(place: string, text: string): string[] {
  if (place.endsWith('.html')) return linksInPage(text);
  if (place.endsWith('.css')) return linksInStyle(text);
  return /\.m?js$/.test(place) ? linksInScript(text) : [];
}

export interface MapLine {
  readonly address: string;
  /** Milliseconds; 0 where the map does not say. */
  readonly changedAt: number;
}

/** The lines of a site map or of the index of its parts, newest first. */
export function linesOfMap(xml: string): MapLine[] {
  const lines = [...xml.matchAll(/<(url|sitemap)>([\s\S]*?)<\/\1>/g)].map(([, , line = '']) => ({
    address: (/<loc>([^<]+)<\/loc>/.exec(line)?.[1] ?? '').replace(ENTITY, (sign) => SIGNS[sign] ?? sign),
    changedAt: Date.parse(/<lastmod>([^<]+)<\/lastmod>/.exec(line)?.[1] ?? '') || 0,
  }));
  return lines.toSorted((left, right) => right.changedAt - left.changedAt);
}
