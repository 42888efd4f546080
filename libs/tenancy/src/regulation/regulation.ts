import { isDay } from '@zhanqun/kernel';
import { readPeriod, type Period } from './period';

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
  readonly part: 'veto' | 'deduction' | 'bonus';
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

type Data = Readonly<Record<string, unknown>>;

/** Reads one regulation from its YAML data; a fault of the file is a fault of the program and names the place. */
export function readRegulation(data: unknown, file: string): Regulation {
  return new RegulationReader(data as Data, file).read();
}

class RegulationReader {
  private readonly head: RegulationHead;
  private readonly articles: ReadonlyMap<string, RegulationArticle>;

  constructor(
    private readonly data: Data,
    private readonly file: string,
  ) {
    this.head = this.readHead();
    this.articles = new Map(this.readArticles().map((article) => [article.key, article]));
  }

  read(): Regulation {
    const emergency = this.section('emergency');
    return {
      ...this.head,
      articles: [...this.articles.values()],
      updateCycles: this.figures('updateCycles', UPDATE_CLASSES, this.period),
      review: this.figures('review', IMPORTANCES, this.steps),
      emergency: {
        ...(emergency['firstSteps']
          ? { firstSteps: this.figure('emergency.firstSteps', emergency['firstSteps'], this.steps) }
          : {}),
        ...(emergency['paperwork']
          ? { paperwork: this.figure('emergency.paperwork', emergency['paperwork'], this.period) }
          : {}),
      },
      replyLimits: this.figures('replyLimits', REPLY_CLASSES, this.period),
      rectification: this.figures('rectification', SEVERITIES, this.period),
      publishing: this.figures('publishing', PUBLISHING_LIMITS, this.period),
      lifeCycle: this.figures('lifeCycle', Object.keys(LIFE_CYCLE_LIMITS) as LifeCycleLimit[], this.number),
      yearly: this.figures('yearly', Object.keys(this.section('yearly')), this.plain),
      scoring: this.figures('scoring', Object.keys(this.section('scoring')), this.plain),
      switches: this.readSwitches(),
      indicators: ((this.data['indicators'] ?? []) as Data[]).map((row) => this.indicator(row)),
    } as Regulation;
  }

  private readHead(): RegulationHead {
    const { data } = this;
    const level = data['level'];
    if (level !== 'national' && level !== 'local') throw this.fault('level');
    if (!Number.isInteger(data['version']) || Number(data['version']) < 1) throw this.fault('version');
    const expiresOn = data['expiresOn'];
    return {
      code: this.text(data['code'], 'code'),
      version: Number(data['version']),
      level,
      title: this.text(data['title'], 'title'),
      documentNumber: data['documentNumber'] ? this.text(data['documentNumber'], 'documentNumber') : null,
      issuer: this.text(data['issuer'], 'issuer'),
      issuedOn: this.day(data['issuedOn'], 'issuedOn'),
      effectiveOn: this.day(data['effectiveOn'], 'effectiveOn'),
      expiresOn: expiresOn ? this.day(expiresOn, 'expiresOn') : null,
      basis: ((data['basis'] ?? []) as unknown[]).map((line) => this.text(line, 'basis')),
    };
  }

  private readArticles(): RegulationArticle[] {
    const document = this.head.documentNumber ?? this.head.title;
    return ((this.data['articles'] ?? []) as Data[]).map((article, index) => ({
      key: this.text(article['key'], `articles[${index}].key`),
      article: this.text(article['article'], `articles[${index}].article`),
      text: this.text(article['text'], `articles[${index}].text`),
      document: article['document'] ? this.text(article['document'], 'document') : document,
    }));
  }

  private readSwitches(): Record<string, Switch> {
    const out: Record<string, Switch> = {};
    for (const [name, row] of Object.entries(this.section('switches'))) {
      const { enforcement = 'refuse' } = row as Data;
      if (enforcement !== 'refuse' && enforcement !== 'advise')
        throw this.fault(`switches.${name}.enforcement`);
      out[name] = { ...this.figure(`switches.${name}`, row, this.plain), enforcement };
    }
    return out;
  }

