import {
  DOCUMENTS_WITH,
  EXACT_AT_SITE,
  EXACT_IN_NETWORK,
  MATCHED_FACTS,
  MATCHED_ROWS,
  ROWS_TO_SCORE,
} from './fts-reader.sql';
import type { IndexConnection } from './index-connection';
import { COUNT } from './index-schema.sql';
import { pairsMatch, unitMatch, wordsMatch, type QueryPlan, type QueryUnit } from './query-plan';
import { rarity, scoreOf, type ScoredRow } from './scoring';
import type {
  FacetName,
  FacetValue,
  SearchFacets,
  SearchFilters,
  SearchQuestion,
  SearchScope,
} from './search-document';

/** Matches that are counted and sorted into facets; a word that has more is told as "more than". */
export const MOST_COUNTED = 3_000;
/** Matches by title, and the newest of all, whose score is worked out in full. */
const MOST_SCORED = 250;
const MOST_FACET_VALUES = 30;

/** All of a result in its order; a page of it costs nothing more. */
export interface Ranking {
  readonly rows: readonly number[];
  readonly total: number;
  readonly isMore: boolean;
  readonly facets: SearchFacets;
}

interface FactsRow {
  readonly rowid: number;
  readonly siteId: number;
  readonly channelId: number;
  readonly channelName: string;
  readonly kind: string;
  readonly year: number;
  readonly validity: string;
}

export type Asked = Pick<SearchQuestion, 'scope' | 'filters' | 'sort'>;

/** Finds and ranks within one open index file. */
export class FtsSearch {
  private readonly documentsWith = new Map<string, number>();
  private documents: number | undefined;

  constructor(private readonly connection: IndexConnection) {}

  rank(plan: QueryPlan, asked: Asked, now: number, isLoose = false): Ranking {
    const narrowed = scopeMatch(asked.scope, asked.filters);
    const found = wordsMatch(plan, isLoose);
    const letters = pairsMatch(plan);
    const either = [found && `(${found})`, letters].filter((part) => part !== null).join(' OR ');
    const facts =
      either === ''
        ? []
        : this.connection.all<FactsRow>(MATCHED_FACTS, `(${either}) AND ${narrowed}`, MOST_COUNTED + 1);
    const isMore = facts.length > MOST_COUNTED;
    const matched = isMore ? facts.slice(0, MOST_COUNTED) : facts;
    const exact = this.exact(plan, asked, new Set(matched.map(({ rowid }) => rowid)));
    const rows = matched.map(({ rowid }) => rowid);
    const ranked = asked.sort === 'date' ? rows : this.byRelevance(rows, exact, plan, found, narrowed, now);
    const missing = exact.filter((row) => !rows.includes(row));
    return {
      rows: asked.sort === 'date' ? [...missing, ...ranked] : ranked,
      total: rows.length + missing.length,
      isMore,
      facets: facetsOf(matched),
    };
  }

  /** Titles that are what was typed. Never left out because a common word has too many matches. */
  private exact(plan: QueryPlan, { scope, filters }: Asked, matched: ReadonlySet<number>): number[] {
    if (plan.key === '') return [];
    const rows =
      scope.kind === 'site'
        ? this.connection.all<{ rowid: number }>(EXACT_AT_SITE, scope.siteId, plan.key)
        : this.connection.all<{ rowid: number }>(EXACT_IN_NETWORK, scope.networkId, plan.key);
    const ids = rows.map(({ rowid }) => rowid);
    const isNarrowed = Object.values(filters).some((value) => value !== undefined);
    return isNarrowed ? ids.filter((row) => matched.has(row)) : ids;
  }

  private byRelevance(
    rows: readonly number[],
    exact: readonly number[],
    plan: QueryPlan,
    found: string | null,
    narrowed: string,
    now: number,
  ): number[] {
    const inTitle = found === null ? [] : this.matches(`({title number} : (${found})) AND ${narrowed}`);
    const alike =
      plan.pairs.length === 0 ? [] : this.matches(`${pairsMatch(plan) as string} AND ${narrowed}`);
    const chosen = [...new Set([...exact, ...inTitle, ...alike, ...rows.slice(0, MOST_SCORED)])];
    const idf = this.idfOf(plan.units);
    const scored = this.connection
      .all<ScoredRow>(ROWS_TO_SCORE, JSON.stringify(chosen))
      .map((row) => ({
        row: row.rowid,
        score: scoreOf(row, plan, idf, now),
        isExact: row.titleKey === plan.key,
      }))
      .toSorted(
        (left, right) =>
          Number(right.isExact) - Number(left.isExact) || right.score - left.score || right.row - left.row,
      )
      .map(({ row }) => row);
    const known = new Set(scored);
    return [...scored, ...rows.filter((row) => !known.has(row))];
  }

