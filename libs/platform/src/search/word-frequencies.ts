import { DOCUMENTS_SINCE, DOCUMENTS_WITH, LAST_ROW, NEWEST_TEXTS } from './fts-reader.sql';
import type { IndexConnection } from './index-connection';
import { COUNT } from './index-schema.sql';
import { wordsOfIndex, type QueryUnit } from './query-plan';
import { rarity } from './scoring';

const MOST_KEPT = 5_000;
/** A word is judged by its newest documents. */
const SAMPLE = 200;
/** When the newest stand further apart than that, the word is rare enough to be counted. */
const MOST_LOOKED_AT = 5_000;
/** What was kept holds until the index has grown or shrunk by so much. */
const CHANGE = 0.02;

/**
 * In how many documents a word stands, about. Counting a common word means walking a list as long as the index:
 * it is told from how close together its newest documents stand. Weights only; nobody is shown these figures.
 */
export class WordFrequencies {
  private readonly kept = new Map<string, number>();
  private keptAt = 0;

  constructor(private readonly connection: IndexConnection) {}

  /** Weight of a unit: the more documents have it the less it says. */
  weightsOf(units: readonly QueryUnit[]): (unit: QueryUnit) => number {
    const all = this.documents();
    const known = new Map(units.map((unit) => [unit, rarity(Math.min(all, this.ofUnit(unit)), all)]));
    return (unit) => known.get(unit) ?? 1;
  }

  ofUnit(unit: QueryUnit): number {
    const words = unit.ways.flatMap((way) => (way.length === 1 ? way : []));
    const all = this.documents();
    return words.length === 0 ? all / 100 : Math.max(...words.map((word) => this.of(word, all)));
  }

  documents(): number {
    const all = Number(this.connection.all<{ total: string }>(COUNT)[0]?.total ?? 0);
    if (Math.abs(all - this.keptAt) > this.keptAt * CHANGE) {
      this.kept.clear();
      this.keptAt = all;
    }
    return all;
  }

  private of(word: string, all: number): number {
    const known = this.kept.get(word);
    if (known !== undefined) return known;
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    const documents = this.estimate(word, all);
    this.kept.set(word, documents);
    return documents;
  }

  private estimate(word: string, all: number): number {
    const [row] = this.connection.all<{ packed: string }>(
      NEWEST_TEXTS,
      wordsOfIndex([word]),
      0,
      LAST_ROW,
      SAMPLE,
    );
    const newest = JSON.parse(row?.packed ?? '[]') as number[];
    if (newest.length < SAMPLE) return newest.length;
    const [since] = this.connection.all<{ documents: number }>(
      DOCUMENTS_SINCE,
      newest.at(-1),
      MOST_LOOKED_AT,
    );
    const among = Number(since?.documents ?? 0);
    if (among < MOST_LOOKED_AT) return (all * SAMPLE) / Math.max(SAMPLE, among);
    const [counted] = this.connection.all<{ documents: number }>(DOCUMENTS_WITH, word);
    return Number(counted?.documents ?? 0);
  }
}
