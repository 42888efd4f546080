import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SiteRef } from '@zhanqun/kernel';
import type { CachedPage, PageContent } from './cached-page';
import { ExpiryBook } from './expiry-book';
import { filesBelow } from './files-below';
import { etagOf, expiresAt, modifiedSecond, readFacts, type PageFileFacts } from './page-facts';
import { PageCursors } from './page-cursors';
import { isServable, placeOf } from './page-place';
import { readPurgeTag, type PurgeHistory } from './purge-history';
import { replaceFile } from './replace-file';

export interface StoredPage {
  readonly content: PageContent;
  readonly gzip: Buffer | null;
  readonly brotli: Buffer | null;
}

/** What a process that was killed had not finished in this time it never will. */
const ABANDONED_MS = 60_000;

/**
 * 页面文件: pages on disk per host, as nginx can serve them, outliving the process.
 *
 * `pages/<host>/<prefix and path>/index.html` (+ `.gz`, `.br`); the facts lie in a tree of their own,
 * `page-facts/…`, which no web server shows. A page whose time is up moves to `pages-expired/…`, where it
 * only stands in: for a stopped database, and for a web server that reaches no process. Files are written behind the answer by rename. Several
 * processes may share the directory: a page that was purged while it was being written is removed by
 * its own writer, and a reader believes no file that is older than the last purge of one of its tags.
 */
export class PageStore {
  /** Tags of the files that are known here, to unlink what memory has already evicted. */
  private readonly tagged = new Map<string, Set<string>>();
  private readonly places = new Map<string, readonly string[]>();
  private writing: Promise<unknown> = Promise.resolve();
  private unlinking: Promise<unknown> = Promise.resolve();
  private readonly cursors: PageCursors;
  private readonly expiry = new ExpiryBook();

  constructor(
    private readonly directory: string,
    private readonly history: PurgeHistory,
    private readonly isCurrentTheme: (digest: string) => boolean,
  ) {
    this.cursors = new PageCursors(join(directory, 'page-cursors'));
  }

  async read(site: SiteRef, path: string): Promise<StoredPage | null> {
    const place = placeOf(site, path);
    if (!place) return null;
    try {
      const facts = await this.factsAt(place);
      if (!facts) return null;
      const isOurs = facts.siteId === site.id && facts.path === path;
      if (!isOurs || !this.isCurrentTheme(facts.themeDigest)) return null;
      if (this.history.isPurgedAfter(facts.tags, facts.readAt)) {
        this.unlinkLater(place);
        return null;
      }
      const file = this.pageFile(place);
      const [body, gzip, brotli] = await Promise.all([
        readFile(file).catch(() => readFile(this.expiredFile(place))),
        optional(`${file}.gz`),
        optional(`${file}.br`),
      ]);
      if (etagOf(body) !== facts.etag) return null;
      this.remember(place, facts);
      return { content: { ...facts, status: 200, body }, gzip, brotli };
    } catch {
      return null;
    }
  }

  /** Writes a page behind its answer. Left undone when the page was purged meanwhile. */
  async write(site: SiteRef, page: CachedPage, themeDigest: string): Promise<void> {
    const { content } = page;
    const place = placeOf(site, content.path);
    if (!place || page.state !== 'live' || content.status !== 200) return;
    if (!isServable(place, content.contentType)) return;
    return this.next(async () => {
      await this.unlinking;
      if (page.state !== 'live') return;
      const file = this.pageFile(place);
      const { gzip, brotli } = page.compressed;
      await mkdir(dirname(file), { recursive: true });
      await mkdir(dirname(this.factsFile(place)), { recursive: true });
      const facts: PageFileFacts = {
        siteId: content.siteId,
        path: content.path,
        contentType: content.contentType,
        language: content.language,
        tags: content.tags,
        ttlSeconds: content.ttlSeconds,
        readAt: content.readAt,
        etag: page.etag,
        themeDigest,
      };
      this.remember(place, facts);
      const second = modifiedSecond(facts);
      // The former page goes first and the new one is named last, so what a web server finds is one page
      // in all its forms, with its facts.
      await this.unlinkForms(place);
      await replaceFile(this.factsFile(place), Buffer.from(JSON.stringify(facts)));
      if (gzip) await replaceFile(`${file}.gz`, gzip, second);
      if (brotli) await replaceFile(`${file}.br`, brotli, second);
      await replaceFile(file, content.body, second);
      // Purged while it was being written, or removed by another process that heard of an earlier purge only
      // now: that unlinking may have come too early to see this file.
      const isOutdated = this.history.isPurgedAfter(content.tags, content.readAt);
      if (!isOutdated && (await this.factsAt(place))?.etag === facts.etag) return;
      this.forget(place);
      await this.unlinkNow(place);
    });
  }

  remove(site: SiteRef, path: string): void {
    const place = placeOf(site, path);
    if (place && this.places.has(place)) this.unlinkLater(place);
  }

  /** Unlinks the files of purged pages, also of those that memory no longer holds. */
  async purge(tags: readonly string[]): Promise<void> {
    for (const { tag } of tags.map(readPurgeTag))
      for (const place of this.tagged.get(tag) ?? []) this.unlinkLater(place);
    await this.unlinking;
  }

  /**
   * Takes files whose time is up out of the web server's sight. One that another process has renewed
   * meanwhile stays until its own time.
   */
  async expire(now: number): Promise<void> {
    for (const place of this.expiry.due(now)) {
      if (!this.places.has(place)) continue;
      await this.next(async () => {
        const facts = await this.factsAt(place);
        if (!facts) return;
        if (expiresAt(facts) > now) return this.remember(place, facts);
        const file = this.pageFile(place);
        await mkdir(dirname(this.expiredFile(place)), { recursive: true });
        await rename(file, this.expiredFile(place)).catch(() => undefined);
        await Promise.all([rm(`${file}.gz`, { force: true }), rm(`${file}.br`, { force: true })]);
        // Purged meanwhile: the unlinking may have come too early to see it in its new place.
        if (!this.places.has(place)) await this.unlinkNow(place);
      });
    }
  }

