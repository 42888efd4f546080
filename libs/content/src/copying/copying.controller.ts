import { Body, Controller, Param, ParseIntPipe, Post } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { CopiedView, CopyDto } from './copying.dto';
import { Copying } from './copying.service';

@Controller('sites/:site/articles/:id/copy')
export class CopyingController {
  constructor(private readonly copying: Copying) {}

  /** 复制为新草稿. */
  @Post()
  @Requires('read', 'Article')
  async copy(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() dto: CopyDto,
  ): Promise<CopiedView> {
    const { id: copyId, title } = await this.copying.copy(ctx, id, dto);
    return { id: copyId, site: dto.site ?? ctx.site.key, title };
  }
}
