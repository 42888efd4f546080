import { defineError } from '@zhanqun/kernel';

export const signInWrong = defineError(
  'identity.signIn.wrong',
  'unauthenticated',
  () => '登录名或密码不正确，请核对后重试；忘记密码请联系安全管理员重置',
);

export const signInLocked = defineError<{ minutes: number }>(
  'identity.signIn.locked',
  'tooMany',
  ({ minutes }) => `密码连续输错，已暂停登录，请约 ${minutes} 分钟后再试；如急需使用，请联系安全管理员解锁`,
);

export const addressLocked = defineError<{ minutes: number }>(
  'identity.signIn.addressLocked',
  'tooMany',
  ({ minutes }) => `此网络地址登录失败次数过多，请约 ${minutes} 分钟后再试`,
);

export const accountDisabled = defineError(
  'identity.signIn.disabled',
  'forbidden',
  () => '账号已停用，不能登录；如需恢复，请联系安全管理员',
);
