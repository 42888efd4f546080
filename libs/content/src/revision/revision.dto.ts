import type { TrailLine } from '../review/trail';
import type { ArticleChangesFound } from './article-changes';

export class TrailEntryView {
  at: string;
  byName: string;
  role: string;
  action: string;
  actionName: string;
  opinion: string;
  /** 受托代审: for whom; empty when for oneself. */
  onBehalfOf: string;
  revision: number | null;
}

export class DiffPartView {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

export class FactChangeView {
  label: string;
  before: string;
  after: string;
}

export class ChangesView {
  /** Number of the live revision compared with; null for a first publication. */
  against: number | null;
  title: DiffPartView[];
  body: DiffPartView[];
  facts: FactChangeView[];
}

export function toTrailEntryView({ at, ...line }: TrailLine): TrailEntryView {
  return { at: at.toISOString(), ...line };
}

export function toChangesView({ against, title, body, facts }: ArticleChangesFound): ChangesView {
  return { against, title: [...title], body: [...body], facts: [...facts] };
}
