import { defineError } from '@zhanqun/kernel';

export const folderNotFound = defineError<{ id: number }>(
  'content.assetFolder.notFound',
  'notFound',
  () => '文件夹不存在或已被删除',
);

export const folderNameTaken = defineError<{ name: string }>(
  'content.assetFolder.nameTaken',
  'conflict',
  ({ name }) => `同一级已有名为“${name}”的文件夹，请换一个名称`,
);

export const folderNameUnusable = defineError(
  'content.assetFolder.nameUnusable',
  'invalid',
  () => '文件夹名称须为 1 至 50 字，不能含有斜线和控制字符',
);

export const foldersTooDeep = defineError<{ most: number }>(
  'content.assetFolder.tooDeep',
  'invalid',
  ({ most }) => `文件夹最多 ${most} 级，请放到更上一级`,
);

export const foldersTooMany = defineError<{ most: number }>(
  'content.assetFolder.tooMany',
  'conflict',
  ({ most }) => `文件夹最多 ${most} 个，请先合并或删除不用的文件夹`,
);

export const folderInItself = defineError<{ name: string }>(
  'content.assetFolder.inItself',
  'invalid',
  ({ name }) => `不能把“${name}”移动到它自己里面`,
);
