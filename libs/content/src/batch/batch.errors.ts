import { defineError } from '@zhanqun/kernel';

export const batchNotFound = defineError(
  'content.batch.notFound',
  'notFound',
  () => '没有这次批量操作，或它已过期',
);

export const batchNotUndoable = defineError<{ operation: string }>(
  'content.batch.notUndoable',
  'conflict',
  () => '这次批量操作不能撤销：已撤销过、超过十分钟，或属于撤稿（须重新送审才能恢复公开）',
);

export const batchParamMissing = defineError<{ field: string }>(
  'content.batch.paramMissing',
  'invalid',
  ({ field }) =>
    ({
      channelId: '请选择要移动到的栏目',
      reason: '撤稿时须写明理由',
      importance: '请选择重要程度',
      tag: '请填写关键词',
    })[field] ?? '批量操作缺少必要的内容',
);

export const changedSince = defineError<{ id: number }>(
  'content.batch.changedSince',
  'conflict',
  () => '之后又被改动过，未撤销',
);
