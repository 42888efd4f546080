import type { CheckKind, Severity, TextHit } from './check-hit';

export class TextHitView {
  start: number;
  end: number;
  text: string;
  kind: CheckKind;
  suggest: string | null;
  severity: Severity;
  reason: string;
}

export function toTextHitView({ start, end, text, kind, suggest, severity, reason }: TextHit): TextHitView {
  return { start, end, text, kind, suggest, severity, reason };
}
