import { defineError } from '@zhanqun/kernel';

export const delegationToSelf = defineError(
  'content.delegation.toSelf',
  'invalid',
  () => '不能委托给本人，请另选一位同事',
);

export const delegationPeriodWrong = defineError<{ days: number }>(
  'content.delegation.periodWrong',
  'invalid',
  ({ days }) => `请填写起止日期，结束日期不早于今天和开始日期，一次最长 ${days} 天`,
);

export const delegationEmpty = defineError(
  'content.delegation.empty',
  'forbidden',
  () => '委托人在本站没有审核职责，没有可以委托的事项',
);

export const standInNotEligible = defineError<{ accountId: number }>(
  'content.delegation.standInNotEligible',
  'invalid',
  () => '受托人不在本站工作或账号已停用，请先由站点管理员为其分配本站的角色',
);

export const delegationNotFound = defineError<{ id: number }>(
  'content.delegation.notFound',
  'notFound',
  () => '没有这项委托',
);

export const delegationReasonWrong = defineError(
  'content.delegation.reasonWrong',
  'invalid',
  () => '事由中有无法保存的字符，请删去后重试',
);
