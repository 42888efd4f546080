import { isDay } from '@zhanqun/kernel';
import { readPeriod, type Period } from './period';
import {
  IMPORTANCES,
  LIFE_CYCLE_LIMITS,
  PUBLISHING_LIMITS,
  REPLY_CLASSES,
  REVIEW_STEPS,
  SEVERITIES,
  UPDATE_CLASSES,
  type Basis,
  type Figure,
  type IndicatorRule,
  type LifeCycleLimit,
  type Regulation,
  type RegulationArticle,
  type RegulationHead,
  type ReviewStepName,
  type Switch,
  type SwitchValue,
} from './regulation';

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
    if (part !== 'veto' && part !== 'deduction' && part !== 'bonus' && part !== 'duty')
      throw this.fault(`${place}.part`);
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
