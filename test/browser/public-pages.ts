import type { Answer } from '../support/visitor';
import { SITES, SITE_KEYS } from '../support/county';
import { marks, named, themes } from './screens.json';

export type ThemeName = keyof typeof themes;
export const THEME_NAMES = Object.keys(themes) as ThemeName[];
export type PageKind = keyof typeof marks | keyof typeof named;
export const PAGE_KINDS = [...Object.keys(named), ...Object.keys(marks)] as PageKind[];

/** The first mark that fits: what only such a page has. */
const kindOf = (body: string): PageKind | undefined =>
  (Object.keys(marks) as (keyof typeof marks)[]).find((kind) => body.includes(marks[kind]));

/** One page of each kind a theme has to show: of those that can be reached, the one with most on it. */
export function fullestPages(
  port: number,
  reached: ReadonlyMap<string, Answer>,
  theme: ThemeName,
): Map<PageKind, string> {
  const home = SITES[themes[theme][0] as keyof typeof SITES];
  const fullest = new Map<PageKind, { url: string; size: number }>();
  for (const [kind, path] of Object.entries(named) as [PageKind, string][])
    fullest.set(kind, { url: `http://${home.host}:${port}${home.prefix}${path}`, size: Infinity });
  for (const [place, { status, body }] of reached) {
    const [host = '', path = ''] = place.split(' ');
    const kind = status === 200 && themes[theme].includes(siteAt(host, path)) ? kindOf(body) : undefined;
    if (!kind || (fullest.get(kind)?.size ?? 0) >= body.length) continue;
    fullest.set(kind, { url: `http://${host}:${port}${path}`, size: body.length });
  }
  return new Map([...fullest].map(([kind, { url }]) => [kind, url]));
}

/** The site a page belongs to: the longest prefix wins. */
function siteAt(host: string, path: string): string {
  const here = SITE_KEYS.filter(
    (key) => SITES[key].host === host && path.startsWith(`${SITES[key].prefix}/`),
  );
  return here.toSorted((a, b) => SITES[b].prefix.length - SITES[a].prefix.length)[0] ?? '';
}
