import { Controller, Get, HttpCode, Param, ParseIntPipe, Post, Req, Res } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { AppConfig, Editor, Requires } from '@zhanqun/platform';
import { rangeOf } from '@zhanqun/theming';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asset } from './asset.entity';
import { AssetReplacing } from './asset-replacing';
import { AssetService } from './asset.service';
import { AssetView, toAssetView } from './asset.view';
import { FileReader } from './file-reader';
import { fileHeaders } from './file-headers';
import { uploadOf } from './multipart';
import { readFilePath, type Variant } from './presets';

/** The files of the library as people of the site read and replace them. */
@Controller('sites/:site')
export class AssetFileController {
  constructor(
    private readonly assets: AssetService,
    private readonly replacing: AssetReplacing,
    private readonly reader: FileReader,
    private readonly config: AppConfig,
  ) {}

  @Get('assets/:id/file')
  @Requires('read', 'Asset')
  async file(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(ctx, await this.assets.get(ctx, id), null, request, reply);
  }

  /** The same files under the addresses that texts write, for editors and previews inside the console. */
  @Get('files/:month/:name')
  @Requires('read', 'Asset')
  async fileByPath(
    @Editor() ctx: EditorCtx,
    @Param('month') month: string,
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { path, variant } = readFilePath(`${month}/${name}`);
    await this.send(ctx, await this.assets.byPath(ctx, path), variant, request, reply);
  }

  /** 替换文件：`multipart/form-data` with `file`; the address stays. */
  @Post('assets/:id/replace')
  @HttpCode(200)
  @Requires('update', 'Asset')
  async replace(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Req() request: FastifyRequest,
  ): Promise<AssetView> {
    await this.replacing.replaceable(ctx, id);
    const file = await uploadOf(request, this.config.uploadMegabytes);
    return toAssetView(await this.replacing.replace(ctx, id, file), ctx.site.key);
  }

  /** 恢复历史文件. */
  @Post('assets/:id/versions/:number/restore')
  @HttpCode(200)
  @Requires('update', 'Asset')
  async restore(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<AssetView> {
    return toAssetView(await this.replacing.restore(ctx, id, number), ctx.site.key);
  }

  private async send(
    ctx: EditorCtx,
    asset: Asset,
    variant: Variant | null,
    { headers }: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const { storedAs, size, type } = await this.reader.find(ctx, asset, variant);
    void reply.headers({ ...fileHeaders(asset, size, type), 'accept-ranges': 'bytes' });
    const range = rangeOf(headers.range, size);
    if (!range || range === 'none') {
      await reply.send((await this.assets.read(ctx, asset, storedAs)).stream);
      return;
    }
    const { stream } = await this.assets.readPart(ctx, storedAs, range);
    await reply
      .status(206)
      .headers({
        'content-length': String(range.end - range.start + 1),
        'content-range': `bytes ${range.start}-${range.end}/${size}`,
      })
      .send(stream);
  }
}
