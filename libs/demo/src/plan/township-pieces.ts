import { COUNTY_WORDS, TOWNSHIPS, VILLAGERS } from '../county/places';
import { SITE_PAGES } from '../texts/pages-of-sites';
import { FARMING, LETTERS, TOWN_SERVICES } from '../topics/everyday';
import { TOWNSHIP_NOTICES } from '../topics/notices';
import { TOWNSHIP_NEWS } from '../topics/township-news';
import type { Words } from './fill';
import type { Piece } from './piece';
import type { Desk } from './desk';
import { disclosurePieces, officeOf, officeWords, page, series, type Series } from './shared-pieces';
import { townWords } from './town-words';

type TownshipKey = keyof typeof TOWNSHIPS;

/** Days since the last news of 清水镇: more than the fortnight that the regulation allows. */
export const STALE_DAYS = 20;

export const townshipPieces = (desk: Desk): Piece[] =>
  (Object.keys(TOWNSHIPS) as TownshipKey[]).flatMap((site, at) => piecesOf(desk, site, at));

function piecesOf(desk: Desk, site: TownshipKey, at: number): Piece[] {
  const source = officeOf(site);
  const words = (): Words => ({
    ...COUNTY_WORDS,
    ...officeWords(site),
    ...townWords(TOWNSHIPS[site], desk.chance),
    villager: desk.chance.pick(VILLAGERS),
  });
  const channel = (path: string, rest: Omit<Series, 'site' | 'channel' | 'words' | 'source'>): Piece[] =>
    series(desk, { site, channel: path, words, source, ...rest });
  const isStale = site === 'qingshui';
  const isBlank = site === 'longtan';

  return [
    ...(SITE_PAGES[site] ?? []).map((text, age) => page(desk, site, text, 88 + at * 13 + age * 29)),
    ...channel('xzdt', { when: { count: 26, newest: isStale ? STALE_DAYS : at }, topics: TOWNSHIP_NEWS }),
    ...channel('tzgg', { when: { count: 13, newest: 3 + at * 2 }, topics: TOWNSHIP_NOTICES, kind: 'notice' }),
    ...channel('snxx', { when: { count: 9, newest: 4 + at }, topics: FARMING }),
    ...channel('bmfw', { when: { count: 8, newest: 7 + at }, topics: TOWN_SERVICES }),
    ...(isBlank ? [] : channel('hdjl', { when: { count: 3, newest: 25 + at * 6 }, topics: LETTERS })),
    ...disclosurePieces(desk, site),
  ];
}
