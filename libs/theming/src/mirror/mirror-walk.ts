import { Readable } from 'node:stream';
import type { Clock, SiteRef } from '@zhanqun/kernel';
import type { SiteDirectory } from '@zhanqun/platform';
import type { Answer } from '../site/answer';
import type { PublicSite } from '../site/public-site';
import { TRADITIONAL } from '../variant/variant-path';
import { isSearchPage, reasonToLeaveOut } from './left-out';
import { mirrorUnavailable } from './mirror.errors';
import type { MirrorFolder } from './mirror-folder';
import { mirrorPlace } from './mirror-place';
import { MirrorQueue, type MirrorStep } from './mirror-queue';
import { MirrorTally } from './mirror-report';
import { MirrorState } from './mirror-state';
import { OwnAddresses } from './own-addresses';
import { redirectPage, searchAwayPage } from './stand-in-pages';
import { hasForm, isCounted, linesOfMap, linksIn } from './written-links';

export interface MirrorParts {
  readonly site: PublicSite;
  readonly directory: SiteDirectory;
  readonly clock: Clock;
  readonly folder: MirrorFolder;
  readonly state: MirrorState;
}

export interface MirrorProgress {
  readonly done: number;
  /** Known so far; grows while the walk finds more. */
  readonly known: number;
  readonly path: string;
}

export interface WalkOrder {
  readonly run: number;
  readonly isTraditional: boolean;
  /** Goes on with a run that was killed: what it has read is not asked for again. */
  readonly isResumed: boolean;
  readonly onProgress?: ((progress: MirrorProgress) => void) | undefined;
}

/** No page has this address, so it answers with the site's 404 page. */
const NOWHERE = '/__mirror-404/';
const TEXT = /\.(?:html|css|m?js)$/;
/** Things that belong to the page that shows them. */
const FILE = /\/_(?:theme|files)\//;

/** One run: every address of one site, each asked once and put in its place. */
export class MirrorWalk {
  private readonly queue = new MirrorQueue();
  private readonly tally = new MirrorTally();
  private readonly own: OwnAddresses;
  /** Paths that belong to the copy as it is now. */
  private readonly seen = new Set<string>();

  constructor(
    private readonly parts: MirrorParts,
    private readonly site: SiteRef,
    private readonly order: WalkOrder,
  ) {
    this.own = new OwnAddresses(parts.directory, site);
  }

  async run(): Promise<{ tally: MirrorTally; isComplete: boolean }> {
    const { state } = this.parts;
    const home = this.at('/');
    const first = await this.ask(home);
    const isShown = this.site.status === 'online' || this.site.status === 'closing';
    if (isShown && first.status !== 200) throw mirrorUnavailable({ status: first.status });
    discard(first);
    await state.begin(this.order.run, this.order.isTraditional);
    if (isShown) {
      for (const path of ['/', '/sitemap.xml', '/feed.xml']) this.queue.addFirst(this.at(path));
      if (this.site.prefix === '') this.queue.addFirst('/robots.txt');
      if (this.order.isTraditional) this.queue.addFirst(this.at(`${TRADITIONAL}/`));
      await this.keepAnswer(this.at(NOWHERE), this.at('/404.html'));
    } else for (const place of ['/', '/404.html']) await this.keepAnswer(home, this.at(place));
    for (let step = this.queue.next(); step; step = this.queue.next()) {
      await this.take(step);
      const { done, waiting } = this.queue;
      this.order.onProgress?.({ done, known: done + waiting, path: step.path });
    }
    const isComplete = this.tally.failures === 0;
    if (isComplete) await this.removeUnseen();
    await state.end();
    return { tally: this.tally, isComplete };
  }

  private at(path: string): string {
    return this.parts.directory.sitePath(this.site, path);
  }

  private async take(step: MirrorStep): Promise<void> {
    try {
      await this.copy(step);
    } catch (error) {
      this.seen.add(step.path);
      this.tally.fail(step.path, error instanceof Error ? error.message : String(error));
    }
  }

  private async copy(step: MirrorStep): Promise<void> {
    const { folder, state } = this.parts;
    const { path } = step;
    const below = this.own.below(path);
    if (below !== null && isSearchPage(below))
      return this.put(step, mirrorPlace(this.site.host, path), searchAwayPage(this.at('/')), '');
    const place = mirrorPlace(this.site.host, path);
    if (!place) return this.tally.leave('unwritable', path);
    const kept = state.get(path);
    const isHere = kept?.place === place && (await folder.isUntouched(place, kept));
    if (isHere && this.isReadAlready(step, kept.run, kept.readAt)) return this.keep(step, place);
    const answer = await this.ask(path, isHere ? kept.etag : '');
    switch (answer.status) {
      case 304:
        await state.put({ ...(kept as NonNullable<typeof kept>), ...this.now() });
        return this.keep(step, place);
      case 200:
        if (isStale(answer)) throw new Error('只有过期的页面可读');
        return this.put(step, place, answer.body ?? Buffer.alloc(0), answer.headers['ETag'] ?? '');
      case 301:
      case 302:
      case 308:
        return this.redirect(step, place, answer.headers['Location'] ?? '');
      case 404:
        discard(answer);
        return this.tally.break(path, step.from);
      case 410:
        discard(answer);
        return this.tally.leave('gone', path);
    }
    discard(answer);
    throw new Error(`应答 ${answer.status}`);
  }

