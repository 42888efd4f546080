import { defineError } from '@zhanqun/kernel';

export const rectificationNotFound = defineError<{ id: number }>(
  'supervision.rectification.notFound',
  'notFound',
  () => '没有这份整改单，或它不属于您的范围',
);

export const rectificationMoveRefused = defineError<{ move: string; state: string }>(
  'supervision.rectification.moveRefused',
  'conflict',
  () => '整改单的状态已经变化，不能这样操作，请刷新后查看',
);

export const extensionTooEarly = defineError<{ dueOn: string }>(
  'supervision.rectification.extensionNotLater',
  'invalid',
  ({ dueOn }) => `延期后的期限须晚于原期限 ${dueOn}`,
);
