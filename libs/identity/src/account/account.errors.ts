import { defineError } from '@zhanqun/kernel';

export const accountNotFound = defineError(
  'identity.account.notFound',
  'notFound',
  () => '没有这个账号，请刷新后重试',
);

export const usernameTaken = defineError<{ username: string }>(
  'identity.account.usernameTaken',
  'conflict',
  ({ username }) => `登录名“${username}”已被使用，请换一个`,
);

export const usernameInvalid = defineError(
  'identity.account.usernameInvalid',
  'invalid',
  () => '登录名须为 3 至 32 位小写字母、数字或 . _ -，以字母开头',
);

export const personTaken = defineError<{ username: string }>(
  'identity.account.personTaken',
  'conflict',
  ({ username }) => `一人一号：此人（姓名和电话相同）已有账号“${username}”，请直接给该账号授权`,
);

export const ownAccount = defineError(
  'identity.account.ownAccount',
  'forbidden',
  () => '不能对本人的账号进行此操作，请由其他管理员办理；修改密码请用“修改密码”',
);

export const officerProtected = defineError(
  'identity.account.officerProtected',
  'forbidden',
  () => '系统、安全、审计管理员的账号只能由安全管理员变更，请联系安全管理员办理',
);

export const reasonNeeded = defineError(
  'identity.account.reasonNeeded',
  'invalid',
  () => '请填写原因，便于日后核查',
);
