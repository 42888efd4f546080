import { createHash, randomInt } from 'node:crypto';
import type { SiteRef } from '@zhanqun/kernel';
import type { SiteDirectory } from '@zhanqun/platform';
import type { Answer } from '../site/answer';
import type { PublicSite } from '../site/public-site';
import { isSearchPage } from './left-out';
import type { MirrorFolder } from './mirror-folder';
import type { Copied, MirrorState } from './mirror-state';
import { OwnAddresses } from './own-addresses';
import { redirectPage } from './stand-in-pages';
import { linesOfMap } from './written-links';

export interface MirrorCheck {
  readonly sampled: number;
  readonly same: number;
  /** The copy has other bytes than citizens get. */
  readonly differing: readonly string[];
  /** Citizens have it; the copy has not, or its file is gone. */
  readonly missing: readonly string[];
  /** The copy has it; citizens have it no more. */
  readonly leftover: readonly string[];
  /** Neither could be said: the site does not answer. */
  readonly unanswered: readonly string[];
}

export interface CheckParts {
  readonly site: PublicSite;
  readonly directory: SiteDirectory;
  readonly folder: MirrorFolder;
  readonly state: MirrorState;
}

/** No digest is so short. */
const NONE = '';

type Verdict = 'same' | 'differing' | 'missing' | 'leftover' | 'unanswered';

/**
 * Drift: sampled files of the copy against what citizens get now, and as many of the newest addresses of
 * the site map against the copy. The sample begins anywhere and is spread evenly.
 */
export async function checkMirror(parts: CheckParts, site: SiteRef, pages: number): Promise<MirrorCheck> {
  const own = new OwnAddresses(parts.directory, site);
  const compared = [...parts.state.all()].filter(
    ({ path }) => !path.endsWith('/404.html') && !isSearchPage(own.below(path) ?? ''),
  );
  const found: Record<Verdict, string[]> = {
    same: [],
    differing: [],
    missing: [],
    leftover: [],
    unanswered: [],
  };
  for (const copied of spread(compared, pages)) {
    found[await judge(parts, site, copied)].push(copied.path);
  }
  for (const path of await newest(parts, site, own, pages))
    if (!parts.state.get(path)) found.missing.push(path);
  const { same, ...faults } = found;
  return { sampled: Math.min(pages, compared.length), same: same.length, ...faults };
}

function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  const start = randomInt(items.length);
  return Array.from(
    { length: count },
    (_, at) => items[(start + Math.floor((at * items.length) / count)) % items.length] as T,
  );
}

async function judge({ site: live, folder }: CheckParts, site: SiteRef, copied: Copied): Promise<Verdict> {
  const { path, place } = copied;
  const answer = await live.handle({ method: 'GET', host: site.host, url: path, headers: {} });
  const expected = await digestOf(answer, site);
  if (expected === NONE) return 'leftover';
  if (expected === null) return 'unanswered';
  const actual = await folder.digest(place);
  if (actual === null) return 'missing';
  return actual === expected ? 'same' : 'differing';
}

async function digestOf({ status, headers, body }: Answer, site: SiteRef): Promise<string | null> {
  const isNotice = site.status === 'suspended' || site.status === 'closed';
  const hash = createHash('sha256');
  if (status >= 300 && status < 400 && headers['Location'])
    return hash.update(redirectPage(headers['Location'])).digest('base64url');
  if (status === 404 || (status === 410 && !isNotice)) return NONE;
  if (status !== 200 && !isNotice) return null;
  if (Buffer.isBuffer(body)) hash.update(body);
  else if (body) for await (const piece of body) hash.update(piece as Buffer);
  return hash.digest('base64url');
}

async function newest(
  { site: live, directory }: CheckParts,
  site: SiteRef,
  own: OwnAddresses,
  count: number,
): Promise<string[]> {
  const read = async (path: string): Promise<string[]> => {
    const { status, body } = await live.handle({ method: 'GET', host: site.host, url: path, headers: {} });
    if (status !== 200 || !Buffer.isBuffer(body)) return [];
    return linesOfMap(body.toString()).flatMap(({ address }) => {
      const found = own.read(address, path);
      return found.kind === 'own' ? [found.path] : [];
    });
  };
  const paths: string[] = [];
  for (const part of await read(directory.sitePath(site, '/sitemap.xml'))) {
    paths.push(...(await read(part)));
    if (paths.length >= count) break;
  }
  return paths.slice(0, count);
}
