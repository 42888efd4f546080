import { defineError } from '@zhanqun/kernel';

export const remarkWordsMissing = defineError(
  'content.remark.wordsMissing',
  'invalid',
  () => '请写下批注内容（1 至 1000 字）',
);

export const quoteNotFound = defineError(
  'content.remark.quoteNotFound',
  'invalid',
  () => '在当前文字中没有找到要批注的原文，稿件可能已被修改，请刷新后重新选择',
);

export const remarkNotFound = defineError<{ id: number }>(
  'content.remark.notFound',
  'notFound',
  () => '没有这条批注',
);

export const remarkNotYours = defineError(
  'content.remark.notYours',
  'forbidden',
  () => '只有批注人、稿件的编辑和审核人可以处理这条批注',
);
