import {
  CHANNEL_NAMES,
  EXACT_AT_SITE,
  EXACT_IN_NETWORK,
  FACTS,
  LAST_ROW,
  NEWEST_TEXTS,
  NEWEST_TITLES,
  OTHER_NETWORK,
  ROWS_TO_SCORE,
  TITLES_MATCHING,
} from './fts-reader.sql';
import type { IndexConnection } from './index-connection';
import { atSite, inAllSites, scopeWords, type Mark } from './marked-words';
import { NewestReader, type NewestMatches, type NewestWish } from './newest-matches';
import {
  pairsMatch,
  typedMatch,
  wordsMatch,
  wordsOfIndex,
  type QueryPlan,
  type QueryUnit,
} from './query-plan';
import { scoreOf, type ScoredRow } from './scoring';
import type {
  FacetValue,
  SearchFacets,
  SearchFilters,
  SearchQuestion,
  SearchScope,
  Suggestion,
} from './search-document';
import { WordFrequencies } from './word-frequencies';

/** Matches that are counted and sorted into facets; a word that has more is told as "more than". */
export const MOST_COUNTED = 2_000;
/** Of a large index older documents are left unread when so many are found; of titles, which stand first, fewer. */
const ENOUGH = 200;
const ENOUGH_TITLES = 60;
/** Matches by the words of a title, and by its letters, whose score is worked out in full; */
const MOST_ALIKE = 150;
/** with them the newest of all. */
const MOST_SCORED = 240;
const MOST_FACET_VALUES = 30;
/** Of a longer question the rarest words must be there, the others count in the order alone. */
const MOST_REQUIRED = 5;

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

/** Whose words are looked for, and what must stand in a row besides. */
interface Place {
  readonly isSite: boolean;
  readonly mark: Mark;
  readonly words: readonly string[];
}

export type Asked = Pick<SearchQuestion, 'scope' | 'filters' | 'sort'>;

/** Finds and ranks within one open index file. */
export class FtsSearch {
  private readonly frequencies: WordFrequencies;
  private readonly reader: NewestReader;

  constructor(private readonly connection: IndexConnection) {
    this.frequencies = new WordFrequencies(connection);
    this.reader = new NewestReader(connection);
  }

  rank(plan: QueryPlan, asked: Asked, now: number, isLoose = false): Ranking {
    const place = this.placeOf(asked.scope, asked.filters);
    const { mark } = place;
    const documents = place.isSite ? 0 : this.frequencies.documents();
    const found = within(place, wordsMatch(isLoose ? plan.units : this.telling(plan.units), mark, isLoose));
    const letters = within(place, pairsMatch(plan, mark));
    const counted = { most: MOST_COUNTED + 1, enough: ENOUGH, documents };
    const inText = this.newest(NEWEST_TEXTS, found, counted);
    const alike = this.newest(NEWEST_TITLES, letters, counted);
    const either = merged(inText.rows, alike.rows);
    const isMore = either.length > MOST_COUNTED || inText.isMore || alike.isMore;
    const rows = either.slice(0, MOST_COUNTED);
    const kept = new Set(rows);
    const exact = this.exact(plan, asked, kept);
    const missing = exact.filter((row) => !kept.has(row));
    const inTitle = (): readonly number[] =>
      this.newest(NEWEST_TITLES, found, { most: MOST_ALIKE, enough: ENOUGH_TITLES, documents }).rows;
    return {
      rows:
        asked.sort === 'date'
          ? [...missing, ...rows]
          : this.byRelevance(
              rows,
              [...new Set([...exact, ...inTitle(), ...alike.rows.slice(0, MOST_ALIKE), ...rows])].slice(
                0,
                MOST_SCORED,
              ),
              plan,
              now,
            ),
      total: rows.length + missing.length,
      isMore,
      facets: this.facetsOf(this.packed<FactsRow>(FACTS, JSON.stringify(rows))),
    };
  }

  /** Titles with the letters typed so far, newest first. */
  titlesLike(plan: QueryPlan, scope: SearchScope, most: number): Suggestion[] {
    const place = this.placeOf(scope, {});
    const match = within(place, typedMatch(plan, place.mark));
    return match === null ? [] : this.connection.all<Suggestion>(TITLES_MATCHING, match, 0, LAST_ROW, most);
  }

  /**
   * Where one site was asked for its own words are looked for, else the words of all; the other filters stand among
   * them. The word of the only network there is stands in every row and is not asked for.
   */
  private placeOf(scope: SearchScope, filters: SearchFilters): Place {
    const siteId = scope.kind === 'site' ? scope.siteId : filters.siteId;
    const networkId =
      scope.kind === 'network' && this.isOneOfMany(scope.networkId) ? scope.networkId : undefined;
    return {
      isSite: siteId !== undefined,
      mark: siteId === undefined ? inAllSites : atSite(siteId),
      words: scopeWords({ ...filters, networkId }),
    };
  }

  private isOneOfMany(networkId: number): boolean {
    return this.connection.all(OTHER_NETWORK, networkId).length > 0;
  }

  private telling(units: readonly QueryUnit[]): readonly QueryUnit[] {
    if (units.length <= MOST_REQUIRED) return units;
    return units
      .map((unit) => ({ unit, documents: this.frequencies.ofUnit(unit) }))
      .toSorted((left, right) => left.documents - right.documents)
      .slice(0, MOST_REQUIRED)
      .map(({ unit }) => unit);
  }

  private newest(text: string, match: string | null, wish: NewestWish): NewestMatches {
    return match === null ? { rows: [], isMore: false } : this.reader.read(text, match, wish);
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
    chosen: readonly number[],
    plan: QueryPlan,
    now: number,
  ): number[] {
    const idf = this.frequencies.weightsOf(plan.units);
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
}

/** What was looked for, where it was looked for. */
function within({ words, mark }: Place, match: string | null): string | null {
  return match === null || words.length === 0 ? match : `(${match}) AND ${wordsOfIndex(words, mark)}`;
}

/** Rows of both, newest first, each once. */
function merged(left: readonly number[], right: readonly number[]): readonly number[] {
  if (right.length === 0) return left;
  if (left.length === 0) return right;
  return [...new Set([...left, ...right])].toSorted((one, other) => other - one);
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
