import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { SiteHistoryView, toSiteHistoryView } from './site-history.view';
import { AnnounceClosingDto, DeregistrationDto, SuspendDto, WithdrawClosingDto } from './site-life-cycle.dto';
import { SiteLifecycle } from './site-life-cycle.service';
import { SiteViews } from './site-views';
import { SiteView } from './site.view';

/** 站点生命周期. */
@Controller('sites/:site')
export class SiteLifecycleController {
  constructor(
    private readonly lifecycle: SiteLifecycle,
    private readonly views: SiteViews,
  ) {}

  @Get('history')
  @Requires('read', 'Site')
  async history(@Editor() ctx: EditorCtx): Promise<SiteHistoryView[]> {
    return (await this.lifecycle.history(ctx)).map(toSiteHistoryView);
  }

  @Post('go-online')
  @HttpCode(200)
  @Requires('manage', 'Site')
  async goOnline(@Editor() ctx: EditorCtx): Promise<SiteView> {
    return this.views.one(ctx, await this.lifecycle.goOnline(ctx));
  }

  @Post('suspend')
  @HttpCode(200)
  @Requires('manage', 'Site')
  async suspend(@Editor() ctx: EditorCtx, @Body() order: SuspendDto): Promise<SiteView> {
    return this.views.one(ctx, await this.lifecycle.suspend(ctx, order));
  }

  @Post('resume')
  @HttpCode(200)
  @Requires('manage', 'Site')
  async resume(@Editor() ctx: EditorCtx): Promise<SiteView> {
    return this.views.one(ctx, await this.lifecycle.resume(ctx));
  }

  @Post('announce-closing')
  @HttpCode(200)
  @Requires('manage', 'Site')
  async announceClosing(@Editor() ctx: EditorCtx, @Body() order: AnnounceClosingDto): Promise<SiteView> {
    return this.views.one(ctx, await this.lifecycle.announceClosing(ctx, order));
  }

  @Post('withdraw-closing')
  @HttpCode(200)
  @Requires('manage', 'Site')
  async withdrawClosing(@Editor() ctx: EditorCtx, @Body() order: WithdrawClosingDto): Promise<SiteView> {
    return this.views.one(ctx, await this.lifecycle.withdrawClosing(ctx, order));
  }

  @Post('deregistrations')
  @HttpCode(200)
  @Requires('manage', 'Site')
  async deregister(@Editor() ctx: EditorCtx, @Body() order: DeregistrationDto): Promise<SiteView> {
    return this.views.one(ctx, await this.lifecycle.recordDeregistration(ctx, order));
  }

  @Post('close')
  @HttpCode(200)
  @Requires('manage', 'Site')
  async close(@Editor() ctx: EditorCtx): Promise<SiteView> {
    return this.views.one(ctx, await this.lifecycle.close(ctx));
  }
}
