import { defineError } from '@zhanqun/kernel';

export const workingCopyTooLong = defineError<{ limit: number }>(
  'content.workingCopy.tooLong',
  'tooLarge',
  ({ limit }) => `内容超过 ${limit / 10_000} 万字，无法自动保存。请把长文拆成几篇，或作为附件上传`,
);