  /** Removes all pages of all sites, written by whomever. */
  async purgeEverything(): Promise<void> {
    this.tagged.clear();
    this.places.clear();
    const emptied = ['pages', 'pages-expired', 'page-facts'].map(async (tree) => {
      const aside = join(this.directory, `.removed-${randomUUID()}`);
      await rename(join(this.directory, tree), aside).catch(() => undefined);
      await rm(aside, { recursive: true, force: true });
    });
    this.unlinking = Promise.all([this.unlinking, ...emptied]);
    await this.unlinking;
  }

  /**
   * Learns of the files that others have written: outdated ones are unlinked, the others become purgeable by
   * tag. Runs in the background; until it is done each file is judged when it is read.
   */
  async survey(now: number, staleSeconds: number): Promise<void> {
    for await (const name of filesBelow(join(this.directory, 'page-facts'))) {
      if (name.endsWith('.json')) await this.surveyOne(name.slice(0, -'.json'.length), now, staleSeconds);
      else await this.removeAbandoned(join(this.directory, 'page-facts', name), now);
    }
    // A page without facts, or half of one: its process was killed while writing or removing it.
    for (const tree of ['pages', 'pages-expired'])
      for await (const name of filesBelow(join(this.directory, tree)))
        await this.removeOrphan(tree, name, now);
  }

  /** The purge log position up to which every process that wrote here has applied it; null when unknown. */
  leastPosition(): Promise<number | null> {
    return this.cursors.least();
  }

  /** Keeps the position beside the files, once everything up to it is unlinked. */
  async keepPosition(position: number | null, isEnded = false): Promise<void> {
    await this.unlinking;
    await this.cursors.keep(position, isEnded);
  }

  /**
   * Takes over the files of a process that is no longer there. It alone knew them by their tags, and a web
   * server would show them for ever after.
   */
  async adopt(now: number, staleSeconds: number): Promise<void> {
    if (await this.cursors.hasLostOne(now)) await this.survey(now, staleSeconds);
  }

  /** Forgets the positions of processes that are long gone: what they left behind has been caught up with. */
  dropOldPositions(now: number): Promise<void> {
    return this.cursors.dropOld(now);
  }

  /** Resolves when everything asked for so far is on disk. */
  async settled(): Promise<void> {
    await this.unlinking;
    await this.writing;
  }

  private async surveyOne(place: string, now: number, staleSeconds: number): Promise<void> {
    if (this.places.has(place)) return;
    const facts = await this.factsAt(place);
    if (this.places.has(place)) return;
    const isUseless =
      !facts ||
      !this.isCurrentTheme(facts.themeDigest) ||
      expiresAt(facts) + staleSeconds * 1000 < now ||
      this.history.isPurgedAfter(facts.tags, facts.readAt);
    if (isUseless) this.unlinkLater(place);
    else this.remember(place, facts);
  }

  private async removeOrphan(tree: string, name: string, now: number): Promise<void> {
    if (name.endsWith('.tmp')) return this.removeAbandoned(join(this.directory, tree, name), now);
    const place = name.replace(/\.(?:gz|br)$/, '');
    if (this.places.has(place) || (await this.factsAt(place))) return;
    await this.unlinkNow(place);
  }

  /** A name under which nothing is kept: somebody was about to write it. */
  private async removeAbandoned(file: string, now: number): Promise<void> {
    const { ctimeMs } = await stat(file).catch(() => ({ ctimeMs: now }));
    if (now - ctimeMs > ABANDONED_MS) await rm(file, { force: true });
  }

  private factsAt(place: string): Promise<PageFileFacts | null> {
    return readFacts(this.factsFile(place));
  }

  private unlinkLater(place: string): void {
    this.forget(place);
    this.unlinking = Promise.all([this.unlinking, this.unlinkNow(place)]);
  }

  private async unlinkNow(place: string): Promise<void> {
    await this.unlinkForms(place);
    await unlink(this.factsFile(place)).catch(() => undefined);
  }

  private async unlinkForms(place: string): Promise<void> {
    const file = this.pageFile(place);
    await Promise.all(
      [file, `${file}.gz`, `${file}.br`, this.expiredFile(place)].map((name) =>
        unlink(name).catch(() => undefined),
      ),
    );
  }

  private next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.writing.then(work);
    this.writing = done.catch(() => undefined);
    return done;
  }

  private remember(place: string, facts: PageFileFacts): void {
    const { tags } = facts;
    this.forget(place);
    this.places.set(place, tags);
    this.expiry.note(place, expiresAt(facts));
    for (const tag of tags) {
      let same = this.tagged.get(tag);
      if (!same) this.tagged.set(tag, (same = new Set()));
      same.add(place);
    }
  }

  private forget(place: string): void {
    for (const tag of this.places.get(place) ?? []) {
      const same = this.tagged.get(tag);
      same?.delete(place);
      if (same?.size === 0) this.tagged.delete(tag);
    }
    this.places.delete(place);
  }

  private pageFile(place: string): string {
    return join(this.directory, 'pages', place);
  }

  private expiredFile(place: string): string {
    return join(this.directory, 'pages-expired', place);
  }

  private factsFile(place: string): string {
    return join(this.directory, 'page-facts', `${place}.json`);
  }
}

async function optional(file: string): Promise<Buffer | null> {
  return readFile(file).catch(() => null);
}
