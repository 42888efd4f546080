import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires, SiteDirectory } from '@zhanqun/platform';
import { AcceptDto, DeclineDto, DeliveryQuery } from './delivery.dto';
import { DeliveryReading } from './delivery-reading';
import { DeliveryService } from './delivery.service';
import {
  DeliveryDetailView,
  DeliveryPageView,
  DeliveryView,
  toDeliveryDetailView,
  toDeliveryView,
} from './delivery.view';
import { DeliveryHistory } from './history/delivery-history';

/** 收到的与送出的, and the moves of the receiver. */
@Controller('sites/:site/deliveries')
export class DeliveryController {
  constructor(
    private readonly deliveries: DeliveryService,
    private readonly reading: DeliveryReading,
    private readonly history: DeliveryHistory,
    private readonly directory: SiteDirectory,
  ) {}

  @Get()
  @Requires('read', 'Delivery')
  async list(@Editor() ctx: EditorCtx, @Query() query: DeliveryQuery): Promise<DeliveryPageView> {
    const page = await this.reading.list(ctx, query, query);
    return { ...page, items: page.items.map((delivery) => toDeliveryView(delivery, ctx, this.directory)) };
  }

  @Get(':id')
  @Requires('read', 'Delivery')
  async get(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<DeliveryDetailView> {
    const delivery = await this.reading.get(ctx, id);
    return toDeliveryDetailView(delivery, await this.history.of(ctx, delivery), ctx, this.directory);
  }

  /** The receiver looked at it: told to the sender once. */
  @Post(':id/open')
  @HttpCode(200)
  @Requires('accept', 'Delivery')
  async open(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<DeliveryView> {
    return toDeliveryView(await this.deliveries.open(ctx, id), ctx, this.directory);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Requires('accept', 'Delivery')
  async accept(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { channelId, onChange = 'todo', grade }: AcceptDto,
  ): Promise<DeliveryView> {
    const delivery = await this.deliveries.accept(ctx, id, { channelId, onChange, grade });
    return toDeliveryView(delivery, ctx, this.directory);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @Requires('accept', 'Delivery')
  async decline(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { reason }: DeclineDto,
  ): Promise<DeliveryView> {
    return toDeliveryView(await this.deliveries.decline(ctx, id, reason), ctx, this.directory);
  }

  /** Takes the change of the source over. */
  @Post(':id/apply')
  @HttpCode(200)
  @Requires('update', 'Delivery')
  async apply(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<DeliveryView> {
    return toDeliveryView(await this.deliveries.apply(ctx, id), ctx, this.directory);
  }

  /** Leaves the copy as it is. */
  @Post(':id/ignore')
  @HttpCode(200)
  @Requires('update', 'Delivery')
  async ignore(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<DeliveryView> {
    return toDeliveryView(await this.deliveries.ignore(ctx, id), ctx, this.directory);
  }
}
