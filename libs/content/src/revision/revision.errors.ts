import { defineError } from '@zhanqun/kernel';

export const revisionNotFound = defineError<{ articleId: number; number: number }>(
  'content.revision.notFound',
  'notFound',
  () => '没有这个版本，请刷新历史记录后重试',
);

export const revisionIsOpen = defineError<{ articleId: number; number: number }>(
  'content.revision.sameAsOpen',
  'conflict',
  () => '这就是当前正在编辑的版本，不需要恢复',
);
