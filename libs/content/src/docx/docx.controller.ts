import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { AppConfig, Editor, Requires } from '@zhanqun/platform';
import type { FastifyRequest } from 'fastify';
import { AssetView, toAssetView } from '../asset/asset.view';
import { uploadOf } from '../asset/multipart';
import { RemotePictureDto } from './docx.dto';
import { DocxConversion } from './docx-conversion.service';
import { ConvertedDocumentView, toConvertedDocumentView } from './docx.view';
import { RemotePictures } from './remote-pictures.service';

@Controller('sites/:site/documents')
export class DocxController {
  constructor(
    private readonly documents: DocxConversion,
    private readonly pictures: RemotePictures,
    private readonly config: AppConfig,
  ) {}

  /** 导入 Word 文档：`multipart/form-data` with one `.docx`; nothing but its pictures is stored. */
  @Post('convert')
  @HttpCode(200)
  @Requires('create', 'Asset')
  async convert(@Editor() ctx: EditorCtx, @Req() request: FastifyRequest): Promise<ConvertedDocumentView> {
    const file = await uploadOf(request, this.config.uploadMegabytes);
    return toConvertedDocumentView(await this.documents.convert(ctx, file), ctx.site.key);
  }

  /** 转存图片 of a text that was pasted. */
  @Post('pictures')
  @HttpCode(200)
  @Requires('create', 'Asset')
  async picture(@Editor() ctx: EditorCtx, @Body() { address }: RemotePictureDto): Promise<AssetView> {
    return toAssetView(await this.pictures.take(ctx, address), ctx.site.key);
  }
}
