import { defineError } from '@zhanqun/kernel';

export const pinEndNotFuture = defineError<{ until: string }>(
  'content.pin.endNotFuture',
  'invalid',
  () => '置顶截止时间须晚于现在，且不超过一年',
);

export const pinsChanged = defineError<{ channelId: number }>(
  'content.pin.changed',
  'conflict',
  () => '该栏目的置顶稿件已变化，请刷新后重新排序',
);

export const tooManyPins = defineError<{ limit: number }>(
  'content.pin.tooMany',
  'conflict',
  ({ limit }) => `一个栏目最多置顶 ${limit} 篇，请先取消其他稿件的置顶`,
);
