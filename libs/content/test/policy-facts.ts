import type { PolicyFacts } from '@zhanqun/content';

/** 公文要素 of a policy document of the town. */
export const facts: Partial<PolicyFacts> = {
  documentNumber: '清政发[2026]3号',
  issuedOn: '2026-03-01',
  issuer: '清水镇人民政府',
  subjectCategory: '综合政务',
  genre: '通知',
};
