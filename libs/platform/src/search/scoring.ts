import { fold } from './folding';
import type { QueryPlan, QueryUnit } from './query-plan';

export interface ScoredRow {
  readonly rowid: number;
  readonly title: string;
  readonly titleKey: string;
  readonly number: string;
  readonly summary: string;
  readonly body: string;
  readonly files: string;
  readonly validity: string;
  readonly publishedAt: number;
}

/** Weight of a column and its usual length in characters. */
const COLUMNS = [
  { name: 'title', weight: 10, usual: 25 },
  { name: 'number', weight: 8, usual: 15 },
  { name: 'summary', weight: 3, usual: 80 },
  { name: 'body', weight: 1, usual: 1200 },
  { name: 'files', weight: 0.5, usual: 3000 },
] as const;
const K = 1.2;
const B = 0.6;
/** What is new counts up to so much more, half of it two years later. */
const RECENT = 0.35;
const HALF_LIFE_MS = 730 * 86_400_000;
const PHRASE_IN_TITLE = 1.6;
const PHRASE_IN_TEXT = 1.25;
/** 失效的文件 stand behind those in force. */
const VOID = 0.8;

/**
 * BM25, saturated column by column before it is weighted: a body stuffed with a word never outweighs a
 * title that has it. Multiplied for a phrase as it was typed, for what is recent and in force.
 */
export function scoreOf(
  row: ScoredRow,
  plan: QueryPlan,
  idf: (unit: QueryUnit) => number,
  now: number,
): number {
  const columns = COLUMNS.map(({ name, weight, usual }) => ({ text: fold(row[name]), weight, usual }));
  let score = 0.01;
  for (const unit of plan.units) {
    const weighing = idf(unit);
    for (const { text, weight, usual } of columns) {
      const times = timesIn(text, unit);
      if (times === 0) continue;
      const norm = K * (1 - B + (B * text.length) / usual);
      score += (weight * weighing * times * (K + 1)) / (times + norm);
    }
  }
  if (plan.key.length > 1 && row.titleKey.includes(plan.key)) score *= PHRASE_IN_TITLE;
  else if (plan.text.length > 1 && columns.some(({ text }) => text.includes(plan.text)))
    score *= PHRASE_IN_TEXT;
  if (row.validity === 'void') score *= VOID;
  const age = Math.max(0, now - row.publishedAt);
  return score * (1 + RECENT * 0.5 ** (age / HALF_LIFE_MS));
}

export function rarity(documents: number, all: number): number {
  return Math.log(1 + (all - documents + 0.5) / (documents + 0.5)) || 0.01;
}

/** The way of writing that occurs most; of several words the rarest of them. */
function timesIn(text: string, unit: QueryUnit): number {
  let most = occurrences(text, unit.text);
  for (const way of unit.ways) {
    let least = Infinity;
    for (const word of way) least = Math.min(least, occurrences(text, word));
    if (least !== Infinity && least > most) most = least;
  }
  return most;
}

const MOST_COUNTED = 12;

function occurrences(text: string, word: string): number {
  let count = 0;
  for (
    let at = text.indexOf(word);
    at >= 0 && count < MOST_COUNTED;
    at = text.indexOf(word, at + word.length)
  )
    count += 1;
  return count;
}
