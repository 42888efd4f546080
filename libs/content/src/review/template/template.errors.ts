import { defineError } from '@zhanqun/kernel';

export const templateInvalid = defineError<{ faults: readonly string[] }>(
  'content.reviewTemplate.invalid',
  'invalid',
  ({ faults }) => faults.join('；'),
);

export const templateLocked = defineError<{ name: string; level: string }>(
  'content.reviewTemplate.locked',
  'forbidden',
  ({ name, level }) => `${level}的审核模板“${name}”已锁定，本站不能另设；如需调整，请联系${level}管理员`,
);

export const templateNotFound = defineError<{ id: number }>(
  'content.reviewTemplate.notFound',
  'notFound',
  () => '没有这个审核模板，可能已被删除',
);
