import { defineError } from '@zhanqun/kernel';

export const regulationNotFound = defineError<{ code: string }>(
  'tenancy.regulation.notFound',
  'notFound',
  ({ code }) => `没有代码为“${code}”的规定`,
);

export const regulationNotLocal = defineError<{ code: string }>(
  'tenancy.regulation.notLocal',
  'invalid',
  () => '全国底线对所有站点自动适用，门户只需选择本地规定',
);
