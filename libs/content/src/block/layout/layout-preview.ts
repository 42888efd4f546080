import { Injectable } from '@nestjs/common';
import { publicCtx, type EditorCtx } from '@zhanqun/kernel';
import { Chromes, PagePreview } from '@zhanqun/theming';
import { HomeViews } from '../../home/home-views';
import { SiteNeighbours } from '../../page/site-neighbours';
import { TopicReading } from '../../topic/topic-reading';
import { topicResult } from '../../topic/topic.page';
import type { LayoutBlock } from '../layout-block';
import { LayoutPages } from './layout-pages';
import { LayoutService } from './layout.service';

/** 预览: the page with blocks that are not published, as citizens would see it. Nothing of it is kept. */
@Injectable()
export class LayoutPreview {
  constructor(
    private readonly layouts: LayoutService,
    private readonly pages: LayoutPages,
    private readonly home: HomeViews,
    private readonly topics: TopicReading,
    private readonly around: SiteNeighbours,
    private readonly chromes: Chromes,
    private readonly preview: PagePreview,
  ) {}

  async html(ctx: EditorCtx, page: string, given: readonly LayoutBlock[]): Promise<string> {
    this.layouts.mustRead(ctx, page);
    const { topic, path } = await this.pages.get(ctx, page);
    const blocks = await this.layouts.checked(ctx, given);
    const reader = publicCtx(ctx.site, ctx.now, ctx.traceId);
    const frame = await this.chromes.get(reader);
    if (!topic) return this.preview.view(ctx, await this.home.viewOf(reader, frame, blocks), path);
    const found = await this.topics.withBlocks(reader, topic, blocks, frame.theme.name);
    return this.preview.view(ctx, topicResult(found, frame, this.around.addresses(reader)), path);
  }
}
