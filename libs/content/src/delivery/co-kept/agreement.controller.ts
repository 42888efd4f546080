import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires, SiteDirectory } from '@zhanqun/platform';
import { Agreements } from './agreements.service';
import {
  AgreeDto,
  AgreementListView,
  AgreementView,
  DeclineAgreementDto,
  EndAgreementDto,
  OfferAgreementDto,
  toAgreementView,
} from './agreement.view';
import type { ChannelAgreement } from './channel-agreement.entity';

/** 栏目共建. Who looks after the channels of a site speaks for it. */
@Controller('sites/:site/channel-agreements')
export class AgreementController {
  constructor(
    private readonly agreements: Agreements,
    private readonly directory: SiteDirectory,
  ) {}

  @Get()
  @Requires('read', 'Delivery')
  async list(@Editor() ctx: EditorCtx): Promise<AgreementListView> {
    const items: AgreementView[] = [];
    for (const agreement of await this.agreements.list(ctx)) items.push(await this.view(ctx, agreement));
    return { items, total: items.length };
  }

  @Post()
  @Requires('update', 'Channel')
  async offer(
    @Editor() ctx: EditorCtx,
    @Body() { note = '', ...dto }: OfferAgreementDto,
  ): Promise<AgreementView> {
    return this.view(ctx, await this.agreements.offer(ctx, { ...dto, note }));
  }

  @Post(':id/agree')
  @HttpCode(200)
  @Requires('update', 'Channel')
  async agree(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { channelId }: AgreeDto,
  ): Promise<AgreementView> {
    return this.view(ctx, await this.agreements.agree(ctx, id, channelId));
  }

  @Post(':id/decline')
  @HttpCode(200)
  @Requires('update', 'Channel')
  async decline(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { reason }: DeclineAgreementDto,
  ): Promise<AgreementView> {
    return this.view(ctx, await this.agreements.decline(ctx, id, reason));
  }

  @Post(':id/end')
  @HttpCode(200)
  @Requires('update', 'Channel')
  async end(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { copies, reason }: EndAgreementDto,
  ): Promise<AgreementView> {
    return this.view(ctx, await this.agreements.end(ctx, id, copies, reason));
  }

  private async view(ctx: EditorCtx, agreement: ChannelAgreement): Promise<AgreementView> {
    const live = await this.agreements.liveCount(ctx, agreement.id);
    return toAgreementView(agreement, live, ctx, this.directory);
  }
}
