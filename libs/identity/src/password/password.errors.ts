import { defineError } from '@zhanqun/kernel';

export const passwordWeak = defineError<{ faults: string[] }>(
  'identity.password.weak',
  'invalid',
  ({ faults }) => `密码不符合要求：${faults.join('；')}`,
);

export const passwordReused = defineError<{ count: number }>(
  'identity.password.reused',
  'invalid',
  ({ count }) => `不能使用最近 ${count} 次用过的密码，请换一个`,
);

export const currentPasswordWrong = defineError(
  'identity.password.currentWrong',
  'invalid',
  () => '当前密码不正确，请重新输入',
);

export const passwordChangedMeanwhile = defineError(
  'identity.password.changedMeanwhile',
  'conflict',
  () => '密码刚刚已被修改，请用新密码重新登录',
);
