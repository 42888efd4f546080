import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { AppConfig, Editor, Requires } from '@zhanqun/platform';
import type { FastifyRequest } from 'fastify';
import { uploadOf } from '../asset/multipart';
import { DocxConversion } from './docx-conversion.service';
import { toConvertedDocumentView, type ConvertedDocumentView } from './docx.view';

@Controller('sites/:site/documents')
export class DocxController {
  constructor(
    private readonly documents: DocxConversion,
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
}
