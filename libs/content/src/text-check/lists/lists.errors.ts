import { defineError } from '@zhanqun/kernel';

export const termInvalid = defineError<{ faults: { field: string; message: string }[] }>(
  'content.check.termInvalid',
  'invalid',
  ({ faults }) => faults.map(({ message }) => message).join('；'),
);

export const termExists = defineError<{ wrong: string }>(
  'content.check.termExists',
  'conflict',
  ({ wrong }) => `词表中已有“${wrong}”，请直接修改`,
);

export const termNotFound = defineError<{ wrong: string }>(
  'content.flaggedTerm.notFound',
  'notFound',
  ({ wrong }) => (wrong ? `词表中没有“${wrong}”，请刷新` : '此词条不存在，可能已被删除，请刷新'),
);

export const termLocked = defineError<{ wrong: string }>(
  'content.check.termLocked',
  'forbidden',
  ({ wrong }) => `“${wrong}”已由上级统一锁定，本站不能修改；如需调整，请联系上级管理员`,
);

export const lockRefused = defineError(
  'content.check.lockRefused',
  'invalid',
  () => '本站以下没有可锁定的层级，只有平台和门户可以锁定',
);

export const tooManyTerms = defineError<{ most: number }>(
  'content.check.tooManyTerms',
  'conflict',
  ({ most }) => `词表最多 ${most} 条，请先删除不再需要的词条`,
);

export const ruleUnknown = defineError<{ rule: string }>(
  'content.checkRule.notFound',
  'notFound',
  () => '没有这条检查规则，请刷新',
);

export const ruleLocked = defineError<{ rule: string; name: string }>(
  'content.check.ruleLocked',
  'forbidden',
  ({ name }) => `“${name}”已由上级统一锁定，本站不能修改；如需调整，请联系上级管理员`,
);

export const importHeadMissing = defineError(
  'content.check.importHeadMissing',
  'invalid',
  () => '第一行须为列名，其中须有“错误写法”一列；可先导出词表作为样式',
);
