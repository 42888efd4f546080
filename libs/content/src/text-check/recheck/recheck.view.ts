import type { CheckField, CheckKind, Severity } from '../check-hit';
import type { CheckFinding, FindingState } from './check-finding.entity';
import type { CheckRun, CheckRunReason } from './check-run.entity';

export class CheckFindingView {
  id: number;
  articleId: number;
  title: string;
  field: CheckField;
  attachment: string;
  kind: CheckKind;
  rule: string;
  text: string;
  suggest: string;
  severity: Severity;
  reason: string;
  state: FindingState;
  foundAt: Date;
  settledBy: string;
  settledReason: string;
  settledAt: Date | null;
}

export class CheckFindingPageView {
  items: CheckFindingView[];
  total: number;
  page: number;
  pageSize: number;
}

export class CheckRunView {
  id: number;
  reason: CheckRunReason;
  state: 'running' | 'done';
  total: number;
  checked: number;
  found: number;
  startedBy: string;
  startedAt: Date;
  finishedAt: Date | null;
}

export class CheckRunPageView {
  items: CheckRunView[];
  total: number;
  page: number;
  pageSize: number;
}

export function toCheckFindingView(row: CheckFinding): CheckFindingView {
  const { id, articleId, title, field, attachment, kind, rule, text, suggest, severity, reason } = row;
  const { state, foundAt, settledByName: settledBy, settledReason, settledAt } = row;
  const found = { id, articleId, title, field, attachment, kind, rule, text, suggest, severity, reason };
  return { ...found, state, foundAt, settledBy, settledReason, settledAt };
}

export function toCheckRunView(run: CheckRun): CheckRunView {
  const { id, reason, state, total, checked, found, startedByName: startedBy, startedAt, finishedAt } = run;
  return { id, reason, state, total, checked, found, startedBy, startedAt, finishedAt };
}
