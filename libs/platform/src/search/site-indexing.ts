import { atSite, type Clock, type SiteCtx, type SiteRef, systemCtx } from '@zhanqun/kernel';
import type { IndexWriter } from './search-index';
import type { SearchSource, SourceHaste } from './search-source';

const CHUNK = 40;

export const isPublicSite = ({ status, host }: SiteRef): boolean =>
  (status === 'online' || status === 'closing') && host !== '';

/** Brings what an index file keeps of a site into step with what is public there. */
export class SiteIndexing {
  constructor(
    private readonly source: SearchSource,
    private readonly clock: Clock,
  ) {}

  ctxOf(site: SiteRef): SiteCtx {
    return atSite(systemCtx(this.clock.now()), site);
  }

  /** These rows anew; those that are not public any more go. Returns the ids whose files are not read yet. */
  async renew(
    writer: IndexWriter,
    site: SiteRef,
    ids: readonly number[],
    haste: SourceHaste = 'stored',
  ): Promise<readonly number[]> {
    const { documents, unreadIds } = isPublicSite(site)
      ? await this.source.documents(this.ctxOf(site), ids, haste)
      : { documents: [], unreadIds: [] };
    const lexicon = await this.source.lexicon(systemCtx(this.clock.now()), site.portalId);
    const found = new Set(documents.map(({ id }) => id));
    writer.remove(
      site.id,
      ids.filter((id) => !found.has(id)),
    );
    if (documents.length > 0) writer.put(documents, () => lexicon);
    return unreadIds;
  }

  /**
   * Compares all of a site and mends what differs. `isAnew` writes everything again. Stops between two
   * pieces when asked to; returns ids whose files are not read yet.
   */
  async sweep(
    writer: IndexWriter,
    site: SiteRef,
    { isAnew = false, onPiece = () => true }: { isAnew?: boolean; onPiece?: (done: number) => boolean } = {},
  ): Promise<readonly number[]> {
    if (!isPublicSite(site)) {
      writer.removeSite(site.id);
      return [];
    }
    const wanted = await this.source.stamps(this.ctxOf(site));
    const kept = writer.stampsOf(site.id);
    writer.remove(
      site.id,
      [...kept.keys()].filter((id) => !wanted.has(id)),
    );
    const stale = [...wanted].filter(([id, stamp]) => isAnew || kept.get(id) !== stamp).map(([id]) => id);
    const unread: number[] = [];
    for (let from = 0; from < stale.length; from += CHUNK) {
      const piece = stale.slice(from, from + CHUNK);
      unread.push(...(await this.renew(writer, site, piece)));
      if (!onPiece(piece.length)) break;
      await breath();
    }
    return unread;
  }
}

/** Lets what waits in this process go first. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
