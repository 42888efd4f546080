import { Controller, Get, Param, ParseIntPipe, Query, Res } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import type { FastifyReply } from 'fastify';
import { DeliveryFileQuery } from './delivery.dto';
import { DeliveryFiles } from './delivery-files';

@Controller('sites/:site/deliveries')
export class DeliveryFilesController {
  constructor(private readonly files: DeliveryFiles) {}

  /** 随稿图片和附件, for the receiving site before it has decided. */
  @Get(':id/files/:index')
  @Requires('read', 'Delivery')
  async file(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Param('index', ParseIntPipe) index: number,
    @Query() { of }: DeliveryFileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { headers, stream } = await this.files.open(ctx, id, index, of);
    await reply.headers(headers).send(stream);
  }
}
