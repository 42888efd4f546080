import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Outbox, Requires } from '@zhanqun/platform';
import { ChosenAssetsDto, MoveAssetsDto, TagAssetsDto } from './asset.dto';
import { CountAssetUses } from './asset.events';
import { AssetLibrary } from './asset-library';
import { AssetTrash } from './asset-trash';
import { BulkOutcomeView } from './asset.view';

/** 批量操作 on the files a person chose. */
@Controller('sites/:site/assets')
export class AssetBulkController {
  constructor(
    private readonly library: AssetLibrary,
    private readonly trash: AssetTrash,
    private readonly outbox: Outbox,
  ) {}

  @Post('move')
  @HttpCode(200)
  @Requires('update', 'Asset')
  async move(@Editor() ctx: EditorCtx, @Body() { ids, folderId }: MoveAssetsDto): Promise<BulkOutcomeView> {
    return { done: await this.library.move(ctx, ids, folderId), kept: [] };
  }

  @Post('tag')
  @HttpCode(200)
  @Requires('update', 'Asset')
  async tag(
    @Editor() ctx: EditorCtx,
    @Body() { ids, add = [], remove = [] }: TagAssetsDto,
  ): Promise<BulkOutcomeView> {
    return { done: await this.library.tag(ctx, ids, { add, remove }), kept: [] };
  }

  /** Into the trash; those that are in use stay, with the reason. */
  @Post('trash')
  @HttpCode(200)
  @Requires('delete', 'Asset')
  async discard(@Editor() ctx: EditorCtx, @Body() { ids }: ChosenAssetsDto): Promise<BulkOutcomeView> {
    const kept = await this.trash.putAll(ctx, ids);
    return { done: new Set(ids).size - kept.length, kept };
  }

  /** Out of the trash. */
  @Post('restore')
  @HttpCode(200)
  @Requires('delete', 'Asset')
  async restore(@Editor() ctx: EditorCtx, @Body() { ids }: ChosenAssetsDto): Promise<BulkOutcomeView> {
    const kept = await this.trash.restoreAll(ctx, ids);
    return { done: new Set(ids).size - kept.length, kept };
  }

  /** 清点使用情况, in the background; otherwise it happens every night. */
  @Post('count-uses')
  @HttpCode(202)
  @Requires('update', 'Asset')
  async countUses(@Editor() ctx: EditorCtx): Promise<void> {
    await this.outbox.add(ctx, new CountAssetUses(), { uniqueKey: `asset-uses:${ctx.site.id}` });
  }
}
