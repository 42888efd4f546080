import { Logger } from '@nestjs/common';
import { systemCtx, type Clock } from '@zhanqun/kernel';
import { EVERYTHING, type Purge, type PurgeLog } from '../cache';
import type { SiteDirectory } from '../http';
import { FtsWriter } from './fts-writer';
import type { IndexFiles } from './index-files';
import { meaningOf } from './purge-meaning';
import type { SearchSource } from './search-source';
import { SiteIndexing } from './site-indexing';

const LOOK_MS = 1_000;
const RETRY_MS = 1_000;
/** Each site is compared in full so often, one after the other. */
const SWEEP_EVERY_MS = 3600_000;
/** After a rebuilt file came into use these are looked at again. */
const RECENT_MS = 15 * 60_000;
const MOST_AT_ONCE = 40;

/**
 * 检索库的维护: keeps the index in step with what is public. It listens to the purge log, which every change
 * of a public page writes in its own transaction; at start, after a loss, and in turn once an hour it
 * compares whole sites, so that nothing missed stays wrong. Runs in the worker process alone.
 */
export class IndexKeeper {
  private readonly logger = new Logger('Search');
  private readonly indexing: SiteIndexing;
  private readonly ids = new Set<number>();
  private readonly siteIds = new Set<number>();
  private readonly unread = new Map<number, Set<number>>();
  private readonly recent = new Map<number, number>();
  private readonly sweptAt = new Map<number, number>();
  private hasNewSites = false;
  private writer: FtsWriter | null = null;
  private name: string | null = null;
  private timer: NodeJS.Timeout | undefined;
  private leave: () => void = () => undefined;
  private working: Promise<void> | null = null;
  private isStopping = false;
  private isUnfinished = false;
  private pause: NodeJS.Timeout | undefined;

  constructor(
    private readonly files: IndexFiles,
    private readonly source: SearchSource,
    private readonly directory: SiteDirectory,
    private readonly purges: PurgeLog,
    private readonly clock: Clock,
  ) {
    this.indexing = new SiteIndexing(source, clock);
  }

