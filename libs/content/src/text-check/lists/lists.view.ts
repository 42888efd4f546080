import type { SiteRef } from '@zhanqun/kernel';
import type { CheckKind, Severity } from '../check-hit';
import type { RuleLevel } from '../check-rules';
import type { LexiconKind } from '../lexicon';
import type { PlaceList } from './effective-list';
import { PLATFORM } from './flagged-term.entity';
import type { ListedRule } from './rule-desk';
import type { ListedTerm } from './term-desk';

/** `lexicon`: comes with the platform. */
export type ListLevel = 'lexicon' | 'platform' | 'portal' | 'site';

export class TermView {
  /** Of the row of this place; null for a word that is only inherited. */
  id: number | null;
  wrong: string;
  right: string;
  kind: LexiconKind;
  /** As it holds here; null when switched off. */
  severity: Severity | null;
  /** What this place set; null: as inherited, or as the rule of the kind says. */
  ownSeverity: Severity | null;
  reason: string;
  notAfter: string[];
  notBefore: string[];
  within: string[];
  isQuotable: boolean;
  category: string;
  /** Whose word it is. */
  from: ListLevel;
  isOwn: boolean;
  isOff: boolean;
  /** Locked by this place for those below. */
  isLocked: boolean;
  /** The place above that locked it; null when it may be changed here. */
  lockedBy: ListLevel | null;
  editedBy: string;
}

export class TermPageView {
  items: TermView[];
  total: number;
  page: number;
  pageSize: number;
}

export class BadRowView {
  row: number;
  wrong: string;
  message: string;
}

export class SampleTermView {
  wrong: string;
  right: string;
  kind: LexiconKind;
}

export class ImportedTermsView {
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  bad: BadRowView[];
  badCount: number;
  sample: SampleTermView[];
  isDryRun: boolean;
}

export class RuleView {
  code: string;
  kind: CheckKind;
  name: string;
  help: string;
  /** Without any place's word; null where each term of the lexicon has its own. */
  usual: Severity | null;
  /** As it holds here; null: as usual. */
  level: RuleLevel | null;
  /** What this place set. */
  own: RuleLevel | null;
  isLocked: boolean;
  from: ListLevel | null;
  lockedBy: ListLevel | null;
}

export function levelOf(place: PlaceList | null, site: SiteRef | undefined): ListLevel | null {
  if (!place) return null;
  if (place.placeId === null) return 'lexicon';
  if (place.placeId === PLATFORM) return 'platform';
  return place.placeId === site?.id && site.kind !== 'portal' ? 'site' : 'portal';
}

export function toTermView(
  { term, of, stance, lockedBy, severity, own }: ListedTerm,
  site?: SiteRef,
): TermView {
  return {
    id: own?.id ?? null,
    wrong: term.wrong,
    right: term.right ?? '',
    kind: term.kind,
    severity,
    ownSeverity: own?.severity ?? null,
    reason: own && !own.isOverride ? own.reason : term.reason,
    notAfter: [...term.notAfter],
    notBefore: [...term.notBefore],
    within: [...term.within],
    isQuotable: term.isQuotable,
    category: term.category,
    from: levelOf(of, site) ?? 'lexicon',
    isOwn: own !== null && !own.isOverride,
    isOff: stance?.isOff ?? false,
    isLocked: own?.isLocked ?? false,
    lockedBy: levelOf(lockedBy, site),
    editedBy: own?.editedByName ?? '',
  };
}

export function toRuleView({ rule, own, level, by, lockedBy }: ListedRule, site?: SiteRef): RuleView {
  return {
    code: rule.code,
    kind: rule.kind,
    name: rule.name,
    help: rule.help,
    usual: rule.severity,
    level,
    own: own?.level ?? null,
    isLocked: own?.isLocked ?? false,
    from: levelOf(by, site),
    lockedBy: levelOf(lockedBy, site),
  };
}
