import { defineError } from '@zhanqun/kernel';

export const notInBin = defineError<{ id: number }>(
  'content.bin.notThere',
  'conflict',
  () => '稿件不在回收站里，可能已被恢复或彻底删除，请刷新后再看',
);

export const binChannelGone = defineError<{ channelId: number }>(
  'content.bin.channelGone',
  'conflict',
  () => '稿件原来的栏目已不存在，恢复时请选择另一个栏目',
);
