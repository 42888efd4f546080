import type { WorkingCalendar } from '@zhanqun/kernel';
import { dueAfter, roughDays, type Period } from './period';
import {
  IMPORTANCES,
  LIFE_CYCLE_LIMITS,
  PUBLISHING_LIMITS,
  REPLY_CLASSES,
  SEVERITIES,
  UPDATE_CLASSES,
  type Basis,
  type Figure,
  type Importance,
  type IndicatorRule,
  type LifeCycleLimit,
  type PublishingLimit,
  type Regulation,
  type RegulationHead,
  type ReplyClass,
  type ReviewStepName,
  type Severity,
  type Switch,
  type SwitchValue,
  type UpdateClass,
} from './regulation';

type Stricter<T> = (left: T, right: T) => boolean;
const shorter: Stricter<Period> = (left, right) => roughDays(left) < roughDays(right);
const longerList: Stricter<readonly unknown[]> = (left, right) => left.length > right.length;

/**
 * 适用规定: what holds at a portal and the sites below it.
 *
 * National records are the floor and a local one may only be stricter: the shortest cycle and limit,
 * the longest review. Switches (may sub-sites have domains …) are local decisions, so there the local
 * record wins. Every figure keeps its 依据.
 */
export class EffectiveRegulation {
  /** Code of the local regulation, `national-floor` where none was chosen. */
  readonly code: string;
  readonly sources: readonly RegulationHead[];
  readonly updateCycles: Readonly<Record<UpdateClass, Figure<Period> | null>>;
  readonly review: Readonly<Record<Importance, Figure<readonly ReviewStepName[]>>>;
  /** Steps that must be passed before an emergency item goes out, and how soon the others follow. */
  readonly emergency: {
    readonly firstSteps: Figure<readonly ReviewStepName[]>;
    readonly paperwork: Figure<Period>;
  };
  readonly replyLimits: Readonly<Record<ReplyClass, Figure<Period>>>;
  readonly rectificationLimits: Readonly<Record<Severity, Figure<Period>>>;
  readonly publishingLimits: Readonly<Record<PublishingLimit, Figure<Period>>>;
  readonly lifeCycle: Readonly<Record<LifeCycleLimit, Figure<number>>>;
  readonly yearly: Readonly<Record<string, Figure<SwitchValue>>>;
  readonly scoring: Readonly<Record<string, Figure<SwitchValue>>>;
  readonly switches: Readonly<Record<string, Switch>>;
  readonly indicators: readonly IndicatorRule[];

  constructor(
    national: readonly Regulation[],
    local: Regulation | null,
    readonly calendar: WorkingCalendar,
  ) {
    const records = local ? [...national, local] : national;
    this.code = local?.code ?? national[0]?.code ?? 'national-floor';
    this.sources = records.map(headOf);
    this.updateCycles = whole('updateCycles', UPDATE_CLASSES, {
      static: null,
      ...merge(records, (record) => record.updateCycles, UPDATE_CLASSES, shorter),
    });
    this.review = whole(
      'review',
      IMPORTANCES,
      merge(records, (record) => record.review, IMPORTANCES, longerList),
    );
    this.emergency = whole('emergency', ['firstSteps', 'paperwork'], {
      firstSteps: strictest(records, (record) => record.emergency.firstSteps, longerList),
      paperwork: strictest(records, (record) => record.emergency.paperwork, shorter),
    }) as EffectiveRegulation['emergency'];
    this.replyLimits = whole(
      'replyLimits',
      REPLY_CLASSES,
      merge(records, (record) => record.replyLimits, REPLY_CLASSES, shorter),
    );
    this.rectificationLimits = whole(
      'rectification',
      SEVERITIES,
      merge(records, (record) => record.rectification, SEVERITIES, shorter),
    );
    this.publishingLimits = whole(
      'publishing',
      PUBLISHING_LIMITS,
      merge(records, (record) => record.publishing, PUBLISHING_LIMITS, shorter),
    );
    this.lifeCycle = lifeCycleOf(records);
    this.yearly = lastWins(records, (record) => record.yearly);
    this.scoring = lastWins(records, (record) => record.scoring);
    this.switches = lastWins(records, (record) => record.switches);
    this.indicators = [
      ...new Map(records.flatMap((record) => record.indicators).map((rule) => [rule.id, rule])).values(),
    ];
  }

