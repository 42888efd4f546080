import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { SiteCtx } from '@zhanqun/kernel';
import type { BlockOrder } from './block-desk';
import { HotArticles } from './hot-articles';

/** 热点文章, where somebody counts visits: that is another floor's work, and a process may run without it. */
@Injectable()
export class MostRead {
  private hot: HotArticles | null | undefined;

  constructor(private readonly modules: ModuleRef) {}

  async ids(ctx: SiteCtx, wanted: BlockOrder['hottest']): Promise<readonly number[]> {
    if (!wanted) return [];
    return (await this.counting()?.hottest(ctx, wanted.days, wanted.count)) ?? [];
  }

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
