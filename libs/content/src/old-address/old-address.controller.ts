import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { pageRequest, type EditorCtx } from '@zhanqun/kernel';
import { AppConfig, Editor, Requires } from '@zhanqun/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contentDisposition } from '../asset/content-disposition';
import { uploadOf } from '../asset/multipart';
import { AddressList } from './address-list';
import {
  AddOldAddressDto,
  AddressListView,
  OldAddressPageView,
  OldAddressQuery,
  OldAddressView,
  toOldAddressView,
} from './old-address.dto';
import type { OldAddress } from './old-address.entity';
import { OldAddresses } from './old-address.service';

@Controller('sites/:site/old-addresses')
export class OldAddressController {
  constructor(
    private readonly addresses: OldAddresses,
    private readonly lists: AddressList,
    private readonly config: AppConfig,
  ) {}

  /** 旧网址. */
  @Get()
  @Requires('read', 'OldAddress')
  async list(
    @Editor() ctx: EditorCtx,
    @Query() { q, page, pageSize }: OldAddressQuery,
  ): Promise<OldAddressPageView> {
    const found = await this.addresses.list(ctx, { q }, pageRequest(page, pageSize));
    return { ...found, items: await this.views(ctx, found.items) };
  }

  @Post()
  @Requires('create', 'OldAddress')
  async add(@Editor() ctx: EditorCtx, @Body() { address, to }: AddOldAddressDto): Promise<OldAddressView> {
    const [view] = await this.views(ctx, [await this.addresses.add(ctx, address, to)]);
    return view as OldAddressView;
  }

  /** The whole list as CSV. */
  @Get('list')
  @Requires('read', 'OldAddress')
  async download(@Editor() ctx: EditorCtx, @Res() reply: FastifyReply): Promise<void> {
    await reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': contentDisposition('attachment', `旧网址-${ctx.site.key}.csv`),
        'cache-control': 'no-store',
      })
      .send(this.lists.write(ctx));
  }

  /** 导入列表：`multipart/form-data` with `file`, CSV or Excel of two columns. */
  @Post('list')
  @HttpCode(200)
  @Requires('create', 'OldAddress')
  async upload(@Editor() ctx: EditorCtx, @Req() request: FastifyRequest): Promise<AddressListView> {
    const { fileName, content } = await uploadOf(request, this.config.uploadMegabytes);
    const pieces: Buffer[] = [];
    for await (const piece of content as AsyncIterable<Buffer>) pieces.push(piece);
    const outcome = await this.addresses.takeList(
      ctx,
      await this.lists.read(Buffer.concat(pieces), fileName),
    );
    return { ...outcome, refused: [...outcome.refused] };
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('delete', 'OldAddress')
  async remove(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.addresses.remove(ctx, id);
  }

  private async views(ctx: EditorCtx, rows: readonly OldAddress[]): Promise<OldAddressView[]> {
    const words = await this.addresses.describe(ctx, rows);
    return rows.map((row) => toOldAddressView(row, words.get(row.id) ?? ''));
  }
}
