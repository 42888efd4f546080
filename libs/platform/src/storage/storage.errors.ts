import { defineError } from '@zhanqun/kernel';

export const fileNameRefused = defineError<{ name: string }>(
  'platform.storage.nameRefused',
  'invalid',
  () => '文件名不合规范，已拒绝',
);

export const fileNotFound = defineError<{ name: string }>(
  'platform.storage.notFound',
  'notFound',
  () => '文件不存在或已被删除',
);

export const fileTooLarge = defineError<{ maxBytes: number }>(
  'platform.storage.tooLarge',
  'tooLarge',
  ({ maxBytes }) =>
    `文件超过 ${Math.max(1, Math.floor(maxBytes / 1024 / 1024))} MB 的上限，请压缩或拆分后再传`,
);

export const rangeRefused = defineError<{ size: number }>(
  'platform.storage.rangeRefused',
  'invalid',
  () => '请求的文件范围超出文件大小',
);

export const storageFull = defineError(
  'platform.storage.full',
  'unavailable',
  () => '服务器存储空间不足，文件未保存，请联系系统管理员',
);
