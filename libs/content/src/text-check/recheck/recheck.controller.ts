import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { pageRequest, type EditorCtx } from '@zhanqun/kernel';
import { Editor, PageQuery, Requires } from '@zhanqun/platform';
import { CheckFindings } from './check-findings';
import { FindingQuery, SettleFindingsDto } from './recheck.dto';
import { Recheck } from './recheck.service';
import {
  CheckFindingPageView,
  CheckRunPageView,
  CheckRunView,
  toCheckFindingView,
  toCheckRunView,
} from './recheck.view';

/** 发布内容复查. */
@Controller('sites/:site')
export class RecheckController {
  constructor(
    private readonly findings: CheckFindings,
    private readonly recheck: Recheck,
  ) {}

  @Get('check-findings')
  @Requires('read', 'Article')
  async list(@Editor() ctx: EditorCtx, @Query() query: FindingQuery): Promise<CheckFindingPageView> {
    const page = await this.findings.list(ctx, query, pageRequest(query.page, query.pageSize));
    return { ...page, items: page.items.map(toCheckFindingView) };
  }

  /** 已处理、忽略（写明理由）或重新打开. */
  @Post('check-findings/settle')
  @HttpCode(204)
  @Requires('update', 'Article')
  async settle(@Editor() ctx: EditorCtx, @Body() { ids, state, reason }: SettleFindingsDto): Promise<void> {
    await this.findings.settle(ctx, ids, state, reason);
  }

  @Get('check-runs')
  @Requires('read', 'Article')
  async runs(@Editor() ctx: EditorCtx, @Query() query: PageQuery): Promise<CheckRunPageView> {
    const page = await this.recheck.list(ctx, pageRequest(query.page, query.pageSize));
    return { ...page, items: page.items.map(toCheckRunView) };
  }

  /** 立即复查. */
  @Post('check-runs')
  @Requires('update', 'SiteSettings')
  async start(@Editor() ctx: EditorCtx): Promise<CheckRunView> {
    return toCheckRunView(await this.recheck.start(ctx, 'asked'));
  }
}