  /** What nobody dates, lists above all, is always read anew. */
  private isReadAlready({ path, changedAt }: MirrorStep, run: number, readAt: number): boolean {
    if (!this.order.isResumed || run !== this.order.run) return false;
    return (changedAt > 0 || FILE.test(path)) && changedAt < readAt;
  }

  /** The file stands as it is; where it leads still counts. */
  private async keep({ path }: MirrorStep, place: string): Promise<void> {
    this.tally.untouched += 1;
    this.seen.add(path);
    if (TEXT.test(place) || place.endsWith('.xml'))
      this.follow(path, place, (await this.parts.folder.read(place)).toString());
  }

  private async put(
    { path }: Pick<MirrorStep, 'path'>,
    place: string | null,
    body: Buffer | Readable,
    etag: string,
  ): Promise<void> {
    if (!place) return this.tally.leave('unwritable', path);
    const { folder, state } = this.parts;
    const { isChanged, ...standing } = await folder.write(this.site.key, place, body, state.get(path));
    await state.put({ path, place, ...standing, etag, ...this.now() });
    if (isChanged) this.tally.written += 1;
    else this.tally.untouched += 1;
    this.seen.add(path);
    if (Buffer.isBuffer(body) && (TEXT.test(place) || place.endsWith('.xml')))
      this.follow(path, place, body.toString());
  }

  private async redirect(step: MirrorStep, place: string, location: string): Promise<void> {
    this.add(location, step.path);
    // A folder's address without its slash: web servers lead there themselves.
    if (location === `${step.path}/`) return;
    if (!place.endsWith('.html')) return this.tally.leave('redirect', `${step.path} → ${location}`);
    this.tally.redirects += 1;
    await this.put(step, place, redirectPage(location), '');
  }

  /** What the site answers at one address, whatever its status, as the file of another. */
  private async keepAnswer(asked: string, path: string): Promise<void> {
    const { body } = await this.ask(asked);
    if (Buffer.isBuffer(body)) await this.put({ path }, mirrorPlace(this.site.host, path), body, '');
  }

  private follow(path: string, place: string, text: string): void {
    if (place.endsWith('.xml')) return this.followMap(path, text);
    if (place.endsWith('.html')) {
      if (hasForm(text)) this.tally.leave('forms', path);
      if (isCounted(text)) this.tally.leave('visits', path);
    }
    for (const address of linksIn(place, text)) this.add(address, path);
  }

  private followMap(path: string, xml: string): void {
    const below = this.own.below(path) ?? '';
    if (!/^\/sitemap(?:-[a-z0-9-]+)?\.xml$/.test(below)) return;
    const lines = linesOfMap(xml).flatMap((line) => {
      const own = this.own.read(line.address, path);
      return own.kind === 'own' ? [{ ...line, path: own.path }] : [];
    });
    if (below === '/sitemap.xml') this.queue.addParts(lines.map((line) => line.path));
    else this.queue.addDated(lines, path);
  }

  private add(address: string, from: string): void {
    const found = this.own.read(address, from);
    if (found.kind === 'outside') this.tally.outside += 1;
    if (found.kind === 'otherSite') this.tally.leave('otherSite', found.path);
    if (found.kind !== 'own') return;
    const below = this.own.below(found.path);
    const why = below === null ? null : reasonToLeaveOut(below);
    if (why) this.tally.leave(why, found.path);
    if (why && !(below !== null && isSearchPage(below))) return;
    if (below?.startsWith(`${TRADITIONAL}/`) && !this.order.isTraditional)
      return this.tally.leave('variant', found.path);
    if (found.query !== '' && !why) this.tally.leave('queries', found.path + found.query);
    if (FILE.test(found.path)) this.queue.addFirst(found.path, from);
    else this.queue.addRest(found.path, from);
  }

  /** Files of themes are shared by all copies of a host. */
  private async removeUnseen(): Promise<void> {
    const { folder, state } = this.parts;
    const gone = [...state.all()].filter(({ path }) => !this.seen.has(path));
    const places = new Set(
      [...state.all()].filter(({ path }) => this.seen.has(path)).map(({ place }) => place),
    );
    const shared = gone.some(({ path }) => path.startsWith('/_theme/')) ? await this.heldByOthers() : places;
    for (const { path, place } of gone) {
      if (!places.has(place) && !shared.has(place)) await folder.remove(place);
      await state.remove(path);
      this.tally.removed += 1;
    }
  }

  private async heldByOthers(): Promise<Set<string>> {
    const { folder } = this.parts;
    const held = new Set<string>();
    for (const key of await folder.keys()) {
      if (key === this.site.key) continue;
      for (const { place } of (await MirrorState.read(folder.stateFile(key)))?.all() ?? []) held.add(place);
    }
    return held;
  }

  private now(): { readAt: number; run: number } {
    return { readAt: this.parts.clock.now().getTime(), run: this.order.run };
  }

  private async ask(path: string, etag = ''): Promise<Answer> {
    const headers = etag === '' ? {} : { 'if-none-match': etag };
    return this.parts.site.handle({ method: 'GET', host: this.site.host, url: path, headers });
  }
}

function discard({ body }: Answer): void {
  if (body instanceof Readable) body.destroy();
}

/** While the database is away the engine shows what it has; a copy waits for better. */
const isStale = ({ headers }: Answer): boolean => headers['X-Cache'] === 'stale';
