import { Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import { pageRequest, type EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires, SiteDirectory } from '@zhanqun/platform';
import type { FastifyReply } from 'fastify';
import { AssetView, toAssetView } from '../asset.view';
import { fileHeaders } from '../file-headers';
import { SharedAssetQuery } from '../asset.dto';
import { AssetOfferPageView, toAssetOfferView } from './asset-offer.view';
import { AssetOffers } from './asset-offers';

/** 共享素材. */
@Controller('sites/:site')
export class AssetOfferController {
  constructor(
    private readonly offers: AssetOffers,
    private readonly directory: SiteDirectory,
  ) {}

  /** What the sites above hold out. */
  @Get('shared-assets')
  @Requires('read', 'Asset')
  async list(
    @Editor() ctx: EditorCtx,
    @Query() { kind, q, page, pageSize }: SharedAssetQuery,
  ): Promise<AssetOfferPageView> {
    const found = await this.offers.list(ctx, { kind, q }, pageRequest(page, pageSize));
    const nameOf = (id: number): string => this.directory.byId(id)?.name ?? '';
    return {
      ...found,
      items: found.items.map((offer) => toAssetOfferView(offer, ctx.site.key, nameOf(offer.fromSiteId))),
    };
  }

  @Get('shared-assets/:id/file')
  @Requires('read', 'Asset')
  async file(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { offer, reading } = await this.offers.read(ctx, id);
    await reply.headers(fileHeaders(offer, reading.size)).send(reading.stream);
  }

  /** 选用: copies it into this site's library. */
  @Post('shared-assets/:id/take')
  @Requires('create', 'Asset')
  async take(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<AssetView> {
    return toAssetView(await this.offers.take(ctx, id), ctx.site.key);
  }

  @Post('assets/:id/offer')
  @HttpCode(204)
  @Requires('manage', 'Asset')
  async offer(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.offers.offer(ctx, id);
  }

  @Delete('assets/:id/offer')
  @HttpCode(204)
  @Requires('manage', 'Asset')
  async withdraw(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.offers.withdraw(ctx, id);
  }
}
