import type { AddTermDto, TermView } from '@/api/check-lists';

/** A word as it is sent to be stored. */
export function usesOf(term: TermView): AddTermDto {
  const { wrong, right, kind, reason, notAfter, notBefore, within, isQuotable, category, isLocked } = term;
  return {
    wrong,
    right,
    kind,
    severity: term.ownSeverity,
    reason,
    notAfter,
    notBefore,
    within,
    isQuotable,
    category,
    isLocked,
  };
}
