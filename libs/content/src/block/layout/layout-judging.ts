import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { ChannelReading } from '../../channel/channel-reading';
import { PublicLines } from '../../text-check/public-lines';
import type { LayoutBlock } from '../layout-block';
import { remarksOn, type LayoutRemark } from './layout-remarks';
import { checkBlocks } from './layout-rules';
import { wordsIn } from './layout-words';

/** 版面检查: columns that lead nowhere, what is missing, and the words, by the same rules as those of articles. */
@Injectable()
export class LayoutJudging {
  constructor(
    private readonly channels: ChannelReading,
    private readonly lines: PublicLines,
  ) {}

  /** What is forbidden keeps a layout from being published; doubts are told beside their field. */
  async remarks(
    ctx: SiteCtx,
    given: readonly LayoutBlock[],
    regions: readonly string[],
  ): Promise<LayoutRemark[]> {
    const { blocks } = checkBlocks(given);
    const words = wordsIn(blocks);
    const hits = await this.lines.hits(ctx, words);
    return [
      ...remarksOn(blocks, await this.channels.tree(ctx), regions),
      ...words.flatMap(({ blockId, field, label }, at) =>
        (hits[at] ?? [])
          .filter(({ severity }) => severity !== 'hint')
          .map(({ text, reason, severity }) => ({
            blockId,
            field,
            message: `${label}里的“${text}”：${reason}`,
            isBlocking: severity === 'block',
          })),
      ),
    ];
  }
}
