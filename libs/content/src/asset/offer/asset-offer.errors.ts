import { defineError } from '@zhanqun/kernel';

export const offerNotFound = defineError<{ id: number }>(
  'content.assetOffer.notFound',
  'notFound',
  () => '共享素材不存在或已取消共享',
);
