import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Put } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { KeptView, OfferedCopyView, toOfferedCopyView, WorkingCopyDto } from './working-copy.dto';
import { WorkingCopies } from './working-copies.service';

/** 自动保存. Each person has only their own copy. */
@Controller('sites/:site/articles/:id/working-copy')
export class WorkingCopyController {
  constructor(private readonly copies: WorkingCopies) {}

  @Put()
  @Requires('update', 'Article')
  async keep(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { baseVersion, text }: WorkingCopyDto,
  ): Promise<KeptView> {
    return { savedAt: (await this.copies.keep(ctx, id, baseVersion, text)).toISOString() };
  }

  @Get()
  @Requires('read', 'Article')
  async offered(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<OfferedCopyView> {
    return toOfferedCopyView(await this.copies.offered(ctx, id));
  }

  @Delete()
  @HttpCode(204)
  @Requires('update', 'Article')
  async discard(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.copies.discard(ctx, id);
  }
}
