import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { homeTag, siteTags, view, type PageFrame, type View } from '@zhanqun/theming';
import type { PageBlock } from '../block/block.view';
import type { LayoutBlock } from '../block/layout-block';
import { LayoutReading } from '../block/layout/layout-reading';
import type { HomeView } from './home.view';

const TTL_SECONDS = 600;

/** The home page made of blocks: published ones for citizens, a draft's in the console. */
@Injectable()
export class HomeViews {
  constructor(private readonly layouts: LayoutReading) {}

  async viewOf(ctx: SiteCtx, frame: PageFrame, blocks: readonly LayoutBlock[]): Promise<View> {
    const { regions, tags } = await this.layouts.build(ctx, blocks, frame.theme.name);
    const data: HomeView = { regions, hasCards: Object.values(regions).flat().some(showsCards) };
    return view('pages/home.njk', data, {
      tags: [homeTag(ctx.site.id), ...tags],
      ttlSeconds: TTL_SECONDS,
      canonicalPath: '/',
      page: { visit: 'home', title: frame.site.name, tags: siteTags(frame.site), breadcrumb: [] },
    });
  }
}

const showsCards = (block: PageBlock): boolean =>
  block.type === 'list' && block.style !== undefined && block.style !== 'list';
