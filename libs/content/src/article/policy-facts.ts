import type { ArticleFacts } from '../kind/facts';

export const VALIDITIES = ['valid', 'amended', 'void'] as const;
export type Validity = (typeof VALIDITIES)[number];
export const VALIDITY_LABELS: Readonly<Record<Validity, string>> = {
  valid: '有效',
  amended: '已修改',
  void: '失效',
};

/** 公文要素: the facts of a policy document. Days are Shanghai days; `''` means not given. */
export type PolicyFacts = {
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
  readonly amendedOn: string;
  readonly expiresOn: string;
  /** The policy document of this site that replaced or amended it. */
  readonly successorArticleId: number | null;
};

/** The facts of a policy document, complete also when they were stored by an older version; null on other kinds. */
export function policyFactsOf({
  kind,
  facts,
}: {
  readonly kind: string;
  readonly facts: ArticleFacts | null;
}): PolicyFacts | null {
  if (kind !== 'policyDocument' || !facts) return null;
  const words = (key: string): string => (typeof facts[key] === 'string' ? facts[key] : '');
  const { validity, successorArticleId } = facts;
  return {
    documentNumber: words('documentNumber'),
    issuedOn: words('issuedOn'),
    issuer: words('issuer'),
    subjectCategory: words('subjectCategory'),
    genre: words('genre'),
    validity: VALIDITIES.find((known) => known === validity) ?? 'valid',
    effectiveOn: words('effectiveOn'),
    amendedOn: words('amendedOn'),
    expiresOn: words('expiresOn'),
    successorArticleId: typeof successorArticleId === 'number' ? successorArticleId : null,
  };
}

/** 替代或修改它的文件. */
export function successorIn(facts: ArticleFacts | null): number | null {
  const id = facts?.['successorArticleId'];
  return typeof id === 'number' ? id : null;
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

export function isDocumentNumber(text: string): boolean {
  if (!DOCUMENT_NUMBER.test(text)) return false;
  const year = Number(/〔(\d{4})〕|(\d{4})年/u.exec(text)?.slice(1).find(Boolean) ?? '2000');
  return year >= 1949 && year <= 2100;
}
