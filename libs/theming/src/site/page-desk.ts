import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import type { Clock } from '@zhanqun/kernel';
import { CachedPage } from '../cache/cached-page';
import type { PageCache } from '../cache/page-cache';
import type { PageStore } from '../cache/page-store';
import type { PurgeMark } from '../cache/purge-history';
import type { PageRegistry } from '../page/page-registry';
import type { ThemeLibrary } from '../theme/theme-library';
import { TraditionalMaker } from '../variant/traditional-maker';
import { AfterAnswers } from './after-answers';
import { isStoreAway } from './database-away';
import { MissingPaths } from './missing-paths';
import { isForAll, type Outcome } from './outcome';
import { PageMaker, type Made, type PageMakerParts } from './page-maker';
import { RenderQueue } from './render-queue';
import { keyOf, type Wanted } from './wanted';

/** One making of a page, and what had been purged when its data was read. */
interface Attempt {
  readonly made: Made | Outcome;
  readonly mark: PurgeMark;
  readonly now: Date;
}

export interface PageDeskParts extends PageMakerParts {
  readonly registry: () => PageRegistry;
  readonly themes: ThemeLibrary;
  readonly cache: PageCache;
  /** Where answers to queries are kept: apart, so that a flood of questions pushes no page out. */
  readonly answers: PageCache;
  readonly clock: Clock;
}

/** Page files, once somebody keeps them in step with the purge log. */
export interface OpenFiles {
  readonly store: PageStore;
  /** Whether the purge log was read since the start; until then page files may be outdated. */
  isCaughtUp(): boolean;
}

const RENDER_ATTEMPTS = 4;
/** After a failed renewal the outdated page is shown without trying again for this long. */
const RETRY_MS = 2_000;
/** How long an expired page is still shown while it is being renewed; who comes later waits for the new one. */
const LATE_MS = 60_000;

/**
 * Where pages are made when the cache has none: one rendering for all who wait, never from data that was
 * purged meanwhile, with an outdated page standing in while the database is away.
 */
export class PageDesk {
  private readonly flights = new Map<string, Promise<Outcome>>();
  private readonly missing = new MissingPaths();
  private readonly keeping = new Set<Promise<void>>();
  private readonly logger = new Logger('PublicSite');
  private files: OpenFiles | null = null;

  private readonly queue = new RenderQueue();
  private readonly after = new AfterAnswers(
    () => this.queue.waiting > 0,
    (error) => this.warn(error),
  );
  private readonly maker: PageMaker;
  private readonly traditional: TraditionalMaker;

  constructor(private readonly parts: PageDeskParts) {
    this.maker = new PageMaker(parts);
    this.traditional = new TraditionalMaker(parts.directory);
  }

  /** From here on pages are kept as files too; without it they are kept in memory only. */
  keepFiles(files: OpenFiles): void {
    this.files = files;
  }

  /** Resolves when what goes on behind the answers given so far is done: compressing, writing, unlinking. */
  async settled(): Promise<void> {
    while (this.keeping.size > 0) await Promise.all(this.keeping);
    await this.after.settled();
    await this.files?.store.settled();
  }

  /** Five hundred visitors, one rendering: who comes while a page is being made waits for that one. */
  async open(wanted: Wanted): Promise<Outcome> {
    const { site, path } = wanted;
    if (this.missing.has(site.id, path, this.parts.clock.now().getTime())) return { kind: 'missing' };
    const key = `${site.id}\0${keyOf(wanted)}`;
    let flight = this.flights.get(key);
    if (!flight) {
      flight = this.renew(wanted).finally(() => this.flights.delete(key));
      this.flights.set(key, flight);
    }
    const outcome = await flight;
    if (outcome.kind !== 'raw' || isForAll(outcome.raw)) return outcome;
    if (outcome.isTaken) return this.renew(wanted);
    outcome.isTaken = true;
    return outcome;
  }

