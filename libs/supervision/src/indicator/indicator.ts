import type { SiteCtx } from '@zhanqun/kernel';
import type { Period } from '@zhanqun/tenancy';
import type { SiteFacts } from '../facts/site-facts';

/** How often a patrol measures it. */
export type Rhythm = 'hourly' | 'daily' | 'weekly';

/** veto 单项否决 · deduction 扣分 · warning 提醒: not a fault yet, but it counts towards one. */
export type Severity = 'veto' | 'deduction' | 'warning';

/** The figures of an indicator: data of the regulation, edited by people. */
export interface IndicatorRule {
  readonly code: string;
  readonly name: string;
  readonly threshold: number;
  readonly window: Period | null;
  readonly parameters: Readonly<Record<string, number>>;
  readonly enabled: boolean;
  /** Wording of the rule as shown beside a finding. */
  readonly ruleText: string;
  /** Document and article. */
  readonly source: string;
}

/** One thing wrong at a site at the moment of measuring. */
export interface Observation {
  /** What it is about, stable between patrols: `site`, `channel:12`, `page:/art/…`, `link:…`. */
  readonly subject: string;
  readonly title: string;
  readonly severity: Severity;
  /** Where a person can look at it; absolute. */
  readonly url: string;
  /** Facts that prove it, in the order in which they are shown. */
  readonly evidence: readonly { readonly label: string; readonly value: string }[];
}

/** Measures one indicator. Figures come in as `rule`; the code only measures. */
export interface Indicator {
  readonly code: string;
  readonly rhythm: Rhythm;
  check(ctx: SiteCtx, facts: SiteFacts, rule: IndicatorRule): Promise<Observation[]>;
}
