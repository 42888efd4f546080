import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { ArticleDetailView } from '../article/article-console.view';
import { ArticleViews } from '../article/article-views';
import { EmergencyPublishing } from './emergency/emergency-publishing';
import { ReviewFiles } from './file/review-file';
import { EditingPass } from './rework/editing-pass';
import { ReworkService } from './rework/rework.service';
import { ClaimDto, PassDto, PassWithEditsDto, ReassignDto, ReturnDto, UrgentDto } from './review.dto';
import { ReviewService } from './review.service';
import { CandidateView, ReviewFileView, toReviewFileView } from './review.view';

/** One article under review: how far it is, and the moves that are not the same at every step. */
@Controller('sites/:site/articles/:id')
export class ReviewFileController {
  constructor(
    private readonly files: ReviewFiles,
    private readonly reviews: ReviewService,
    private readonly edits: EditingPass,
    private readonly rework: ReworkService,
    private readonly emergencies: EmergencyPublishing,
    private readonly views: ArticleViews,
  ) {}

  /** 审核情况. */
  @Get('review')
  @Requires('read', 'Article')
  async review(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<ReviewFileView> {
    return toReviewFileView(await this.files.of(ctx, id), ctx.now);
  }

  /** 通过 any step that the person may pass. */
  @Post('pass')
  @HttpCode(200)
  @Requires('read', 'Article')
  async pass(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() dto: PassDto,
  ): Promise<ArticleDetailView> {
    await this.reviews.pass(ctx, id, dto);
    return this.views.detail(ctx, id);
  }

  /** 修改后通过: the review begins anew. */
  @Post('pass-with-edits')
  @HttpCode(200)
  @Requires('read', 'Article')
  async passWithEdits(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() dto: PassWithEditsDto,
  ): Promise<ArticleDetailView> {
    await this.edits.pass(ctx, id, dto);
    return this.views.detail(ctx, id);
  }

  /** 退到前面的环节. */
  @Post('return')
  @HttpCode(200)
  @Requires('read', 'Article')
  async return(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { reason, ...dto }: ReturnDto,
  ): Promise<ArticleDetailView> {
    await this.reviews.sendBack(ctx, id, reason, dto);
    return this.views.detail(ctx, id);
  }

  /** 我来审. */
  @Post('claim')
  @HttpCode(200)
  @Requires('read', 'Article')
  async claim(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { step }: ClaimDto,
  ): Promise<ReviewFileView> {
    await this.rework.claim(ctx, id, step);
    return toReviewFileView(await this.files.of(ctx, id), ctx.now);
  }

  /** 改派. */
  @Post('reassign')
  @HttpCode(200)
  @Requires('read', 'Article')
  async reassign(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { step, accountId }: ReassignDto,
  ): Promise<ReviewFileView> {
    await this.rework.reassign(ctx, id, step, accountId);
    return toReviewFileView(await this.files.of(ctx, id), ctx.now);
  }

  /** Colleagues who could take a step on. */
  @Get('reviewers')
  @Requires('read', 'Article')
  async reviewers(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Query() { step }: ClaimDto,
  ): Promise<CandidateView[]> {
    const found = await this.rework.candidates(ctx, await this.files.of(ctx, id), step);
    return found.map(({ accountId, name }) => ({ accountId, name }));
  }

  /** 应急发布. */
  @Post('publish-urgently')
  @HttpCode(200)
  @Requires('publishUrgently', 'Article')
  async publishUrgently(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { reason, version }: UrgentDto,
  ): Promise<ArticleDetailView> {
    await this.emergencies.publish(ctx, id, reason, version);
    return this.views.detail(ctx, id);
  }
}
