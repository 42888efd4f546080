import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { SiteRef } from '@zhanqun/kernel';
import type { CachedPage, PageContent } from './cached-page';
import { readPurgeTag, type PurgeHistory } from './purge-history';

/** What lies beside a page file. It is written last: without it the file is not believed. */
interface PageFileFacts {
  readonly siteId: number;
  readonly path: string;
  readonly contentType: string;
  readonly language: string;
  readonly tags: readonly string[];
  readonly ttlSeconds: number;
  readonly readAt: number;
  readonly etag: string;
  readonly themeDigest: string;
}

export interface StoredPage {
  readonly content: PageContent;
  readonly gzip: Buffer | null;
  readonly brotli: Buffer | null;
}

/**
 * 页面文件: pages on disk per host, as nginx can serve them, outliving the process.
 *
 * `pages/<host>/<prefix and path>/index.html` (+ `.gz`, `.br`); the facts lie in a tree of their own,
 * `page-facts/…`, which no web server shows. Files are written behind the answer by rename. Several
 * processes may share the directory: a page that was purged while it was being written is removed by
 * its own writer, and a reader believes no file that is older than the last purge of one of its tags.
 */
export class PageStore {
  /** Tags of files this process has seen, to unlink what memory has already evicted. */
  private readonly tagged = new Map<string, Set<string>>();
  private readonly places = new Map<string, readonly string[]>();
  private work: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly directory: string,
    private readonly history: PurgeHistory,
    private readonly isCurrentTheme: (site: SiteRef, digest: string) => boolean,
  ) {}

  async read(site: SiteRef, path: string): Promise<StoredPage | null> {
    const place = placeOf(site, path);
    if (!place) return null;
    try {
      const facts = JSON.parse(await readFile(this.factsFile(place), 'utf8')) as PageFileFacts;
      const isOurs = facts.siteId === site.id && facts.path === path;
      if (!isOurs || !this.isCurrentTheme(site, facts.themeDigest)) return null;
      if (this.history.isPurgedAfter(facts.tags, facts.readAt)) {
        this.unlinkLater(place);
        return null;
      }
      const file = this.pageFile(place);
      const [body, gzip, brotli] = await Promise.all([
        readFile(file),
        optional(`${file}.gz`),
        optional(`${file}.br`),
      ]);
      if (etagOf(body) !== facts.etag) return null;
      this.remember(place, facts.tags);
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
    return this.next(async () => {
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
      this.remember(place, content.tags);
      await replace(file, content.body);
      await (gzip ? replace(`${file}.gz`, gzip) : rm(`${file}.gz`, { force: true }));
      await (brotli ? replace(`${file}.br`, brotli) : rm(`${file}.br`, { force: true }));
      await replace(this.factsFile(place), Buffer.from(JSON.stringify(facts)));
      // Purged between the first rename and now: nobody else may have seen this file to remove it.
      if ((page.state as string) !== 'live' && this.history.isPurgedAfter(content.tags, content.readAt))
        await this.unlinkNow(place);
    });
  }

  remove(site: SiteRef, path: string): void {
    const place = placeOf(site, path);
    if (place && this.places.has(place)) this.unlinkLater(place);
  }

  /** Unlinks the files of purged pages, also of those that memory no longer holds. */
  purge(tags: readonly string[]): void {
    for (const { tag } of tags.map(readPurgeTag))
      for (const place of [...(this.tagged.get(tag) ?? [])]) this.unlinkLater(place);
  }

  /** Resolves when everything asked for so far is on disk. */
  async settled(): Promise<void> {
    await this.work;
  }

  private unlinkLater(place: string): void {
    this.forget(place);
    void this.next(() => this.unlinkNow(place)).catch(() => undefined);
  }

  private async unlinkNow(place: string): Promise<void> {
    const file = this.pageFile(place);
    await Promise.all(
      [file, `${file}.gz`, `${file}.br`, this.factsFile(place)].map((name) =>
        unlink(name).catch(() => undefined),
      ),
    );
  }

  private next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.work.then(work, work);
    this.work = done.catch(() => undefined);
    return done;
  }

  private remember(place: string, tags: readonly string[]): void {
    this.forget(place);
    this.places.set(place, tags);
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

  private factsFile(place: string): string {
    return join(this.directory, 'page-facts', `${place}.json`);
  }
}

const SAFE_HOST = /^[a-z0-9\u0080-\uffff]([a-z0-9.-]|[\u0080-\uffff])*$/;

/** `<host>/<prefix and path>/index.html`, decoded as web servers look it up; null when it cannot be a file. */
export function placeOf(site: SiteRef, path: string): string | null {
  if (!SAFE_HOST.test(site.host) || site.host.includes('..') || path.includes('\0')) return null;
  let decoded: string;
  try {
    decoded = decodeURIComponent(`${site.prefix}${path}`);
  } catch {
    return null;
  }
  const parts = decoded.split('/').slice(1);
  const isFolder = parts.at(-1) === '';
  if (isFolder) parts.pop();
  if (parts.some((part) => part === '' || part.startsWith('.') || Buffer.byteLength(part) > 200)) return null;
  if (decoded.length > 900 || decoded.includes('\\')) return null;
  return [site.host, ...parts, ...(isFolder ? ['index.html'] : [])].join('/');
}

const etagOf = (body: Buffer): string => createHash('sha256').update(body).digest('base64url').slice(0, 22);

async function optional(file: string): Promise<Buffer | null> {
  return readFile(file).catch(() => null);
}

async function replace(file: string, body: Buffer): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, body);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
