import type { Clock } from '@zhanqun/kernel';
import type { SiteDirectory } from '../http';
import { FtsWriter } from './fts-writer';
import type { IndexFiles } from './index-files';
import type { RebuildProgress } from './search-index';
import type { SearchSource } from './search-source';
import { isPublicSite, SiteIndexing } from './site-indexing';

const TELL_MS = 500;

/**
 * 重建检索库: into a new file, which comes into use when it is complete. Readers go on with the old one, and a
 * rebuild that is killed leaves nothing but a file that is cleared away. What changed meanwhile is compared
 * before the exchange; the keeper compares once more after it.
 */
export class IndexRebuild {
  private readonly indexing: SiteIndexing;

  constructor(
    private readonly files: IndexFiles,
    private readonly source: SearchSource,
    private readonly directory: SiteDirectory,
    private readonly clock: Clock,
  ) {
    this.indexing = new SiteIndexing(source, clock);
  }

  async all(onProgress: (progress: RebuildProgress) => void = () => undefined): Promise<number> {
    const sites = this.directory.all().filter(isPublicSite);
    const startedAt = this.clock.now();
    let [done, total, toldAt] = [0, 0, 0];
    const tell = (isFinished = false): void => {
      const seenAt = this.clock.now();
      if (!isFinished && seenAt.getTime() - toldAt < TELL_MS) return;
      toldAt = seenAt.getTime();
      const progress = { done, total: Math.max(done, total), startedAt, seenAt, isFinished };
      this.files.tellProgress(progress);
      onProgress(progress);
    };
    for (const site of sites) total += (await this.source.stamps(this.indexing.ctxOf(site))).size;
    tell();
    const name = this.files.newName(startedAt);
    const writer = new FtsWriter(this.files.path(name));
    try {
      const onPiece = (count: number): boolean => {
        done += count;
        tell();
        return true;
      };
      for (const site of sites) await this.indexing.sweep(writer, site, { onPiece });
      for (const site of sites) await this.indexing.sweep(writer, site);
      writer.complete(this.clock.now());
      writer.close();
    } catch (error) {
      writer.close();
      this.files.remove(name);
      throw error;
    }
    this.files.use(name);
    this.files.clear(this.clock.now(), false);
    tell(true);
    return done;
  }

  /** One site anew in the file in use, piece by piece: nothing of it is missing meanwhile. */
  async site(key: string, onProgress: (done: number) => void = () => undefined): Promise<number> {
    const site = this.directory.byKey(key);
    const name = this.files.current();
    if (!site || name === null) return 0;
    const writer = new FtsWriter(this.files.path(name));
    let done = 0;
    try {
      await this.indexing.sweep(writer, site, {
        isAnew: true,
        onPiece: (count) => {
          done += count;
          onProgress(done);
          return true;
        },
      });
    } finally {
      writer.close();
    }
    return done;
  }
}
