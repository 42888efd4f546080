import { defineError } from '@zhanqun/kernel';

export const uploadNotFound = defineError<{ upload: string }>(
  'content.upload.notFound',
  'notFound',
  () => '这次上传不存在或已过期，请重新选择文件',
);

export const uploadLengthMissing = defineError(
  'content.upload.lengthMissing',
  'invalid',
  () => '没有说明文件大小或名称，请刷新页面后重新选择文件',
);

export const uploadUnfinished = defineError<{ received: number; bytes: number }>(
  'content.upload.unfinished',
  'conflict',
  () => '文件还没有传完，请继续上传',
);

export const uploadsTooMany = defineError<{ most: number }>(
  'content.upload.tooMany',
  'tooMany',
  ({ most }) => `同时进行的上传不能超过 ${most} 个，请等前面的传完，或取消不要的`,
);

export const uploadBusy = defineError(
  'content.upload.busy',
  'conflict',
  () => '这个文件正在别处上传或入库，请稍后再试',
);

/** Seen by the upload program, which shows the body of the answer. */
export const uploadFailed = defineError(
  'content.upload.failed',
  'unavailable',
  () => '服务器没能写入这一段，请稍后继续上传；如仍不行请联系系统管理员',
);
