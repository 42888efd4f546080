import type { Period } from './period';

export const UPDATE_CLASSES = ['news', 'notice', 'policy', 'other', 'static'] as const;
export type UpdateClass = (typeof UPDATE_CLASSES)[number];

export const REVIEW_STEPS = ['initialReview', 'secondReview', 'finalReview'] as const;
export type ReviewStepName = (typeof REVIEW_STEPS)[number];

export const IMPORTANCES = ['routine', 'general', 'important'] as const;
export type Importance = (typeof IMPORTANCES)[number];

export const REPLY_CLASSES = [
  'mistakeReport',
  'mistakeReportClosure',
  'suggestion',
  'verification',
  'simpleQuestion',
  'hardStop',
] as const;
export type ReplyClass = (typeof REPLY_CLASSES)[number];

export const SEVERITIES = ['grave', 'serious', 'general'] as const;
/** How grave a finding is: `grave` = a veto indicator is hit. */
export type Severity = (typeof SEVERITIES)[number];

export const PUBLISHING_LIMITS = ['proactiveDisclosure', 'stateCouncilReprint', 'interpretation'] as const;
export type PublishingLimit = (typeof PUBLISHING_LIMITS)[number];

/** Which way a number is the stricter one. */
export const LIFE_CYCLE_LIMITS = {
  suspendMaxDays: 'smaller',
  suspendMaxPerYear: 'smaller',
  suspendWarnDay: 'smaller',
  closingNoticeMonths: 'larger',
  domainRedirectMonths: 'larger',
} as const;
export type LifeCycleLimit = keyof typeof LIFE_CYCLE_LIMITS;

/** `unconfirmed`: rebuilt from practice, to be checked by the supervising office before it is held against anybody. */
export type FigureStatus = 'confirmed' | 'unconfirmed';

/** 依据: where a figure comes from, as the screen shows it. */
export interface Basis {
  readonly regulation: string;
  readonly title: string;
  readonly document: string;
  readonly article: string;
  readonly text: string;
  readonly status: FigureStatus;
}

/** A value of a regulation together with its 依据. */
export interface Figure<T> {
  readonly value: T;
  readonly basis: Basis;
}

export interface IndicatorRule {
  readonly id: string;
  /** `duty`: watched over every day, in no score. */
  readonly part: 'veto' | 'deduction' | 'bonus' | 'duty';
  /** publication, services, interaction or design for deductions. */
  readonly block: string | null;
  readonly name: string;
  /** Which sites it counts for: allSites, sitesWithServices, newMedia, portals. */
  readonly scope: string;
  /** Which sites the daily patrol measures it on; wider than `scope` where the duty is. */
  readonly patrolScope: string;
  readonly window: Period | null;
  readonly threshold: number;
  readonly unit: string;
  readonly points: number;
  readonly perUnit: number | null;
  readonly cap: number | null;
  readonly enabled: boolean;
  readonly parameters: Readonly<Record<string, number>>;
  readonly ruleText: string;
  readonly basis: Basis;
}

export interface RegulationArticle {
  readonly key: string;
  readonly article: string;
  readonly text: string;
  readonly document: string;
}

/** What a list of regulations shows. */
export interface RegulationHead {
  readonly code: string;
  readonly version: number;
  readonly level: 'national' | 'local';
  readonly title: string;
  readonly documentNumber: string | null;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly effectiveOn: string;
  readonly expiresOn: string | null;
  readonly basis: readonly string[];
}

type Figures<K extends string, T> = Readonly<Partial<Record<K, Figure<T>>>>;
export type SwitchValue = string | number | boolean;
/** `refuse` stops the person, `advise` tells them. */
export interface Switch extends Figure<SwitchValue> {
  readonly enforcement: 'refuse' | 'advise';
}

/** 规定: one version of one regulation, read from data. */
export interface Regulation extends RegulationHead {
  readonly articles: readonly RegulationArticle[];
  readonly updateCycles: Figures<UpdateClass, Period>;
  readonly review: Figures<Importance, readonly ReviewStepName[]>;
  readonly emergency: {
    readonly firstSteps?: Figure<readonly ReviewStepName[]>;
    readonly paperwork?: Figure<Period>;
  };
  readonly replyLimits: Figures<ReplyClass, Period>;
  readonly rectification: Figures<Severity, Period>;
  readonly publishing: Figures<PublishingLimit, Period>;
  readonly lifeCycle: Figures<LifeCycleLimit, number>;
  readonly yearly: Readonly<Record<string, Figure<SwitchValue>>>;
  readonly scoring: Readonly<Record<string, Figure<SwitchValue>>>;
  readonly switches: Readonly<Record<string, Switch>>;
  readonly indicators: readonly IndicatorRule[];
}
