import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { mapPage, type EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { SiteNames } from '../overview/site-names';
import { RectificationViews } from '../rectification/rectification-views';
import { RectificationView } from '../rectification/rectification.dto';
import { RectificationService } from '../rectification/rectification.service';
import {
  DispatchDto,
  FindingPageView,
  FindingQuery,
  FindingView,
  ReasonDto,
  toFindingView,
} from './finding.dto';
import { FindingService } from './finding.service';

@Controller('sites/:site/supervision/findings')
export class FindingController {
  constructor(
    private readonly findings: FindingService,
    private readonly rectifications: RectificationService,
    private readonly views: RectificationViews,
    private readonly names: SiteNames,
  ) {}

  @Get()
  @Requires('read', 'Finding')
  async list(@Editor() ctx: EditorCtx, @Query() { about, ...query }: FindingQuery): Promise<FindingPageView> {
    const page = await this.findings.list(ctx, { ...query, aboutSiteId: this.names.idOf(about) }, query);
    return {
      ...page,
      items: [...mapPage(page, (one) => toFindingView(one, this.names.of(one.aboutSiteId))).items],
    };
  }

  @Get(':id')
  @Requires('read', 'Finding')
  async get(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<FindingView> {
    const finding = await this.findings.get(ctx, id);
    return toFindingView(finding, this.names.of(finding.aboutSiteId));
  }

  @Post(':id/dispatch')
  @HttpCode(200)
  @Requires('dispatch', 'Finding')
  async dispatch(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() order: DispatchDto,
  ): Promise<RectificationView> {
    return this.views.one(ctx, await this.rectifications.dispatch(ctx, id, order));
  }

  @Post(':id/dismiss')
  @HttpCode(200)
  @Requires('dispatch', 'Finding')
  async dismiss(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { reason }: ReasonDto,
  ): Promise<FindingView> {
    const finding = await this.findings.dismiss(ctx, id, reason);
    return toFindingView(finding, this.names.of(finding.aboutSiteId));
  }
}