  private matches(match: string): number[] {
    return this.connection.all<{ rowid: number }>(MATCHED_ROWS, match, MOST_SCORED).map(({ rowid }) => rowid);
  }

  private idfOf(units: readonly QueryUnit[]): (unit: QueryUnit) => number {
    this.documents ??= Number(this.connection.all<{ total: number }>(COUNT)[0]?.total ?? 0);
    const all = this.documents;
    const known = new Map(
      units.map((unit) => {
        const ways = unit.ways
          .filter((way) => way.length === 1)
          .map(([word]) => this.frequency(word as string));
        return [unit, rarity(Math.min(all, ways.length > 0 ? Math.max(...ways) : all / 100), all)];
      }),
    );
    return (unit) => known.get(unit) ?? 1;
  }

  private frequency(word: string): number {
    const kept = this.documentsWith.get(word);
    if (kept !== undefined) return kept;
    if (this.documentsWith.size > 5_000) this.documentsWith.clear();
    const [row] = this.connection.all<{ documents: number }>(DOCUMENTS_WITH, word);
    const documents = Number(row?.documents ?? 0);
    this.documentsWith.set(word, documents);
    return documents;
  }
}

export function scopeMatch(scope: SearchScope, filters: SearchFilters): string {
  const words = [
    scope.kind === 'site' ? `s${scope.siteId}` : `n${scope.networkId}`,
    ...(filters.siteId === undefined ? [] : [`s${filters.siteId}`]),
    ...(filters.channelId === undefined ? [] : [`c${filters.channelId}`]),
    ...(filters.kind === undefined ? [] : [`k${filters.kind}`]),
    ...(filters.year === undefined ? [] : [`y${filters.year}`]),
    ...(filters.validity === undefined ? [] : [`v${filters.validity}`]),
  ];
  return `scope : (${words.map((word) => `"${word.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()}"`).join(' AND ')})`;
}

/** For suggestions: every unit in the title, the last one as far as it was typed. */
export function titleMatch(plan: QueryPlan, scope: SearchScope): string | null {
  if (plan.units.length === 0) return null;
  const last = plan.units.length - 1;
  const parts = plan.units.map((unit, at) =>
    at === last ? `(${unitMatch(unit)} OR "${unit.text.replace(/[^\p{L}\p{N}]/gu, '')}" *)` : unitMatch(unit),
  );
  const letters = pairsMatch(plan);
  const inTitle = `(title : (${parts.join(' AND ')}))`;
  return `(${letters ? `${inTitle} OR ${letters}` : inTitle}) AND ${scopeMatch(scope, {})}`;
}

function facetsOf(rows: readonly FactsRow[]): SearchFacets {
  const counts: Record<FacetName, Map<string, { label: string; count: number }>> = {
    site: new Map(),
    channel: new Map(),
    kind: new Map(),
    year: new Map(),
    validity: new Map(),
  };
  const add = (facet: FacetName, value: string, label: string): void => {
    if (value === '') return;
    const kept = counts[facet].get(value);
    if (kept) kept.count += 1;
    else counts[facet].set(value, { label, count: 1 });
  };
  for (const row of rows) {
    add('site', String(row.siteId), '');
    add('channel', String(row.channelId), row.channelName);
    add('kind', row.kind, '');
    add('year', String(row.year), `${row.year}年`);
    add('validity', row.validity, '');
  }
  const values = (facet: FacetName): FacetValue[] =>
    [...counts[facet]]
      .map(([value, { label, count }]) => ({ value, label, count }))
      .toSorted((left, right) =>
        facet === 'year' ? Number(right.value) - Number(left.value) : right.count - left.count,
      )
      .slice(0, MOST_FACET_VALUES);
  return {
    site: values('site'),
    channel: values('channel'),
    kind: values('kind'),
    year: values('year'),
    validity: values('validity'),
  };
}
