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

/** Words that went before the public unreviewed are judged first, also when they were taken down since. */
export const reviewOwed = defineError<{ id: number }>(
  'content.bin.reviewOwed',
  'conflict',
  () => '这篇稿件应急发布后还没有补审，请审核人先在“待办”中完成补审（通过或不通过），再删除',
);
