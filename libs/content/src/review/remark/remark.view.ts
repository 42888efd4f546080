import type { PlacedRemark } from './remarks';
import type { RemarkField } from './review-remark.entity';

export class RemarkView {
  id: number;
  field: RemarkField;
  quote: string;
  /** Which occurrence in the words of now; null = 原文已改. */
  nth: number | null;
  words: string;
  byName: string;
  isOwn: boolean;
  at: string;
  isResolved: boolean;
  resolvedByName: string;
}

export function toRemarkView({ remark, nthNow }: PlacedRemark, me: number): RemarkView {
  const { id, field, quote, words, byId, byName, at, resolvedAt, resolvedByName } = remark;
  return {
    id,
    field,
    quote,
    nth: nthNow,
    words,
    byName,
    isOwn: byId === me,
    at: at.toISOString(),
    isResolved: resolvedAt !== null,
    resolvedByName,
  };
}
