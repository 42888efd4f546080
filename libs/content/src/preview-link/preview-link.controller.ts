import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { IssueLinkDto, PreviewLinkView, toPreviewLinkView } from './preview-link.dto';
import { PreviewLinks } from './preview-links.service';

/** 给没有账号的人看的预览链接. */
@Controller('sites/:site/articles/:id/preview-links')
export class PreviewLinkController {
  constructor(private readonly links: PreviewLinks) {}

  @Get()
  @Requires('update', 'Article')
  async list(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<PreviewLinkView[]> {
    return (await this.links.list(ctx, id)).map(toPreviewLinkView);
  }

  @Post()
  @Requires('update', 'Article')
  async issue(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { days }: IssueLinkDto,
  ): Promise<PreviewLinkView> {
    return toPreviewLinkView(await this.links.issue(ctx, id, days));
  }

  @Delete(':linkId')
  @HttpCode(204)
  @Requires('update', 'Article')
  async revoke(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Param('linkId', ParseIntPipe) linkId: number,
  ): Promise<void> {
    await this.links.revoke(ctx, id, linkId);
  }
}
