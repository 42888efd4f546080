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
} from '@nestjs/common';
import { pageRequest, type EditorCtx } from '@zhanqun/kernel';
import { AppConfig, Editor, Requires } from '@zhanqun/platform';
import type { FastifyRequest } from 'fastify';
import { AssetQuery, EditAssetDto } from './asset.dto';
import { AssetDetails } from './asset-details';
import { AssetLibrary } from './asset-library';
import { AssetService } from './asset.service';
import { AssetTrash } from './asset-trash';
import {
  AssetDetailView,
  AssetPageView,
  AssetSpaceView,
  AssetView,
  TagCountView,
  toAssetView,
} from './asset.view';
import { uploadOf } from './multipart';
import { Quarantine } from './scan/quarantine';

/** 素材库. */
@Controller('sites/:site')
export class AssetController {
  constructor(
    private readonly assets: AssetService,
    private readonly library: AssetLibrary,
    private readonly details: AssetDetails,
    private readonly trash: AssetTrash,
    private readonly quarantine: Quarantine,
    private readonly config: AppConfig,
  ) {}

  @Get('assets')
  @Requires('read', 'Asset')
  async list(
    @Editor() ctx: EditorCtx,
    @Query() { page, pageSize, ...filter }: AssetQuery,
  ): Promise<AssetPageView> {
    const found = await this.library.list(ctx, filter, pageRequest(page, pageSize));
    return { ...found, items: found.items.map((asset) => toAssetView(asset, ctx.site.key)) };
  }

  /** 上传：`multipart/form-data` with `alt`, `folderId` and, after them, `file`. */
  @Post('assets')
  @Requires('create', 'Asset')
  async upload(@Editor() ctx: EditorCtx, @Req() request: FastifyRequest): Promise<AssetView> {
    const file = await uploadOf(request, this.config.uploadMegabytes);
    return toAssetView(await this.assets.upload(ctx, file), ctx.site.key);
  }

  @Get('assets/tags')
  @Requires('read', 'Asset')
  async tags(@Editor() ctx: EditorCtx): Promise<TagCountView[]> {
    return this.library.tags(ctx);
  }

  /** 空间: limit, what is taken, what is left. */
  @Get('assets/space')
  @Requires('read', 'Asset')
  async space(@Editor() ctx: EditorCtx): Promise<AssetSpaceView> {
    return this.details.space(ctx);
  }

  @Get('assets/:id')
  @Requires('read', 'Asset')
  async get(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<AssetDetailView> {
    return this.details.of(ctx, await this.assets.get(ctx, id));
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

  /** 删除, into the trash. */
  @Delete('assets/:id')
  @HttpCode(204)
  @Requires('delete', 'Asset')
  async remove(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.trash.put(ctx, id);
  }

  /** 彻底删除, out of the trash. */
  @Delete('assets/:id/for-good')
  @HttpCode(204)
  @Requires('delete', 'Asset')
  async removeForGood(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.trash.removeForGood(ctx, id);
  }

  /** 重新查毒 of a file in quarantine. */
  @Post('assets/:id/scan')
  @HttpCode(200)
  @Requires('update', 'Asset')
  async scan(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<AssetView> {
    return toAssetView(await this.quarantine.examine(ctx, id), ctx.site.key);
  }
}
