import { isDay } from '@zhanqun/kernel';

export const VALIDITIES = ['valid', 'amended', 'void'] as const;
export type Validity = (typeof VALIDITIES)[number];
export const VALIDITY_LABELS: Readonly<Record<Validity, string>> = {
  valid: '有效',
  amended: '已修改',
  void: '失效',
};

/** 公文要素 of a policy document. Days are Shanghai days; `''` means not given. */
export interface PolicyFacts {
  /** 发文字号, e.g. 示政发〔2026〕3号. */
  readonly documentNumber: string;
  /** 成文日期. */
  readonly issuedOn: string;
  /** 发文机关. */
  readonly issuer: string;
  /** 主题分类. */
  readonly subjectCategory: string;
  /** 体裁分类. */
  readonly genre: string;
  readonly validity: Validity;
  readonly effectiveOn: string;
  readonly expiresOn: string;
  /** The policy document of this site that replaced or amended it. */
  readonly successorArticleId: number | null;
}

export interface PolicyFault {
  readonly field: keyof PolicyFacts;
  readonly message: string;
}

/** 机关代字〔年份〕序号号, an order (令), or a numbered announcement. */
const DOCUMENT_NUMBER =
  /^[\p{Script=Han}A-Za-z（）()、·]{1,30}(?:〔\d{4}〕[1-9]\d{0,4}号|令(?:〔\d{4}〕)?第?[1-9]\d{0,4}号|\d{4}年第[1-9]\d{0,4}号)$/u;

/** Brackets and blanks as typists write them, brought into the form of the official standard: 〔2026〕. */
export function normaliseDocumentNumber(text: string): string {
  return text
    .replace(/\s+/gu, '')
    .replace(/[[［【﹝(（](\d{4})[\]］】﹞)）]/gu, '〔$1〕')
    .replace(/〔(\d{4})〕第?0*(\d+)号?$/u, '〔$1〕$2号');
}

/** Everything wrong with the facts, each with what to do about it. `today` is the Shanghai day of the save. */
export function policyFaults(facts: PolicyFacts, today: string): PolicyFault[] {
  const faults: PolicyFault[] = [];
  const fault = (field: keyof PolicyFacts, message: string) => faults.push({ field, message });

  if (facts.issuer === '') fault('issuer', '发文机关必填');
  if ([...facts.issuer].length > 100) fault('issuer', '发文机关不超过 100 字');
  if (facts.issuedOn === '') fault('issuedOn', '成文日期必填，格式为 2026-03-05');
  else if (!isDay(facts.issuedOn)) fault('issuedOn', '成文日期不存在，格式为 2026-03-05');
  else if (facts.issuedOn > today) fault('issuedOn', '成文日期不能晚于今天');
  if (facts.documentNumber !== '' && !isDocumentNumber(facts.documentNumber)) {
    fault('documentNumber', '发文字号须为“机关代字〔年份〕序号号”，如 示政发〔2026〕3号');
  }
  if (facts.subjectCategory === '') fault('subjectCategory', '主题分类必填');
  for (const field of ['effectiveOn', 'expiresOn'] as const) {
    if (facts[field] !== '' && !isDay(facts[field])) fault(field, '日期不存在，格式为 2026-03-05');
  }
  const isOrdered =
    facts.effectiveOn === '' || facts.expiresOn === '' || facts.effectiveOn <= facts.expiresOn;
  if (!isOrdered) fault('expiresOn', '失效日期不能早于施行日期');
  if (facts.validity === 'valid' && facts.successorArticleId !== null) {
    fault('validity', '已指明替代或修改它的文件，有效性应为“已修改”或“失效”');
  }
  return faults;
}

export function isDocumentNumber(text: string): boolean {
  if (!DOCUMENT_NUMBER.test(text)) return false;
  const year = Number(/〔(\d{4})〕|(\d{4})年/u.exec(text)?.slice(1).find(Boolean) ?? '2000');
  return year >= 1949 && year <= 2100;
}
