import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import type { Checked } from './article/article-check';
import { Dismissals } from './article/dismissals';
import { CheckArticleDto, DismissHitDto } from './check.dto';
import { CheckService } from './check.service';
import { CheckView, toCheckHitView } from './check.view';

/** 稿件检查 of a site: live in the editor, and what reviewers see. */
@Controller('sites/:site')
export class ArticleCheckController {
  constructor(
    private readonly checks: CheckService,
    private readonly dismissals: Dismissals,
  ) {}

  @Post('check')
  @HttpCode(200)
  @Requires('read', 'Article')
  async check(@Editor() ctx: EditorCtx, @Body() dto: CheckArticleDto): Promise<CheckView> {
    return toCheckView(await this.checks.article(ctx, dto));
  }

  @Get('articles/:id/check')
  @Requires('read', 'Article')
  async stored(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<CheckView> {
    return toCheckView(await this.checks.stored(ctx, id));
  }

  /** 保留: the words stay, for a reason that reviewers see. */
  @Post('articles/:id/check/dismissals')
  @HttpCode(200)
  @Requires('update', 'Article')
  async dismiss(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { key, reason }: DismissHitDto,
  ): Promise<CheckView> {
    await this.dismissals.dismiss(ctx, id, key, reason);
    return toCheckView(await this.checks.stored(ctx, id));
  }

  @Delete('articles/:id/check/dismissals/:key')
  @HttpCode(204)
  @Requires('update', 'Article')
  async restore(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Param('key') key: string,
  ): Promise<void> {
    await this.dismissals.restore(ctx, id, key);
  }
}

const toCheckView = ({ hits, pending }: Checked): CheckView => ({
  hits: hits.map(toCheckHitView),
  pending: [...pending],
});