  /** 更新周期 of a channel: the rule of its class, or the cycle it set itself when that is shorter. Null = none. */
  updateCycle(updateClass: UpdateClass, ownDays: number | null = null): Figure<Period> | null {
    const rule = this.updateCycles[updateClass];
    if (!ownDays) return rule;
    const own: Period = { count: ownDays, unit: 'days' };
    if (rule && !shorter(own, rule.value)) return rule;
    return { value: own, basis: ownCycle };
  }

  /** 审核环节, in order: how many reviews an item of this importance needs. */
  reviewSteps(importance: Importance): readonly ReviewStepName[] {
    return this.review[importance].value;
  }

  /** The instant by which a message of this class must be answered: never after the hard stop (三个月). */
  replyDueAt(replyClass: ReplyClass, receivedAt: Date): Date {
    const due = dueAfter(receivedAt, this.replyLimits[replyClass].value, this.calendar);
    const stop = dueAfter(receivedAt, this.replyLimits.hardStop.value, this.calendar);
    return due < stop ? due : stop;
  }

  rectificationDueAt(severity: Severity, dispatchedAt: Date): Date {
    return dueAfter(dispatchedAt, this.rectificationLimits[severity].value, this.calendar);
  }

  indicator(id: string): IndicatorRule | undefined {
    return this.indicators.find((rule) => rule.id === id);
  }

  isOn(name: string): boolean {
    return this.switches[name]?.value === true;
  }
}

const ownCycle: Basis = {
  regulation: '',
  title: '栏目自定周期',
  document: '栏目设置',
  article: '更新周期',
  text: '栏目自行规定的更新周期比规定更严，按自定周期执行',
  status: 'confirmed',
};

/** `《…办法》（古政办函〔2020〕9号）第九条`, as screens and findings cite it. */
export function citation({ title, document, article }: Basis): string {
  return document === title ? `《${title}》${article}` : `《${title}》（${document}）${article}`;
}

function merge<K extends string, T>(
  records: readonly Regulation[],
  part: (record: Regulation) => Readonly<Partial<Record<K, Figure<T>>>>,
  keys: readonly K[],
  isStricter: Stricter<T>,
): Partial<Record<K, Figure<T>>> {
  const figures = keys.map(
    (key) => [key, strictest(records, (record) => part(record)[key], isStricter)] as const,
  );
  return Object.fromEntries(figures.filter(([, figure]) => figure)) as Partial<Record<K, Figure<T>>>;
}

function strictest<T>(
  records: readonly Regulation[],
  part: (record: Regulation) => Figure<T> | undefined,
  isStricter: Stricter<T>,
): Figure<T> | undefined {
  let found: Figure<T> | undefined;
  for (const record of records) {
    const figure = part(record);
    if (figure && (!found || isStricter(figure.value, found.value) || equalButLocal(figure, found)))
      found = figure;
  }
  return found;
}

/** With equal values the local document is cited: it is the one the unit was handed. */
function equalButLocal<T>(figure: Figure<T>, known: Figure<T>): boolean {
  return JSON.stringify(figure.value) === JSON.stringify(known.value);
}

function lifeCycleOf(records: readonly Regulation[]): Record<LifeCycleLimit, Figure<number>> {
  const keys = Object.keys(LIFE_CYCLE_LIMITS) as LifeCycleLimit[];
  const out: Partial<Record<LifeCycleLimit, Figure<number>>> = {};
  for (const key of keys) {
    const isStricter: Stricter<number> = (left, right) =>
      LIFE_CYCLE_LIMITS[key] === 'smaller' ? left < right : left > right;
    Object.assign(
      out,
      merge(records, (record) => record.lifeCycle, [key], isStricter),
    );
  }
  return whole('lifeCycle', keys, out);
}

function lastWins<F>(
  records: readonly Regulation[],
  part: (record: Regulation) => Readonly<Record<string, F>>,
): Record<string, F> {
  return Object.assign({}, ...records.map(part)) as Record<string, F>;
}

function whole<K extends string, T>(
  section: string,
  keys: readonly K[],
  figures: { readonly [P in K]?: T | undefined },
): Record<K, T> {
  const missing = keys.filter((key) => figures[key] === undefined);
  if (missing.length > 0) throw new Error(`no regulation gives ${section}: ${missing.join(', ')}`);
  return figures as Record<K, T>;
}

export function headOf(regulation: Regulation): RegulationHead {
  const { code, version, level, title, documentNumber, issuer, issuedOn, effectiveOn, expiresOn, basis } =
    regulation;
  return { code, version, level, title, documentNumber, issuer, issuedOn, effectiveOn, expiresOn, basis };
}
