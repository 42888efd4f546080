import { defineError } from '@zhanqun/kernel';

export const emergencyReasonMissing = defineError(
  'content.emergency.reasonMissing',
  'invalid',
  () => '应急发布须写明理由（1 至 500 字）',
);

export const emergencyNotAllowed = defineError(
  'content.emergency.notAllowed',
  'forbidden',
  () => '按本站设置，您不能办理应急发布，请联系有权办理的终审员或站点管理员',
);

export const emergencyNotFound = defineError<{ id: number }>(
  'content.emergency.notFound',
  'notFound',
  () => '没有这条应急发布记录',
);

export const emergencyClosed = defineError<{ id: number }>(
  'content.emergency.closed',
  'conflict',
  () => '这条应急发布已经办完补审，可能由其他人处理，请刷新后查看',
);
