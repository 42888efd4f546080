import type { Answer } from '@zhanqun/theming';
import { textOf, type Citizens } from './citizens';
import { SITE_KEYS, SITES } from './county';

/** An address of the county that some page links to, with its answer. */
export interface Walked {
  readonly host: string;
  /** Path with query. */
  readonly path: string;
  readonly answer: Answer;
  /** The page, of those that link here, that was read first. */
  readonly from: string;
  /** HTML of a page; empty for everything else. */
  readonly html: string;
  /** Names that a fragment may lead to. */
  readonly names: ReadonlySet<string>;
}

export interface Walk {
  /** By `host path`. */
  readonly places: ReadonlyMap<string, Walked>;
  /** Links that leave the county, by address, with the page that has them. */
  readonly outside: ReadonlyMap<string, string>;
  /** Fragments: `host path#name` and the page that has the link. */
  readonly fragments: ReadonlyMap<string, string>;
}

interface Step {
  readonly place: string;
  readonly from: string;
}

const IN_VAIN = /^(?:mailto|tel|data|javascript):/i;
/** Files of the theme and of the library: whether they are there is asked, they are not read. */
const FILE = /\/_(?:theme|files)\//;
const TRADITIONAL = /^(?:\/[a-z-]+)?\/zh-hant\//;

const ADDRESS = /\s(?:href|src|action)="([^"]+)"/g;
const PICTURES = /\ssrcset="([^"]+)"/g;
const ENTITY = /&(?:amp|#39|#x3D|quot);/g;
const SIGNS: Readonly<Record<string, string>> = { '&amp;': '&', '&#39;': "'", '&#x3D;': '=', '&quot;': '"' };

/** The engine and the sanitiser write attributes in one form, so a thousand pages need no parser. */
function addressesIn(html: string): string[] {
  const found = [...html.matchAll(ADDRESS)].map(([, address = '']) => address);
  for (const [, list = ''] of html.matchAll(PICTURES))
    found.push(...list.split(',').map((part) => part.trim().split(/\s+/)[0] ?? ''));
  return [...new Set(found)]
    .map((address) => address.replace(ENTITY, (entity) => SIGNS[entity] ?? entity))
    .filter((address) => address !== '' && !IN_VAIN.test(address));
}

const namesIn = (html: string): ReadonlySet<string> =>
  new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, name]) => name ?? ''));

/**
 * Every address of the county that can be reached by links, each asked once inside the test's own process.
 * A page with a query is asked where a page without one links to it; traditional characters are asked of
 * the home pages. Both would otherwise multiply the same pages.
 */
export async function walk(citizens: Citizens, most = 10_000): Promise<Walk> {
  const hosts = new Set<string>(Object.values(SITES).map(({ host }) => host));
  const places = new Map<string, Walked>();
  const outside = new Map<string, string>();
  const fragments = new Map<string, string>();
  const queue: Step[] = SITE_KEYS.map((key) => ({
    place: `${SITES[key].host} ${SITES[key].prefix}/`,
    from: '',
  }));
  const known = new Set(queue.map(({ place }) => place));
  for (let at = 0; at < queue.length && places.size < most; at += 1) {
    const { place, from } = queue[at] as Step;
    const [host = '', path = ''] = place.split(' ');
    const method = FILE.test(path) ? 'HEAD' : 'GET';
    // Each from an address of its own, so that nobody asks too often.
    const visitor = `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`;
    const answer = await citizens.site.handle({
      method,
      url: path,
      host,
      headers: {},
      socket: { remoteAddress: visitor },
    });
    const isPage = String(answer.headers['Content-Type']).startsWith('text/html');
    const html = isPage && answer.status === 200 ? textOf(answer) : '';
    places.set(place, { host, path, answer, from, html, names: namesIn(html) });
    const isLeaf = path.includes('?') || TRADITIONAL.test(path);
    for (const address of addressesIn(html)) {
      if (!URL.canParse(address, `http://${host}${path}`)) {
        outside.set(address, place);
        continue;
      }
      const to = new URL(address, `http://${host}${path}`);
      if (!hosts.has(to.hostname)) {
        outside.set(to.href, place);
        continue;
      }
      const next = `${to.hostname} ${to.pathname}${to.search}`;
      if (to.hash !== '') fragments.set(`${next}${to.hash}`, place);
      const isTaken = isLeaf
        ? FILE.test(to.pathname)
        : !TRADITIONAL.test(to.pathname) || /^(?:\/[a-z-]+)?\/zh-hant\/$/.test(to.pathname);
      if (!isTaken || known.has(next)) continue;
      known.add(next);
      queue.push({ place: next, from: place });
    }
  }
  return { places, outside, fragments };
}

/** Pages that were answered whole, with their HTML. */
export const pagesOf = ({ places }: Walk): Walked[] => [...places.values()].filter(({ html }) => html !== '');
