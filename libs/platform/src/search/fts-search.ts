import {
  CHANNEL_NAMES,
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
import type { FacetValue, SearchFacets, SearchFilters, SearchQuestion, SearchScope } from './search-document';

/** Matches that are counted and sorted into facets; a word that has more is told as "more than". */
export const MOST_COUNTED = 3_000;
/** Matches by title, and the newest of all, whose score is worked out in full. */
const MOST_SCORED = 150;
const MOST_FACET_VALUES = 30;

/** All of a result in its order; a page of it costs nothing more. */
export interface Ranking {
  readonly rows: readonly number[];
  readonly total: number;
  readonly isMore: boolean;
  readonly facets: SearchFacets;
}

type FactsRow = readonly [
  rowid: number,
  siteId: number,
  channelId: number,
  kind: string,
  year: number,
  validity: string,
];

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
        : this.packed<FactsRow>(MATCHED_FACTS, `(${either}) AND ${narrowed}`, MOST_COUNTED + 1);
    const isMore = facts.length > MOST_COUNTED;
    const matched = isMore ? facts.slice(0, MOST_COUNTED) : facts;
    const exact = this.exact(plan, asked, new Set(matched.map(([row]) => row)));
    const rows = matched.map(([row]) => row);
    const ranked = asked.sort === 'date' ? rows : this.byRelevance(rows, exact, plan, found, narrowed, now);
    const kept = new Set(rows);
    const missing = exact.filter((row) => !kept.has(row));
    return {
      rows: asked.sort === 'date' ? [...missing, ...ranked] : ranked,
      total: rows.length + missing.length,
      isMore,
      facets: this.facetsOf(matched),
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
    return this.packed<number>(MATCHED_ROWS, match, MOST_SCORED);
  }

  private packed<T>(text: string, ...parameters: unknown[]): T[] {
    const [row] = this.connection.all<{ packed: string }>(text, ...parameters);
    return JSON.parse(row?.packed ?? '[]') as T[];
  }

  private facetsOf(rows: readonly FactsRow[]): SearchFacets {
    const channels = countsOf(rows.map(([, , channelId]) => channelId));
    const shown = new Set(channels.map(([value]) => value));
    const sample = [
      ...new Map(rows.filter((row) => shown.has(String(row[2]))).map((row) => [row[2], row[0]])).values(),
    ];
    const names = new Map(
      this.connection
        .all<{ channelId: number; channelName: string }>(CHANNEL_NAMES, JSON.stringify(sample))
        .map(({ channelId, channelName }) => [String(channelId), channelName]),
    );
    return {
      site: countsOf(rows.map(([, siteId]) => siteId)).map(unnamed),
      channel: channels.map(([value, count]) => ({ value, label: names.get(value) ?? '', count })),
      kind: countsOf(rows.map(([, , , kind]) => kind)).map(unnamed),
      year: countsOf(rows.map(([, , , , year]) => year))
        .map(([value, count]) => ({ value, label: `${value}年`, count }))
        .toSorted((left, right) => Number(right.value) - Number(left.value)),
      validity: countsOf(rows.map(([, , , , , validity]) => validity)).map(unnamed),
    };
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

/** How often each value occurs, most frequent first. */
function countsOf(values: readonly (string | number)[]): [string, number][] {
  const counts = new Map<string | number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .filter(([value]) => value !== '')
    .toSorted(([, left], [, right]) => right - left)
    .slice(0, MOST_FACET_VALUES)
    .map(([value, count]) => [String(value), count]);
}

const unnamed = ([value, count]: [string, number]): FacetValue => ({ value, label: '', count });
