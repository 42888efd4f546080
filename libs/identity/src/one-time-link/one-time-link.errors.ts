import { defineError } from '@zhanqun/kernel';

/** One answer for unknown, used and expired: a guess learns nothing. */
export const linkInvalid = defineError(
  'identity.oneTimeLink.invalid',
  'notFound',
  () => '链接无效、已使用或已过期，请联系管理员重新发放',
);

export const realNameNeeded = defineError(
  'identity.oneTimeLink.realNameNeeded',
  'invalid',
  () => '账号实行实名制，请填写本人姓名',
);
