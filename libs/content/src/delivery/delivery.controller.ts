import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires, SiteDirectory } from '@zhanqun/platform';
import {
  AcceptDto,
  DeclineDto,
  DeliverDto,
  DeliveryDetailView,
  DeliveryPageView,
  DeliveryQuery,
  DeliveryTargetView,
  DeliveryView,
  toDeliveryDetailView,
  toDeliveryView,
} from './delivery.dto';
import { DeliveryService } from './delivery.service';

@Controller('sites/:site')
export class DeliveryController {
  constructor(
    private readonly deliveries: DeliveryService,
    private readonly directory: SiteDirectory,
  ) {}

  @Get('delivery-targets')
  @Requires('send', 'Delivery')
  targets(@Editor() ctx: EditorCtx): DeliveryTargetView[] {
    return this.deliveries.targets(ctx).map(({ site: { key, name }, kind }) => ({ key, name, kind }));
  }

  @Post('articles/:id/deliver')
  @Requires('send', 'Delivery')
  async send(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { to, note }: DeliverDto,
  ): Promise<DeliveryView> {
    return toDeliveryView(await this.deliveries.send(ctx, id, to, note ?? ''), ctx.site, this.directory);
  }

  @Get('articles/:id/deliveries')
  @Requires('read', 'Delivery')
  async ofArticle(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<DeliveryView[]> {
    const deliveries = await this.deliveries.ofArticle(ctx, id);
    return deliveries.map((delivery) => toDeliveryView(delivery, ctx.site, this.directory));
  }

  @Get('deliveries')
  @Requires('read', 'Delivery')
  async list(@Editor() ctx: EditorCtx, @Query() query: DeliveryQuery): Promise<DeliveryPageView> {
    const page = await this.deliveries.list(ctx, query, query);
    return {
      ...page,
      items: page.items.map((delivery) => toDeliveryView(delivery, ctx.site, this.directory)),
    };
  }

  @Get('deliveries/:id')
  @Requires('read', 'Delivery')
  async get(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<DeliveryDetailView> {
    return toDeliveryDetailView(await this.deliveries.get(ctx, id), ctx.site, this.directory);
  }

  @Post('deliveries/:id/accept')
  @HttpCode(200)
  @Requires('accept', 'Delivery')
  async accept(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { channelId, onChange }: AcceptDto,
  ): Promise<DeliveryView> {
    const delivery = await this.deliveries.accept(ctx, id, channelId, onChange ?? 'todo');
    return toDeliveryView(delivery, ctx.site, this.directory);
  }

  @Post('deliveries/:id/decline')
  @HttpCode(200)
  @Requires('accept', 'Delivery')
  async decline(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { reason }: DeclineDto,
  ): Promise<DeliveryView> {
    return toDeliveryView(await this.deliveries.decline(ctx, id, reason), ctx.site, this.directory);
  }

  @Post('deliveries/:id/recall')
  @HttpCode(200)
  @Requires('withdraw', 'Delivery')
  async recall(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<DeliveryView> {
    return toDeliveryView(await this.deliveries.recall(ctx, id), ctx.site, this.directory);
  }

  /** Takes the change of the source over. */
  @Post('deliveries/:id/apply')
  @HttpCode(200)
  @Requires('update', 'Delivery')
  async apply(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<DeliveryView> {
    return toDeliveryView(await this.deliveries.apply(ctx, id), ctx.site, this.directory);
  }

  /** Leaves the copy as it is. */
  @Post('deliveries/:id/ignore')
  @HttpCode(200)
  @Requires('update', 'Delivery')
  async ignore(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<DeliveryView> {
    return toDeliveryView(await this.deliveries.ignore(ctx, id), ctx.site, this.directory);
  }
}
