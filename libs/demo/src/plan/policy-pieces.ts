import { addDays, addMonths, shanghaiDay } from '@zhanqun/kernel';
import { COUNTY_POLICIES_1 } from '../texts/policies-county-1';
import { COUNTY_POLICIES_2 } from '../texts/policies-county-2';
import { DEPARTMENT_POLICIES } from '../texts/policies-departments';
import { TOWNSHIP_POLICIES } from '../texts/policies-townships';
import type { PolicyText } from '../texts/policy';
import { compose } from './compose';
import { Filler, longDay } from './fill';
import type { Piece } from './piece';
import type { Desk } from './desk';

export const POLICIES: readonly PolicyText[] = [
  ...COUNTY_POLICIES_1,
  ...COUNTY_POLICIES_2,
  ...DEPARTMENT_POLICIES,
  ...TOWNSHIP_POLICIES,
];

export const policyRef = (ref: string): string => `policy/${ref}`;

/** Policy documents with 公文要素, and their interpretations, linked both ways. */
export function policyPieces(desk: Desk): Piece[] {
  const numbers = new Map<string, number>();
  return [...POLICIES]
    .sort((one, other) => other.age - one.age)
    .flatMap((policy) => {
      const publishedAt = desk.ago(policy.age);
      // Published on the day it was signed, or the day after; never dated before its own signature.
      const issuedOn = addDays(shanghaiDay(publishedAt), -desk.chance.whole(0, 1));
      const document = documentPiece(desk, policy, publishedAt, {
        issuedOn,
        documentNumber: numberOf(policy.series, issuedOn, numbers),
      });
      return policy.interpretation ? [document, interpretationPiece(desk, policy, publishedAt)] : [document];
    });
}

function documentPiece(
  desk: Desk,
  policy: PolicyText,
  publishedAt: Date,
  { issuedOn, documentNumber }: { issuedOn: string; documentNumber: string },
): Piece {
  const effectiveOn = addDays(issuedOn, 10);
  const words = { issued: longDay(issuedOn), effective: longDay(effectiveOn) };
  const isBinding = policy.body.includes('{effective}');
  return {
    ref: policyRef(policy.ref),
    site: policy.site,
    channel: policy.channel,
    kind: 'policyDocument',
    title: desk.writer(policy.site).reserve(policy.title),
    body: compose(new Filler(desk.chance, words, publishedAt).fill(policy.body)),
    source: policy.issuer,
    importance: 'important',
    publishedAt,
    ...(policy.attachments ? { attachments: policy.attachments } : {}),
    facts: {
      documentNumber,
      issuedOn,
      issuer: policy.issuer,
      subjectCategory: policy.subject,
      genre: policy.genre,
      validity: policy.validity ?? 'valid',
      ...(isBinding ? { effectiveOn } : {}),
      ...(isBinding && policy.validYears
        ? { expiresOn: addDays(addMonths(effectiveOn, policy.validYears * 12), -1) }
        : {}),
      ...(policy.successor ? { successor: policyRef(policy.successor) } : {}),
    },
  };
}

function interpretationPiece(desk: Desk, policy: PolicyText, after: Date): Piece {
  const {
    title,
    body,
    channel = 'zwgk/zcjd',
  } = policy.interpretation as NonNullable<PolicyText['interpretation']>;
  // 同步发布: half an hour after the document, unless that moment has not come yet.
  const publishedAt = new Date(Math.min(after.getTime() + 30 * 60_000, desk.now.getTime()));
  return {
    ref: `interpretation/${policy.ref}`,
    site: policy.site,
    channel,
    kind: 'interpretation',
    title: desk.writer(policy.site).reserve(title),
    body: compose(new Filler(desk.chance, {}, publishedAt).fill(body)),
    source: policy.issuer,
    importance: 'important',
    publishedAt,
    interprets: policyRef(policy.ref),
  };
}

/** Documents that an office numbers in a month. */
const PACE: Readonly<Record<string, number>> = { 示政发: 2, 示政办发: 4 };

/** 机关代字〔年〕号: numbers rise through the year, none is given twice. */
function numberOf(series: string, issuedOn: string, given: Map<string, number>): string {
  const year = issuedOn.slice(0, 4);
  const isOrder = series.endsWith('令');
  const key = `${series} ${year}`;
  const month = Number(issuedOn.slice(5, 7));
  const number = Math.max((given.get(key) ?? 0) + 1, isOrder ? 1 : month * (PACE[series] ?? 1));
  given.set(key, number);
  return isOrder ? `${series}第${number}号` : `${series}〔${year}〕${number}号`;
}
