import { defineError } from '@zhanqun/kernel';

export const kindUnknown = defineError<{ kind: string }>(
  'content.kind.unknown',
  'invalid',
  () => '没有这种文章类型，请重新选择',
);

export const kindNotInChannel = defineError<{ kind: string; name: string; channelId: number }>(
  'content.kind.notInChannel',
  'invalid',
  ({ name }) => `这个栏目不放“${name}”，请选择其他栏目或类型`,
);

export const factsMissing = defineError<{ faults: readonly { field: string; message: string }[] }>(
  'content.kind.factsMissing',
  'invalid',
  ({ faults }) => `送审前请补齐：${faults.map((fault) => fault.message).join('；')}`,
);

export const factArticleNotUsable = defineError<{ field: string; articleId: number; label: string }>(
  'content.kind.articleNotUsable',
  'invalid',
  ({ label }) => `${label}须是本站的另一篇同类文章，请重新选择`,
);

export const factFileNotUsable = defineError<{
  field: string;
  assetId: number;
  label: string;
  wanted: string;
}>(
  'content.kind.fileNotUsable',
  'invalid',
  ({ label, wanted }) => `${label}须是本站素材库里的${wanted}，请重新选择`,
);

export const channelClosed = defineError<{ channelId: number }>(
  'content.channel.closed',
  'conflict',
  () => '这个栏目已经关闭，不能再放文章，请选择其他栏目',
);
