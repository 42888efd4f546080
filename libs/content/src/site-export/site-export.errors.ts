import { defineError } from '@zhanqun/kernel';

export const exportNotFound = defineError<{ id: number }>(
  'content.siteExport.notFound',
  'notFound',
  () => '这次导出不存在，或文件已过期清理，请重新导出',
);

export const siteKeyInUse = defineError<{ key: string }>(
  'content.siteImport.keyInUse',
  'conflict',
  ({ key }) => `已有标识为 ${key} 的站点，且不是由这个文件建立的；请换一个 --key`,
);

export const sitePartsUnreadable = defineError<{ part: string }>(
  'content.siteImport.partUnreadable',
  'invalid',
  ({ part }) => `导出文件中的 ${part} 无法读取，文件不完整或被改动过`,
);
