import { defineError } from '@zhanqun/kernel';

export const expiryNotFuture = defineError<{ at: string }>(
  'content.expiry.notFuture',
  'invalid',
  () => '有效期须晚于现在，且不超过十年',
);
