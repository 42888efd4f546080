import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { atSite, type Ctx, type SiteRef } from '@zhanqun/kernel';
import { Db, emptyLexicon, EVERYTHING, PurgeLog, SearchLexicon, SiteDirectory } from '@zhanqun/platform';
import { SearchEntry } from './search-entry.entity';

export const MOST_ENTRIES = 2_000;
/** Purge tag: the dictionary of this network changed. */
export const lexiconTag = (networkId: number): string => `site:${networkId}:lexicon`;

/** What of a site's name is no name: 清水镇人民政府 is looked for as 清水镇. */
const OFFICE = /(?:人民政府)?(?:门户|政务)?(?:网站?|办公室)?$/u;

interface Kept {
  readonly lexicon: SearchLexicon;
  readonly blocked: ReadonlySet<string>;
}

/** 检索词典 of each network, kept in memory until it changes: own words, synonyms and the names of its sites. */
@Injectable()
export class SearchLexicons implements OnApplicationShutdown {
  private readonly kept = new Map<number, Promise<Kept>>();
  private readonly leave: () => void;

  constructor(
    private readonly db: Db,
    private readonly directory: SiteDirectory,
    purges: PurgeLog,
  ) {
    this.leave = purges.subscribe((purge) => {
      if (purge === EVERYTHING || purge.some((tag) => tag === 'directory' || tag.endsWith(':lexicon')))
        this.kept.clear();
    });
  }

  async of(ctx: Ctx, networkId: number): Promise<SearchLexicon> {
    return (await this.read(ctx, networkId)).lexicon;
  }

  /** Words that editors took out of the hot words. */
  async blocked(ctx: Ctx, networkId: number): Promise<ReadonlySet<string>> {
    return (await this.read(ctx, networkId)).blocked;
  }

  onApplicationShutdown(): void {
    this.leave();
  }

  private read(ctx: Ctx, networkId: number): Promise<Kept> {
    const known = this.kept.get(networkId);
    if (known) return known;
    const reading = this.load(ctx, networkId).catch((error: unknown) => {
      this.kept.delete(networkId);
      throw error;
    });
    this.kept.set(networkId, reading);
    return reading;
  }

  private async load(ctx: Ctx, networkId: number): Promise<Kept> {
    const portal = this.directory.byId(networkId);
    if (!portal) return { lexicon: emptyLexicon, blocked: new Set() };
    const entries = await this.db
      .site(atSite(ctx, portal), SearchEntry)
      .select(['kind', 'text'], { where: {}, order: { id: 'ASC' }, take: MOST_ENTRIES });
    const texts = (kind: SearchEntry['kind']): string[] =>
      entries.filter((entry) => entry.kind === kind).map(({ text }) => text);
    const names = this.directory
      .all()
      .filter((site) => site.portalId === networkId)
      .flatMap(placeNames);
    return {
      lexicon: new SearchLexicon(
        [...texts('word'), ...names],
        texts('synonyms').map((text) => text.split(';')),
      ),
      blocked: new Set(texts('blocked')),
    };
  }
}

function placeNames({ name }: SiteRef): string[] {
  const place = name.replace(OFFICE, '');
  return [...place].length >= 2 && [...place].length <= 12 ? [place] : [];
}