  start(): void {
    if (this.timer) return;
    this.leave = this.purges.subscribe((purge) => this.hear(purge));
    this.timer = setInterval(() => this.look(), LOOK_MS).unref();
    this.look();
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.timer);
    clearTimeout(this.pause);
    this.leave();
    await this.working;
    this.writer?.close();
    this.writer = null;
    this.name = null;
  }

  /** Resolves when everything heard so far is in the index. */
  async settled(): Promise<void> {
    for (this.look(); this.working; this.work()) await this.working;
  }

  private hear(purge: Purge): void {
    if (purge === EVERYTHING) this.everySite();
    else {
      const { ids, siteIds, isDirectory } = meaningOf(purge);
      for (const id of ids) this.ids.add(id);
      for (const id of siteIds) this.siteIds.add(id);
      if (isDirectory) this.hasNewSites = true;
    }
    // Others hear of the purge after this one: sites and channels are to be fresh before they are read.
    setImmediate(() => this.work());
  }

  private look(): void {
    if (this.isStopping) return;
    if (this.files.current() === null || this.files.current() !== this.name) this.reopen();
    this.dueSweeps();
    this.work();
  }

  /** A rebuilt file came into use, or the file is lost. */
  private reopen(): void {
    if (this.working) return;
    try {
      this.openCurrent();
    } catch (error) {
      this.logger.warn(`检索库打不开，将重建：${String(error)}`);
      this.openNew();
    }
    this.isUnfinished = this.writer?.isComplete() === false;
    this.everySite();
    for (const [id, at] of this.recent) {
      if (at > this.clock.now().getTime() - RECENT_MS) this.ids.add(id);
      else this.recent.delete(id);
    }
  }

  private openCurrent(): void {
    this.writer?.close();
    this.writer = null;
    const name = this.files.current();
    if (name === null) return this.openNew();
    const writer = new FtsWriter(this.files.path(name));
    if (!writer.isOfThisVersion()) {
      writer.close();
      return this.openNew();
    }
    this.writer = writer;
    this.name = name;
  }

  /** Searches find what is in it already; it says of itself that it is not complete. */
  private openNew(): void {
    const name = this.files.newName(this.clock.now());
    this.writer = new FtsWriter(this.files.path(name));
    this.files.use(name);
    this.name = name;
    this.files.clear(this.clock.now(), true);
  }

  private everySite(): void {
    this.hasNewSites = true;
    for (const site of this.directory.all()) this.siteIds.add(site.id);
  }

  private dueSweeps(): void {
    const now = this.clock.now().getTime();
    if (this.siteIds.size > 0) return;
    for (const { id } of this.directory.all()) {
      if ((this.sweptAt.get(id) ?? now) > now - SWEEP_EVERY_MS) continue;
      this.siteIds.add(id);
      return;
    }
  }

  private work(): void {
    if (this.isStopping || this.working || !this.writer || this.pause) return;
    if (!this.hasWork()) return;
    this.working = this.drain(this.writer)
      .catch((error: unknown) => {
        this.pause = setTimeout(() => (this.pause = undefined), RETRY_MS).unref();
        this.logger.warn(`检索库暂时没有更新，将继续尝试：${String(error)}`);
      })
      .finally(() => {
        this.working = null;
        if (this.hasWork() && !this.isStopping) setImmediate(() => this.work());
      });
  }

  private hasWork(): boolean {
    const isBehind = this.ids.size > 0 || this.siteIds.size > 0 || this.unread.size > 0;
    return isBehind || this.hasNewSites || this.isUnfinished;
  }

  /** What was changed by name goes first: whole sites and the reading of files wait for it. */
  private async drain(writer: FtsWriter): Promise<void> {
    if (this.hasNewSites) this.compareSites(writer);
    if (this.ids.size > 0) return this.renewNamed(writer);
    const [siteId] = this.siteIds;
    if (siteId !== undefined) return this.sweep(writer, siteId);
    if (this.isUnfinished) {
      this.isUnfinished = false;
      writer.complete(this.clock.now());
    }
    return this.readFiles(writer);
  }

  private compareSites(writer: FtsWriter): void {
    this.hasNewSites = false;
    const kept = new Set(writer.sites());
    for (const id of kept) this.siteIds.add(id);
    for (const { id } of this.directory.all()) if (!kept.has(id)) this.siteIds.add(id);
  }

  private async renewNamed(writer: FtsWriter): Promise<void> {
    const ids = [...this.ids].slice(0, MOST_AT_ONCE);
    // Taken out before anything is read: what changes from now on is named again.
    for (const id of ids) this.ids.delete(id);
    try {
      const places = writer.sitesOf(ids);
      const stored = await this.source.sitesOf(systemCtx(this.clock.now()), ids);
      for (const [id, siteId] of stored) places.set(id, siteId);
      for (const siteId of new Set(places.values())) {
        const named = ids.filter((id) => places.get(id) === siteId);
        const site = this.directory.byId(siteId);
        if (site) this.remember(siteId, await this.indexing.renew(writer, site, named));
        else writer.removeSite(siteId);
      }
    } catch (error) {
      for (const id of ids) this.ids.add(id);
      throw error;
    }
    const now = this.clock.now().getTime();
    for (const id of ids) this.recent.set(id, now);
  }

  private async sweep(writer: FtsWriter, siteId: number): Promise<void> {
    this.siteIds.delete(siteId);
    const site = this.directory.byId(siteId);
    if (!site) return writer.removeSite(siteId);
    let isWhole = true;
    const onPiece = (): boolean => {
      isWhole = this.ids.size === 0 && !this.isStopping;
      return isWhole;
    };
    try {
      this.remember(siteId, await this.indexing.sweep(writer, site, { onPiece }));
    } catch (error) {
      this.siteIds.add(siteId);
      throw error;
    }
    this.sweptAt.set(siteId, this.clock.now().getTime());
    // What was named meanwhile goes first; the rest of the site is looked at again afterwards.
    if (!isWhole) this.siteIds.add(siteId);
  }

  private remember(siteId: number, ids: readonly number[]): void {
    if (ids.length === 0) return;
    this.unread.set(siteId, new Set([...(this.unread.get(siteId) ?? []), ...ids]));
  }

  private async readFiles(writer: FtsWriter): Promise<void> {
    const [first] = this.unread;
    if (!first) return;
    const [siteId, ids] = first;
    const [id] = ids;
    const site = this.directory.byId(siteId);
    if (site && id !== undefined) await this.indexing.renew(writer, site, [id], 'all');
    if (id !== undefined) ids.delete(id);
    if (ids.size === 0) this.unread.delete(siteId);
  }
}
