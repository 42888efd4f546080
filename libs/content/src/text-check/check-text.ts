import type { TextHit } from './check-hit';
import { DETECTORS } from './detectors';
import { findTerms } from './engine/find-terms';
import type { EffectiveList } from './lists/effective-list';

/** 查文字：terms and detectors over one plain text, in the order of the text. */
export function checkText(list: EffectiveList, text: string): TextHit[] {
  const terms = findTerms(list.lists, list.judge, text).map(({ term, start, end, severity }): TextHit => {
    const { kind, right, reason } = term;
    return { start, end, text: text.slice(start, end), kind, rule: kind, suggest: right, severity, reason };
  });
  const detected = DETECTORS.flatMap(({ code, kind, severity: usual, detect }) => {
    if (list.rule(code).level === 'off') return [];
    return detect(text).flatMap(({ start, end, suggest = null, reason, severity: ofHit }): TextHit[] => {
      const severity = list.severity(code, ofHit ?? usual);
      if (!severity) return [];
      return [{ start, end, text: text.slice(start, end), kind, rule: code, suggest, severity, reason }];
    });
  });
  return [...terms, ...detected].toSorted((left, right) => left.start - right.start || left.end - right.end);
}
