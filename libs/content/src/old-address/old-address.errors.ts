import { defineError } from '@zhanqun/kernel';

export const oldAddressUnusable = defineError<{ address: string }>(
  'content.oldAddress.unusable',
  'invalid',
  ({ address }) => `旧网址“${address.slice(0, 80)}”无法识别，须以 http://、https:// 或 / 开头，不超过 500 字`,
);

export const oldAddressTaken = defineError<{ address: string }>(
  'content.oldAddress.taken',
  'conflict',
  ({ address }) => `旧网址“${address.slice(0, 80)}”已在列表中，请先删除原有的一条`,
);

export const oldAddressNotFound = defineError<{ id: number }>(
  'content.oldAddress.notFound',
  'notFound',
  () => '这条旧网址不存在或已被删除',
);

export const oldAddressTargetUnusable = defineError<{ target: string }>(
  'content.oldAddress.targetUnusable',
  'invalid',
  ({ target }) =>
    `“${target.slice(0, 80)}”不能作为新地址：须是本站的文章地址、栏目地址或以 / 开头的本站路径，且与旧网址不同`,
);

export const addressListUnreadable = defineError(
  'content.oldAddress.listUnreadable',
  'invalid',
  () => '列表无法读取：须为两列的 CSV 或 Excel，第一列旧网址，第二列新地址，至多 100000 行',
);
