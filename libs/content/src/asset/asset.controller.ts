import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  Patch,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { pageRequest, type EditorCtx } from '@zhanqun/kernel';
import { AppConfig, Editor, Requires } from '@zhanqun/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AssetPageView, AssetQuery, AssetView, EditAssetDto, toAssetView } from './asset.dto';
import type { Asset } from './asset.entity';
import { AssetService } from './asset.service';
import { contentDisposition } from './content-disposition';
import { uploadOf } from './multipart';
import { readFilePath } from './picture';

@Controller('sites/:site')
export class AssetController {
  constructor(
    private readonly assets: AssetService,
    private readonly config: AppConfig,
  ) {}

  /** 素材库. */
  @Get('assets')
  @Requires('read', 'Asset')
  async list(
    @Editor() ctx: EditorCtx,
    @Query() { kind, q, page, pageSize }: AssetQuery,
  ): Promise<AssetPageView> {
    const found = await this.assets.list(ctx, { kind, q }, pageRequest(page, pageSize));
    return { ...found, items: found.items.map((asset) => toAssetView(asset, ctx.site.key)) };
  }

  /** 上传：`multipart/form-data` with `alt` and, after it, `file`. */
  @Post('assets')
  @Requires('create', 'Asset')
  async upload(@Editor() ctx: EditorCtx, @Req() request: FastifyRequest): Promise<AssetView> {
    const file = await uploadOf(request, this.config.uploadMegabytes);
    return toAssetView(await this.assets.upload(ctx, file), ctx.site.key);
  }

  @Get('assets/:id')
  @Requires('read', 'Asset')
  async get(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<AssetView> {
    return toAssetView(await this.assets.get(ctx, id), ctx.site.key);
  }

  @Patch('assets/:id')
  @Requires('update', 'Asset')
  async edit(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() dto: EditAssetDto,
  ): Promise<AssetView> {
    return toAssetView(await this.assets.describe(ctx, id, dto), ctx.site.key);
  }

  @Delete('assets/:id')
  @HttpCode(204)
  @Requires('delete', 'Asset')
  async remove(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.assets.remove(ctx, id);
  }

  @Get('assets/:id/file')
  @Requires('read', 'Asset')
  async file(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(ctx, await this.assets.get(ctx, id), undefined, reply);
  }

  /** The same files under the addresses that texts write, for editors and previews inside the console. */
  @Get('files/:month/:name')
  @Requires('read', 'Asset')
  async fileByPath(
    @Editor() ctx: EditorCtx,
    @Param('month') month: string,
    @Param('name') name: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = `${month}/${name}`;
    const { path, isRendition } = readFilePath(asked);
    await this.send(ctx, await this.assets.byPath(ctx, path), isRendition ? asked : undefined, reply);
  }

  private async send(
    ctx: EditorCtx,
    asset: Asset,
    rendition: string | undefined,
    reply: FastifyReply,
  ): Promise<void> {
    const { stream, size } = await this.assets.read(ctx, asset, rendition);
    await reply
      .headers({
        'content-type': rendition ? 'image/webp' : asset.mime,
        'content-length': String(size),
        'content-disposition': contentDisposition(
          asset.kind === 'image' ? 'inline' : 'attachment',
          asset.name,
        ),
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, max-age=3600',
      })
      .send(stream);
  }
}
