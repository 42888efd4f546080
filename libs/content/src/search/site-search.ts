import { Injectable } from '@nestjs/common';
import type { SiteCtx, SiteRef } from '@zhanqun/kernel';
import { SearchIndex, SiteDirectory, type SearchAnswer, type SearchHit } from '@zhanqun/platform';
import { PAGE_SIZE, type SearchQuery } from './search-query';
import { SearchFigures } from './search-figures';
import { SearchLexicons } from './search-lexicons';
import { SearchLog } from './search-log';
import { StillPublic } from './still-public';

export interface FoundItem {
  readonly hit: SearchHit;
  readonly site: SiteRef;
  /** Path on the own host, an absolute address at another site. */
  readonly url: string;
  readonly absoluteUrl: string;
}

export interface Found extends SearchAnswer {
  readonly items: readonly FoundItem[];
}

export interface SuggestedTitle {
  readonly text: string;
  readonly url: string;
}

/** 检索 for citizens: the site's own, or its network's; every word is written down without its asker. */
@Injectable()
export class SiteSearch {
  constructor(
    private readonly index: SearchIndex,
    private readonly lexicons: SearchLexicons,
    private readonly log: SearchLog,
    private readonly directory: SiteDirectory,
    private readonly still: StillPublic,
    private readonly figures: SearchFigures,
  ) {}

  async find(ctx: SiteCtx, query: SearchQuery, address: string): Promise<Found> {
    const lexicon = await this.lexicons.of(ctx, ctx.site.portalId);
    const { words: text, scope, filters, sort, page } = query;
    const question = { text, scope, filters, sort, page, pageSize: PAGE_SIZE };
    const answer = await this.figures.counted(() => this.index.search(question, lexicon));
    const isPlain = page === 1 && Object.keys(filters).length === 0;
    if (isPlain && answer.state === 'ready') {
      this.log.note(
        ctx,
        text,
        query.scopeName,
        answer.corrected !== null || answer.isLoose ? 0 : answer.total,
        address,
      );
    }
    const hits = await this.still.among(ctx, answer.hits);
    return { ...answer, hits, items: hits.flatMap((hit) => this.item(ctx, hit)) };
  }

  async suggest(ctx: SiteCtx, { words, scope }: SearchQuery, most: number): Promise<SuggestedTitle[]> {
    const lexicon = await this.lexicons.of(ctx, ctx.site.portalId);
    const found = await this.still.among(ctx, await this.index.suggest(words, scope, lexicon, most));
    return found.flatMap(({ title, siteId, path }) => {
      const site = this.ownSite(ctx, siteId);
      return site ? [{ text: title, url: this.urlOf(ctx, site, path) }] : [];
    });
  }

  private item(ctx: SiteCtx, hit: SearchHit): FoundItem[] {
    const site = this.ownSite(ctx, hit.siteId);
    if (!site) return [];
    return [
      {
        hit,
        site,
        url: this.urlOf(ctx, site, hit.path),
        absoluteUrl: this.directory.siteUrl(site, hit.path),
      },
    ];
  }

  /** Within the network and open to citizens; a site that closed a moment ago is shown no more. */
  private ownSite(ctx: SiteCtx, siteId: number): SiteRef | null {
    const site = this.directory.byId(siteId);
    if (!site || site.portalId !== ctx.site.portalId) return null;
    return site.status === 'online' || site.status === 'closing' ? site : null;
  }

  private urlOf(ctx: SiteCtx, site: SiteRef, path: string): string {
    return site.id === ctx.site.id ? this.directory.sitePath(site, path) : this.directory.siteUrl(site, path);
  }
}
