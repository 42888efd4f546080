import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Patch, Post } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { EditAssetFolderDto, NewAssetFolderDto } from './asset-folder.dto';
import { AssetFolderView, toAssetFolderView } from './asset-folder.view';
import { AssetFolders } from './asset-folders';

/** 素材文件夹. */
@Controller('sites/:site/asset-folders')
export class AssetFolderController {
  constructor(private readonly folders: AssetFolders) {}

  @Get()
  @Requires('read', 'Asset')
  async list(@Editor() ctx: EditorCtx): Promise<AssetFolderView[]> {
    return (await this.folders.list(ctx)).map(toAssetFolderView);
  }

  @Post()
  @Requires('create', 'Asset')
  async create(@Editor() ctx: EditorCtx, @Body() dto: NewAssetFolderDto): Promise<AssetFolderView> {
    return toAssetFolderView(await this.folders.create(ctx, { name: dto.name, parentId: dto.parentId ?? 0 }));
  }

  @Patch(':id')
  @Requires('update', 'Asset')
  async edit(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() dto: EditAssetFolderDto,
  ): Promise<AssetFolderView> {
    return toAssetFolderView(await this.folders.change(ctx, id, dto));
  }

  /** What lies in it moves one level up. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('delete', 'Asset')
  async remove(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    await this.folders.remove(ctx, id);
  }
}
