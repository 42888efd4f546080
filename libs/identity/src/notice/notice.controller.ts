import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { mapPage, type StaffCtx } from '@zhanqun/kernel';
import { Caller, Mailer, Requires, SiteDirectory } from '@zhanqun/platform';
import { Accounts } from '../account/accounts.service';
import {
  NoticeCountView,
  NoticePageView,
  NoticeQuery,
  NoticeWaysDto,
  NoticeWaysView,
  ReadNoticesDto,
  toNoticeView,
  toNoticeWayViews,
} from './notice.dto';
import { checkedWays } from './notice-ways';
import { NoticeChoices } from './notice-choices.service';
import { Notices } from './notices.service';

/** 我的消息 and how I want to be told. */
@Controller('notices')
export class NoticeController {
  constructor(
    private readonly notices: Notices,
    private readonly choices: NoticeChoices,
    private readonly accounts: Accounts,
    private readonly mailer: Mailer,
    private readonly directory: SiteDirectory,
  ) {}

  @Get()
  @Requires('use', 'Console')
  async list(@Caller() ctx: StaffCtx, @Query() query: NoticeQuery): Promise<NoticePageView> {
    const page = await this.notices.mine(ctx, query, query);
    return { ...mapPage(page, (notice) => toNoticeView(notice, this.directory)) } as NoticePageView;
  }

  @Get('count')
  @Requires('use', 'Console')
  async count(@Caller() ctx: StaffCtx): Promise<NoticeCountView> {
    return { unread: await this.notices.unread(ctx) };
  }

  @Post('read')
  @HttpCode(200)
  @Requires('use', 'Console')
  async read(@Caller() ctx: StaffCtx, @Body() { ids }: ReadNoticesDto): Promise<NoticeCountView> {
    await this.notices.markRead(ctx, ids ?? 'all');
    return { unread: await this.notices.unread(ctx) };
  }

  @Get('ways')
  @Requires('use', 'Console')
  async ways(@Caller() ctx: StaffCtx): Promise<NoticeWaysView> {
    return this.waysView(ctx, await this.choices.mine(ctx));
  }

  @Put('ways')
  @Requires('use', 'Console')
  async choose(@Caller() ctx: StaffCtx, @Body() { ways }: NoticeWaysDto): Promise<NoticeWaysView> {
    return this.waysView(ctx, await this.choices.choose(ctx, checkedWays(ways)));
  }

  private async waysView(
    ctx: StaffCtx,
    ways: Awaited<ReturnType<NoticeChoices['mine']>>,
  ): Promise<NoticeWaysView> {
    const { accountId } = ctx.actor;
    const email = (await this.accounts.byIds(ctx, [accountId])).get(accountId)?.email ?? null;
    return { items: toNoticeWayViews(ways), canMail: this.mailer.isConfigured, email };
  }
}