  /**
   * A page whose time has just run out (`stale-while-revalidate`): shown once more, while the next one is
   * being made behind. Never one that was purged: after a publication nobody sees the old page.
   */
  late(wanted: Wanted): CachedPage | undefined {
    const page = this.cacheOf(wanted).peek(wanted.site.id, keyOf(wanted));
    const now = this.parts.clock.now().getTime();
    // Without a time of its own it came from a file that nobody can vouch for.
    if (page?.state !== 'live' || page.content.ttlSeconds === 0) return undefined;
    if (now >= page.expiresAt + LATE_MS) return undefined;
    this.behind(this.open(wanted));
    return page;
  }

  /** A page that may be shown as it is. */
  kept(wanted: Wanted): CachedPage | undefined {
    const now = this.parts.clock.now().getTime();
    return this.cacheOf(wanted).get(wanted.site.id, keyOf(wanted), now);
  }

  /** Takes pages out of service: in memory before this returns, on disk when the promise resolves. */
  purge(tags: readonly string[]): Promise<void> {
    const now = this.parts.clock.now().getTime();
    this.parts.chromes.purge(tags, now);
    this.missing.clear();
    this.parts.cache.purge(tags, now);
    this.parts.answers.purge(tags, now);
    return this.files?.store.purge(tags) ?? Promise.resolve();
  }

  /** The purge log no longer tells what is outdated, so everything is. */
  purgeEverything(): Promise<void> {
    const now = this.parts.clock.now().getTime();
    this.parts.chromes.purgeEverything(now);
    this.missing.clear();
    this.parts.cache.purgeEverything(now);
    this.parts.answers.purgeEverything(now);
    return this.files?.store.purgeEverything() ?? Promise.resolve();
  }

  private cacheOf({ query }: Wanted): PageCache {
    return query ? this.parts.answers : this.parts.cache;
  }

  /** A web server looks at the path alone, so a page that reads a query is never a file. */
  private filesOf({ match }: Wanted): PageStore | undefined {
    return match?.asks ? undefined : this.files?.store;
  }

  private async renew(wanted: Wanted): Promise<Outcome> {
    const { clock } = this.parts;
    const cache = this.cacheOf(wanted);
    const [siteId, key] = [wanted.site.id, keyOf(wanted)];
    const kept = cache.peek(siteId, key);
    if (kept && kept.retryAt > clock.now().getTime()) {
      const stale = cache.fallback(siteId, key, clock.now().getTime(), true);
      if (stale) return { kind: 'page', page: stale, isStale: true };
    }
    if (!kept) {
      // In turn as well: a crowd that is through with its files would otherwise come to the pages all at once.
      const found = await this.queue.run(siteId, () => this.fromFile(wanted));
      if (found) return { kind: 'page', page: found, isStale: false };
    }
    try {
      return await this.make(wanted);
    } catch (error) {
      return this.standIn(wanted, error);
    }
  }

  private async fromFile(wanted: Wanted): Promise<CachedPage | null> {
    const { cache, clock } = this.parts;
    const mark = cache.history.mark;
    const found = await this.filesOf(wanted)?.read(wanted.site, wanted.path);
    if (!found) return null;
    // Before the purge log has been read nobody knows whether the file is current: a stand-in at most.
    const content = this.isCaughtUp() ? found.content : { ...found.content, ttlSeconds: 0 };
    const page = cache.put(content, mark);
    if (!page) return null;
    page.useCompressed(found.gzip, found.brotli);
    await cache.compress(page);
    return page.state === 'live' && page.expiresAt > clock.now().getTime() ? page : null;
  }

  private isCaughtUp(): boolean {
    return this.files?.isCaughtUp() ?? true;
  }