  private indicator(row: Data): IndicatorRule {
    const id = this.text(row['id'], 'indicators.id');
    const place = `indicators.${id}`;
    const part = row['part'];
    if (part !== 'veto' && part !== 'deduction' && part !== 'bonus') throw this.fault(`${place}.part`);
    const scope = this.text(row['scope'], `${place}.scope`);
    const nullable = (field: string): number | null =>
      row[field] === undefined || row[field] === null ? null : this.number(row[field], `${place}.${field}`);
    return {
      id,
      part,
      block: (row['block'] as string | undefined) ?? null,
      name: this.text(row['name'], `${place}.name`),
      scope,
      patrolScope: (row['patrolScope'] as string | undefined) ?? scope,
      window: row['window'] ? this.period(row['window'], `${place}.window`) : null,
      threshold: this.number(row['threshold'], `${place}.threshold`),
      unit: this.text(row['unit'], `${place}.unit`),
      points: this.number(row['points'], `${place}.points`),
      perUnit: nullable('perUnit'),
      cap: nullable('cap'),
      enabled: row['enabled'] === true,
      parameters: (row['parameters'] as Record<string, number> | undefined) ?? {},
      ruleText: this.text(row['ruleText'], `${place}.ruleText`),
      basis: this.basisOf(row, place),
    };
  }

  private figures<T>(
    section: string,
    keys: readonly string[],
    read: (value: unknown, place: string) => T,
  ): Record<string, Figure<T>> {
    const out: Record<string, Figure<T>> = {};
    for (const [key, row] of Object.entries(this.section(section))) {
      if (!keys.includes(key)) throw this.fault(`${section}.${key}`);
      out[key] = this.figure(`${section}.${key}`, row, read);
    }
    return out;
  }

  private figure<T>(place: string, row: unknown, read: (value: unknown, place: string) => T): Figure<T> {
    const data = row as Data;
    const value = data['limit'] ?? data['steps'] ?? data['value'];
    return { value: read(value, place), basis: this.basisOf(data, place) };
  }

  private basisOf(row: Data, place: string): Basis {
    const article = this.articles.get(String(row['article']));
    const status = row['status'];
    if (!article) throw this.fault(`${place}.article`);
    if (status !== 'confirmed' && status !== 'unconfirmed') throw this.fault(`${place}.status`);
    const { code, title } = this.head;
    return {
      regulation: code,
      title,
      document: article.document,
      article: article.article,
      text: article.text,
      status,
    };
  }

  private readonly period = (value: unknown, place: string): Period => {
    const period = readPeriod(value);
    if (!period) throw this.fault(place);
    return period;
  };

  private readonly steps = (value: unknown, place: string): readonly ReviewStepName[] => {
    const steps = REVIEW_STEPS.filter((step) => Array.isArray(value) && value.includes(step));
    if (steps.length === 0 || steps.length !== (value as unknown[]).length) throw this.fault(place);
    return steps;
  };

  private readonly number = (value: unknown, place: string): number => {
    if (typeof value !== 'number') throw this.fault(place);
    return value;
  };

  private readonly plain = (value: unknown, place: string): SwitchValue => {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      throw this.fault(place);
    return value;
  };

  private section(name: string): Data {
    return (this.data[name] ?? {}) as Data;
  }

  private text(value: unknown, place: string): string {
    if (typeof value !== 'string' || value.trim() === '') throw this.fault(place);
    return value;
  }

  private day(value: unknown, place: string): string {
    const text = this.text(value, place);
    if (!isDay(text)) throw this.fault(place);
    return text;
  }

  private fault(place: string): Error {
    return new Error(`${this.file}: ${place} is missing or wrong`);
  }
}
