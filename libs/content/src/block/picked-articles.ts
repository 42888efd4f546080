import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, In } from '@zhanqun/platform';
import type { PageAddresses } from '../article/article-address';
import { LINK_FIELDS, toArticleLink } from '../article/article-links';
import { Article } from '../article/article.entity';
import type { ArticleLink } from '../article/article.view';
import type { BlockOrder } from './block-desk';
import { HotArticles } from './hot-articles';

/** Articles that blocks name one by one: chosen by editors, or read most. */
@Injectable()
export class PickedArticles {
  private hot: HotArticles | null | undefined;

  constructor(
    private readonly db: Db,
    private readonly modules: ModuleRef,
  ) {}

  /** Those that are public; two statements at most, none when nobody asked. */
  async find(
    ctx: SiteCtx,
    { articleIds, hottest }: Pick<BlockOrder, 'articleIds' | 'hottest'>,
    addresses: PageAddresses,
  ): Promise<{ chosen: ReadonlyMap<number, ArticleLink>; hottest: readonly ArticleLink[] }> {
    const hotIds = hottest ? await this.mostRead(ctx, hottest) : [];
    const ids = [...new Set([...articleIds, ...hotIds])];
    if (ids.length === 0) return { chosen: new Map(), hottest: [] };
    const where = { id: In(ids), state: 'published' as const };
    const rows = await this.db.site(ctx, Article).select(LINK_FIELDS, { where });
    const chosen = new Map(rows.map((row) => [row.id, toArticleLink(row, addresses)]));
    return { chosen, hottest: hotIds.flatMap((id) => chosen.get(id) ?? []) };
  }

  private async mostRead(
    ctx: SiteCtx,
    { days, count }: NonNullable<BlockOrder['hottest']>,
  ): Promise<readonly number[]> {
    return (await this.counting()?.hottest(ctx, days, count)) ?? [];
  }

  /** Counting visits is another floor's work, and a process may run without it. */
  private counting(): HotArticles | null {
    if (this.hot === undefined) {
      try {
        this.hot = this.modules.get<HotArticles>(HotArticles as never, { strict: false });
      } catch {
        this.hot = null;
      }
    }
    return this.hot;
  }
}
