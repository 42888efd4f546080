import { defineError } from '@zhanqun/kernel';

export const mergeTargetMissing = defineError(
  'content.withdrawal.targetMissing',
  'invalid',
  () => '请选择并入哪一篇文章',
);

export const mergeTargetWrong = defineError<{ intoId: number }>(
  'content.withdrawal.targetWrong',
  'invalid',
  () => '并入的文章须是本站另一篇正在公开的文章',
);
