import type { Answer } from '../support/visitor';
import { SITES, type SiteKey } from '../support/county';

/** Which theme each site of the county wears. */
export const THEMES = {
  'portal-red': ['shifan'],
  'department-blue': ['czj', 'jyj', 'wjw', 'rsj'],
  'township-green': ['qingshui', 'longtan', 'hexi'],
} as const satisfies Record<string, readonly SiteKey[]>;
export type ThemeName = keyof typeof THEMES;
export const THEME_NAMES = Object.keys(THEMES) as ThemeName[];

/** Recognised by what only such a page has; the first that fits. */
const MARKS = {
  policyDocument: 'class="paper-number"',
  interpretation: 'class="interprets"',
  page: 'single-page',
  channelIndex: 'class="channel-sections"',
  channel: 'class="channel-body"',
  article: 'class="article-body"',
} as const;
const NAMED = { home: '/', siteMap: '/sitemap/', notFound: '/there-is-no-such-page/' } as const;
export type PageKind = keyof typeof MARKS | keyof typeof NAMED;
export const PAGE_KINDS = [...Object.keys(NAMED), ...Object.keys(MARKS)] as PageKind[];

const kindOf = (body: string): PageKind | undefined =>
  (Object.keys(MARKS) as (keyof typeof MARKS)[]).find((kind) => body.includes(MARKS[kind]));

/** One page of each kind a theme has to show: of those that can be reached, the one with most on it. */
export function fullestPages(
  port: number,
  reached: ReadonlyMap<string, Answer>,
  theme: ThemeName,
): Map<PageKind, string> {
  const [first] = THEMES[theme];
  const fullest = new Map<PageKind, { url: string; size: number }>();
  for (const [kind, path] of Object.entries(NAMED) as [PageKind, string][])
    fullest.set(kind, { url: `http://${SITES[first].host}:${port}${path}`, size: Infinity });
  for (const [place, { status, body }] of reached) {
    const [host = '', path = ''] = place.split(' ');
    const kind = status === 200 && isOf(theme, host, path) ? kindOf(body) : undefined;
    if (!kind || (fullest.get(kind)?.size ?? 0) >= body.length) continue;
    fullest.set(kind, { url: `http://${host}:${port}${path}`, size: body.length });
  }
  return new Map([...fullest].map(([kind, { url }]) => [kind, url]));
}

function isOf(theme: ThemeName, host: string, path: string): boolean {
  const isBelow = (key: SiteKey): boolean =>
    SITES[key].host === host && path.startsWith(`${SITES[key].prefix}/`);
  const owner = isBelow('hexi') ? 'hexi' : (Object.keys(SITES) as SiteKey[]).find(isBelow);
  return owner !== undefined && (THEMES[theme] as readonly SiteKey[]).includes(owner);
}
