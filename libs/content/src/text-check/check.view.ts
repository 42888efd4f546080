import type { CheckField, CheckHit, CheckKind, Severity, TextHit } from './check-hit';

export class TextHitView {
  start: number;
  end: number;
  text: string;
  kind: CheckKind;
  suggest: string | null;
  severity: Severity;
  reason: string;
}

export class DismissalView {
  by: string;
  reason: string;
  at: Date;
}

export class CheckHitView extends TextHitView {
  field: CheckField;
  /** Name of the attached file; null in the article itself. */
  attachment: string | null;
  /** Which occurrence of `text` in the plain text of the field, from 0. */
  nth: number;
  rule: string;
  key: string;
  dismissed: DismissalView | null;
}

export class CheckView {
  hits: CheckHitView[];
  /** Attached files whose text is still being read; asked again a little later they are checked too. */
  pending: string[];
}

export function toTextHitView({ start, end, text, kind, suggest, severity, reason }: TextHit): TextHitView {
  return { start, end, text, kind, suggest, severity, reason };
}

export function toCheckHitView(hit: CheckHit): CheckHitView {
  const { field, attachment, nth, rule, key, dismissed } = hit;
  return { ...toTextHitView(hit), field, attachment, nth, rule, key, dismissed };
}
