import { Body, Controller, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { ArticleDetailView } from '../article/article-console.view';
import { DecideDto, ScheduleDto, SendBackDto } from '../article/article.dto';
import { ArticleViews } from '../article/article-views';
import { ReviewService } from './review.service';

/** The moves of the review, one route each. */
@Controller('sites/:site/articles/:id')
export class ReviewController {
  constructor(
    private readonly reviews: ReviewService,
    private readonly views: ArticleViews,
  ) {}

  @Post('submit')
  @HttpCode(200)
  @Requires('submit', 'Article')
  async submit(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { version }: DecideDto,
  ): Promise<ArticleDetailView> {
    await this.reviews.submit(ctx, id, version);
    return this.views.detail(ctx, id);
  }

  @Post('pass-initial')
  @HttpCode(200)
  @Requires('passInitial', 'Article')
  async passInitial(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { version }: DecideDto,
  ): Promise<ArticleDetailView> {
    await this.reviews.passInitial(ctx, id, version);
    return this.views.detail(ctx, id);
  }

  @Post('pass-second')
  @HttpCode(200)
  @Requires('passSecond', 'Article')
  async passSecond(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { version }: DecideDto,
  ): Promise<ArticleDetailView> {
    await this.reviews.passSecond(ctx, id, version);
    return this.views.detail(ctx, id);
  }

  @Post('pass-final')
  @HttpCode(200)
  @Requires('passFinal', 'Article')
  async passFinal(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { version }: DecideDto,
  ): Promise<ArticleDetailView> {
    await this.reviews.passFinal(ctx, id, version);
    return this.views.detail(ctx, id);
  }

  @Post('send-back')
  @HttpCode(200)
  @Requires('sendBack', 'Article')
  async sendBack(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { reason, version }: SendBackDto,
  ): Promise<ArticleDetailView> {
    await this.reviews.sendBack(ctx, id, reason, version);
    return this.views.detail(ctx, id);
  }

  @Post('recall')
  @HttpCode(200)
  @Requires('submit', 'Article')
  async recall(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<ArticleDetailView> {
    await this.reviews.recall(ctx, id);
    return this.views.detail(ctx, id);
  }

  @Post('republish')
  @HttpCode(200)
  @Requires('submit', 'Article')
  async republish(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<ArticleDetailView> {
    await this.reviews.republish(ctx, id);
    return this.views.detail(ctx, id);
  }

  @Post('schedule')
  @HttpCode(200)
  @Requires('read', 'Article')
  async schedule(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { at }: ScheduleDto,
  ): Promise<ArticleDetailView> {
    await this.reviews.schedule(ctx, id, at ? new Date(at) : null);
    return this.views.detail(ctx, id);
  }
}
