import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires, SiteDirectory } from '@zhanqun/platform';
import { DeliverDto } from './delivery.dto';
import { DeliveryReading } from './delivery-reading';
import { DeliveryTargetView, DeliveryView, DispatchView, toDeliveryView } from './delivery.view';
import { Sending } from './sending';

/** 报送、推送、引用, at the sender. */
@Controller('sites/:site')
export class SendingController {
  constructor(
    private readonly sending: Sending,
    private readonly reading: DeliveryReading,
    private readonly directory: SiteDirectory,
  ) {}

  @Get('delivery-targets')
  @Requires('send', 'Delivery')
  targets(@Editor() ctx: EditorCtx): DeliveryTargetView[] {
    return this.sending
      .targets(ctx)
      .map(({ site: { key, name, kind: group }, kind }) => ({ key, name, kind, group }));
  }

  @Post('articles/:id/deliver')
  @Requires('send', 'Delivery')
  async send(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { to, ...wish }: DeliverDto,
  ): Promise<DispatchView> {
    const { sent, skipped } = await this.sending.sendToMany(ctx, id, to, wish);
    return {
      sent: sent.map((delivery) => toDeliveryView(delivery, ctx, this.directory)),
      skipped: skipped.map(({ site: { key, name } }) => ({ key, name })),
    };
  }

  /** 转载进度. */
  @Get('articles/:id/deliveries')
  @Requires('read', 'Delivery')
  async ofArticle(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<DeliveryView[]> {
    const deliveries = await this.reading.ofArticle(ctx, id);
    return deliveries.map((delivery) => toDeliveryView(delivery, ctx, this.directory));
  }

  @Post('deliveries/:id/recall')
  @HttpCode(200)
  @Requires('withdraw', 'Delivery')
  async recall(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<DeliveryView> {
    return toDeliveryView(await this.sending.recall(ctx, id), ctx, this.directory);
  }

  /** 催办, once a day. */
  @Post('deliveries/:id/remind')
  @HttpCode(200)
  @Requires('withdraw', 'Delivery')
  async remind(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<DeliveryView> {
    return toDeliveryView(await this.sending.remind(ctx, id), ctx, this.directory);
  }
}
