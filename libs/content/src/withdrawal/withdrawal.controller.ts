import { Body, Controller, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { ArticleDetailView } from '../article/article-console.view';
import { ArticleViews } from '../article/article-views';
import { WithdrawDto } from './withdrawal.dto';
import { Withdrawals } from './withdrawals.service';

@Controller('sites/:site/articles/:id/withdraw')
export class WithdrawalController {
  constructor(
    private readonly withdrawals: Withdrawals,
    private readonly views: ArticleViews,
  ) {}

  /** 撤稿. */
  @Post()
  @HttpCode(200)
  @Requires('withdraw', 'Article')
  async withdraw(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() dto: WithdrawDto,
  ): Promise<ArticleDetailView> {
    await this.withdrawals.withdraw(ctx, id, dto);
    return this.views.detail(ctx, id);
  }
}
