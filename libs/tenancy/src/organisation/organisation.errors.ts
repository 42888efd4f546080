import { defineError } from '@zhanqun/kernel';

export const organisationNotFound = defineError<{ id: number }>(
  'tenancy.organisation.notFound',
  'notFound',
  () => '没有这个机构，可能已被删除，请刷新后重试',
);

export const organisationNameTaken = defineError<{ name: string }>(
  'tenancy.organisation.nameTaken',
  'conflict',
  ({ name }) => `同一上级下已有名为“${name}”的机构`,
);

export const organisationCodeTaken = defineError<{ code: string }>(
  'tenancy.organisation.codeTaken',
  'conflict',
  ({ code }) => `代码 ${code} 已被另一机构使用，请核对`,
);

export const organisationCodeInvalid = defineError<{ code: string }>(
  'tenancy.organisation.codeInvalid',
  'invalid',
  () => '机构代码须为 9 位组织机构代码或 18 位统一社会信用代码',
);

export const organisationCircular = defineError(
  'tenancy.organisation.circular',
  'invalid',
  () => '上级机构不能是本机构或其下级',
);
