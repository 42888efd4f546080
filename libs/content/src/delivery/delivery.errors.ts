import { defineError } from '@zhanqun/kernel';

export const deliveryNotFound = defineError<{ id: number }>(
  'content.delivery.notFound',
  'notFound',
  () => '没有这份报送，或它不属于本站',
);

export const deliveryMoveRefused = defineError<{ move: string; state: string }>(
  'content.delivery.moveRefused',
  'conflict',
  () => '这份报送已有处理结果，请刷新后查看',
);

export const notDeliverable = defineError<{ articleId: number }>(
  'content.delivery.notPublished',
  'conflict',
  () => '只有已发布的稿件可以报送，请先完成审核发布',
);

export const copyNotDeliverable = defineError<{ articleId: number }>(
  'content.delivery.copy',
  'conflict',
  () => '这是接收来的稿件，不能再转报；请由原发布单位报送',
);

export const targetUnknown = defineError<{ to: string }>(
  'content.delivery.targetUnknown',
  'invalid',
  () => '接收站点不存在、已停用，或不在可报送的范围内',
);

export const alreadyDelivered = defineError<{ to: string }>(
  'content.delivery.already',
  'conflict',
  () => '这篇稿件已经报送到该站点，无需重复报送',
);

export const nothingToApply = defineError<{ id: number }>(
  'content.delivery.nothingToApply',
  'conflict',
  () => '来源没有新的变更，或变更已经处理',
);

export const copyBeingEdited = defineError<{ articleId: number }>(
  'content.delivery.copyBeingEdited',
  'conflict',
  () => '本站正在修改这篇稿件，请先完成或放弃修改，再采用来源的变更',
);

export const followingNotAllowed = defineError(
  'content.delivery.followingNotAllowed',
  'forbidden',
  () => '来源更正后自动同步即直接发布，须由有发布权限的人签收时选择',
);

export const carryingOnlyDown = defineError(
  'content.delivery.carryingOnlyDown',
  'invalid',
  () => '只有门户向下属站点推送时，才能设定必须转载或可转载',
);

export const dueDayWrong = defineError(
  'content.delivery.dueDayWrong',
  'invalid',
  () => '必须转载的稿件须写明转载期限，期限不能早于今天',
);

export const mustBeCarried = defineError<{ id: number }>(
  'content.delivery.mustBeCarried',
  'conflict',
  () => '这篇稿件要求必须转载，不能退回；确有问题请与推送单位联系，由其撤回',
);

export const nothingToRemind = defineError<{ id: number }>(
  'content.delivery.nothingToRemind',
  'conflict',
  () => '这份稿件已有处理结果，无需催办',
);

export const remindedToday = defineError<{ id: number }>(
  'content.delivery.remindedToday',
  'conflict',
  () => '今天已经催办过，请明天再试',
);

export const gradeUnknown = defineError<{ grade: string }>(
  'content.delivery.gradeUnknown',
  'invalid',
  () => '没有这个采用等次，请重新选择',
);

export const deliveryFileGone = defineError<{ id: number; index: number }>(
  'content.deliveryFile.notFound',
  'notFound',
  () => '随稿文件不存在，或稿件已处理完毕',
);
