import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { ThemeLibrary } from '@zhanqun/theming';
import { BlockReading, type BuiltBlocks } from '../block-reading';
import { blocksOfRegions, type LayoutBlock } from '../layout-block';
import { PageLayout } from './page-layout.entity';

export const HOME = 'home';
export const topicPage = (topicId: number): string => `topic:${topicId}`;

/** Layouts as citizens see them. */
@Injectable()
export class LayoutReading {
  constructor(
    private readonly db: Db,
    private readonly themes: ThemeLibrary,
    private readonly blocks: BlockReading,
  ) {}

  /** Null while nothing of this page was published. One statement. */
  async published(ctx: SiteCtx, page: string): Promise<readonly LayoutBlock[] | null> {
    const [row] = await this.db.site(ctx, PageLayout).select(['published'], { where: { page }, take: 1 });
    return row?.published ?? null;
  }

  /** The home page of a theme as it comes. */
  defaultHome(themeName: string): LayoutBlock[] {
    return blocksOfRegions(this.themes.get(themeName).homeLayout);
  }

  /** Blocks in the regions of this theme; those elsewhere are parked. */
  build(ctx: SiteCtx, blocks: readonly LayoutBlock[], themeName: string): Promise<BuiltBlocks> {
    const regions = this.themes.get(themeName).regions.map(({ name }) => name);
    return this.blocks.build(ctx, blocks, regions);
  }
}
