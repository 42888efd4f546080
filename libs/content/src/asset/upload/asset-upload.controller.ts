import { Controller, Delete, Get, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AssetView, toAssetView } from '../asset.view';
import { AssetUploadView, toAssetUploadView } from './asset-upload.view';
import { announcedUpload, Tus } from './tus';
import { Uploads } from './uploads';

/** 断点续传 by the tus protocol (tus.io, version 1.0.0): creation, offset, pieces; then `finish`. */
@Controller('sites/:site/uploads')
export class AssetUploadController {
  constructor(
    private readonly uploads: Uploads,
    private readonly tus: Tus,
  ) {}

  /** What this person has not finished at this site. */
  @Get()
  @Requires('create', 'Asset')
  async open(@Editor() ctx: EditorCtx): Promise<AssetUploadView[]> {
    const found = await this.uploads.open(ctx);
    return found.map(({ upload, received }) => toAssetUploadView(upload, received));
  }

  /** Announces a file: headers `Upload-Length` and `Upload-Metadata` (filename, alt, folderId, replacesId). */
  @Post()
  @Requires('create', 'Asset')
  async begin(
    @Editor() ctx: EditorCtx,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { token } = await this.uploads.begin(ctx, announcedUpload(request));
    await this.tus.handle(ctx, token, request, reply);
  }

  /** How much is here: as JSON, or for the protocol (HEAD) in headers alone. */
  @Get(':id')
  @Requires('create', 'Asset')
  async offset(
    @Editor() ctx: EditorCtx,
    @Param('id') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const upload = await this.uploads.get(ctx, token);
    if (request.method === 'HEAD') await this.tus.handle(ctx, token, request, reply);
    else await reply.send(toAssetUploadView(upload, await this.uploads.received(ctx, upload)));
  }

  @Patch(':id')
  @Requires('create', 'Asset')
  async piece(
    @Editor() ctx: EditorCtx,
    @Param('id') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.uploads.get(ctx, token);
    await this.tus.handle(ctx, token, request, reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('create', 'Asset')
  async cancel(@Editor() ctx: EditorCtx, @Param('id') token: string): Promise<void> {
    await this.uploads.cancel(ctx, token);
  }

  /** 入库 once all bytes are here. Asked again it answers the same asset. */
  @Post(':id/finish')
  @HttpCode(200)
  @Requires('create', 'Asset')
  async finish(@Editor() ctx: EditorCtx, @Param('id') token: string): Promise<AssetView> {
    return toAssetView(await this.uploads.finish(ctx, token), ctx.site.key);
  }
}
