import { Injectable } from '@nestjs/common';
import { canDo, type EditorCtx, type Page } from '@zhanqun/kernel';
import type { Article } from '../article/article.entity';
import { ChannelReading } from '../channel/channel-reading';
import type { BinPageView } from './recycle-bin.dto';
import { RecycleBin } from './recycle-bin.service';

const DAY_MS = 86_400_000;

@Injectable()
export class BinViews {
  constructor(
    private readonly bin: RecycleBin,
    private readonly channels: ChannelReading,
  ) {}

  async page(ctx: EditorCtx, page: Page<Article>): Promise<BinPageView> {
    const tree = await this.channels.tree(ctx);
    const keptDays = this.bin.daysAt(ctx);
    return {
      ...page,
      keptDays,
      items: page.items.map((article) => {
        const { id, title, kind, state, channelId, authorName, deletedByName } = article;
        const deletedAt = article.deletedAt ?? ctx.now;
        return {
          id,
          title,
          kind,
          state,
          channelId,
          channelName: tree.find(channelId)?.name ?? '',
          authorName,
          deletedAt: deletedAt.toISOString(),
          deletedByName,
          keptUntil: new Date(deletedAt.getTime() + keptDays * DAY_MS).toISOString(),
          mayPurge: canDo(ctx, 'purge', article),
        };
      }),
    };
  }
}