  private async make(wanted: Wanted): Promise<Outcome> {
    const cache = this.cacheOf(wanted);
    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt === RENDER_ATTEMPTS;
      const { made, mark, now } = wanted.source
        ? await this.translated(wanted, wanted.source)
        : await this.madeInTurn(wanted);
      switch (made.kind) {
        case 'page':
        case 'answer':
        case 'failed':
          return made;
        case 'missing':
          if (cache.history.mark !== mark && !isLast) continue;
          this.forget(wanted);
          if (cache.history.mark === mark && !wanted.query)
            this.missing.add(wanted.site.id, wanted.path, now.getTime());
          return { kind: 'missing' };
        case 'redirect':
          this.forget(wanted);
          return made.answer ? { kind: 'answer', answer: made.answer } : { kind: 'missing' };
        case 'elsewhere':
          return { kind: 'answer', answer: made.answer };
        case 'raw':
          return { kind: 'raw', raw: made.raw, isTaken: false };
        case 'content': {
          const page = made.mayBeKept ? cache.put(made.content, mark) : new CachedPage(made.content);
          if (page && made.mayBeKept) this.keep(wanted, page);
          if (page) return { kind: 'page', page, isStale: false };
          if (isLast) return { kind: 'page', page: new CachedPage(made.content), isStale: false };
        }
      }
    }
  }

  /** When its turn comes, from data read then. */
  private madeInTurn(wanted: Wanted): Promise<Attempt> {
    return this.queue.run(wanted.site.id, async () => {
      const { clock } = this.parts;
      const mark = this.cacheOf(wanted).history.mark;
      const now = clock.now();
      return { made: await this.maker.make(wanted, now), mark, now };
    });
  }

  private async translated(wanted: Wanted, source: Wanted): Promise<Attempt> {
    const mark = this.cacheOf(wanted).history.mark;
    return { made: await this.translate(wanted, source), mark, now: this.parts.clock.now() };
  }

  /** 繁体版: made from the page in simplified Chinese, which is made first where it is not kept. */
  private async translate({ site, path, query }: Wanted, source: Wanted): Promise<Made | Outcome> {
    const kept = this.kept(source);
    const outcome: Outcome = kept ? { kind: 'page', page: kept, isStale: false } : await this.open(source);
    if (outcome.kind === 'answer')
      return { kind: 'redirect', answer: this.traditional.redirect(site, outcome.answer) };
    if (outcome.kind === 'raw') {
      if (outcome.raw.body instanceof Readable) outcome.raw.body.destroy();
      return { kind: 'elsewhere', answer: this.traditional.once(site, keyOf(source)) };
    }
    if (outcome.kind !== 'page') return outcome;
    const { content: simplified } = outcome.page;
    const content = await this.queue.run(site.id, () =>
      this.traditional.page(site, path + query, simplified),
    );
    if (!content) return { kind: 'elsewhere', answer: this.traditional.once(site, keyOf(source)) };
    if (outcome.isStale) return { kind: 'page', page: new CachedPage(content), isStale: true };
    return { kind: 'content', content, mayBeKept: this.kept(source) === outcome.page };
  }

  /** There is no page any more where one was kept. */
  private forget(wanted: Wanted): void {
    this.cacheOf(wanted).forget(wanted.site.id, keyOf(wanted));
    this.filesOf(wanted)?.remove(wanted.site, wanted.path);
  }

  /** Behind the answer: compressed bodies first, then the files that outlive this process. */
  private keep(wanted: Wanted, page: CachedPage): void {
    const { themes, chromes } = this.parts;
    const { site } = wanted;
    const theme = chromes.lastKnown(site.id)?.theme.name;
    this.after.add(async () => {
      // Purged while it stood back: nobody will be shown it any more.
      if (page.state !== 'live') return;
      await this.cacheOf(wanted).compress(page);
      await this.filesOf(wanted)?.write(site, page, theme ? themes.get(theme).digest : '');
    });
  }

  /** What no answer waits for. */
  private behind(work: Promise<unknown>): void {
    const done: Promise<void> = work
      .then(() => undefined, this.warn)
      .finally(() => this.keeping.delete(done));
    this.keeping.add(done);
  }

  private readonly warn = (error: unknown): void => this.logger.warn(`页面：${String(error)}`);

  /** 降级: an outdated page is better than none while the database is away. */
  private standIn(wanted: Wanted, error: unknown): Outcome {
    const now = this.parts.clock.now().getTime();
    const isAway = isStoreAway(error);
    const message = `${wanted.site.key} ${wanted.path}: ${error instanceof Error ? error.message : String(error)}`;
    if (isAway) this.logger.warn(message);
    else this.logger.error(message, error instanceof Error ? error.stack : undefined);
    const page = this.cacheOf(wanted).fallback(wanted.site.id, keyOf(wanted), now, isAway);
    if (!page) return { kind: 'failed' };
    page.retryAt = now + RETRY_MS;
    return { kind: 'page', page, isStale: true };
  }
}
