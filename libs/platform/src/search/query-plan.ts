import { askedNumber, findNumbers } from './document-number';
import { fold, titleKey } from './folding';
import { gramWord, inAllSites, type Mark } from './marked-words';
import type { SearchLexicon } from './search-lexicon';
import { isEmptyWord, pairs, subWords, words } from './segmenter';

export const LONGEST_QUERY = 100;
const MOST_UNITS = 12;
const MOST_GRAMS = 20;
/** Longer queries are found by their words and, where they are a whole title, by its key. */
const LONGEST_PART = 10;
/** Endings of place names that people leave out or add: 清水镇 and 清水 mean one place. */
const PLACE = /^(.{2,6})(镇|乡|县|市|区|村|街道|社区|省|自治县)$/u;

/** One thing that was asked for and the ways it may be written; each way is words that must all be there. */
export interface QueryUnit {
  readonly text: string;
  readonly ways: readonly (readonly string[])[];
  /** What has the first way has another one too: the index keeps a long word with the words inside it. */
  readonly isWithin?: boolean;
}

export interface QueryPlan {
  /** Folded, as typed. */
  readonly text: string;
  readonly key: string;
  readonly units: readonly QueryUnit[];
  readonly pairs: readonly string[];
  /** Words whose places are marked in a text. */
  readonly marks: readonly string[];
}

/** What somebody typed, understood as far as it goes. Never fails, whatever was typed. */
export function planQuery(typed: string, lexicon: SearchLexicon): QueryPlan {
  const text = fold(typed.toWellFormed().slice(0, LONGEST_QUERY)).trim().replace(/\s+/g, ' ');
  const key = titleKey(text);
  const numbers = findNumbers(text);
  let rest = text;
  for (const { from, to } of numbers.toReversed()) rest = `${rest.slice(0, from)} ${rest.slice(to)}`;
  const numbered = numbers.map((found) => ({
    text: text.slice(found.from, found.to),
    ways: askedNumber(found).map((way) => [way]),
  }));
  const all = lexicon
    .split(rest)
    .flatMap(({ text: piece, isOwn }) => (isOwn ? [ownUnit(piece, lexicon)] : unitsOf(piece)));
  const telling = all.filter((unit) => !isEmptyWord(unit.text));
  const units = [...numbered, ...(telling.length + numbered.length > 0 ? telling : all)];
  // The letters of a 文号 stand in half of all titles: 2026年第63号 is not 〔2026〕3号.
  const isNumber = rest.trim() === '' && numbers.some(({ prefix }) => prefix === '');
  const unique = [...new Map(units.map((unit) => [unit.text, unit])).values()].slice(0, MOST_UNITS);
  return {
    text,
    key,
    units: unique,
    pairs: isNumber || [...key].length > LONGEST_PART ? [] : [...new Set(pairs(key))],
    marks: marksOf(text, unique),
  };
}

function unitsOf(piece: string): QueryUnit[] {
  return words(piece).map((word) => {
    const inside = subWords(word);
    const place = PLACE.exec(word)?.[1];
    return {
      text: word,
      ways: [[word], ...(inside.length > 0 ? [inside] : []), ...(place ? [[place]] : [])],
      isWithin: inside.length > 0,
    };
  });
}

/** An own word may be newer than the index: then it stands there in the words of the common dictionary. */
function ownUnit(word: string, lexicon: SearchLexicon): QueryUnit {
  const ways = [word, ...lexicon.synonymsOf(word)].flatMap((each) => [[each], words(each)]);
  const place = PLACE.exec(word)?.[1];
  return { text: word, ways: distinct(place ? [...ways, words(place)] : ways) };
}

const distinct = (ways: string[][]): string[][] => [
  ...new Map(ways.filter((way) => way.length > 0).map((way) => [way.join(' '), way])).values(),
];

function marksOf(text: string, units: readonly QueryUnit[]): string[] {
  const all = [
    text,
    ...units.flatMap((unit) => [unit.text, ...unit.ways.filter((way) => way.length === 1).flat()]),
  ];
  return [...new Set(all)]
    .filter((mark) => mark.length > 0)
    .toSorted((left, right) => right.length - left.length);
}

const quoted = (token: string): string => `"${token.replaceAll('"', '')}"`;

const unitMatch = ({ ways, isWithin }: QueryUnit, mark: Mark): string =>
  `(${(isWithin ? ways.slice(1) : ways).map((way) => `(${wordsOfIndex(way, mark)})`).join(' OR ')})`;

/** All of these units; or, when `loose`, any of them. Null when there are none. */
export function wordsMatch(
  units: readonly QueryUnit[],
  mark: Mark = inAllSites,
  isLoose = false,
): string | null {
  if (units.length === 0) return null;
  return `(${units.map((unit) => unitMatch(unit, mark)).join(isLoose ? ' OR ' : ' AND ')})`;
}

/** These words of the index, all of them. */
export const wordsOfIndex = (wanted: readonly string[], mark: Mark = inAllSites): string =>
  wanted.map((word) => quoted(mark(word))).join(' AND ');

/** The letters stand next to each other in the title. */
export function pairsMatch(plan: QueryPlan, mark: Mark = inAllSites): string | null {
  return plan.pairs.length === 0 ? null : wordsOfIndex(plan.pairs.map(gramWord), mark);
}

/**
 * For suggestions: the letters of each word stand next to each other in the title, wherever. The last word may be
 * typed in part, so words of one letter are not looked for beside others.
 */
export function typedMatch(plan: QueryPlan, mark: Mark): string | null {
  const grams = plan.units.flatMap((unit) => pairs(titleKey(unit.text)));
  return grams.length === 0
    ? null
    : wordsOfIndex([...new Set(grams)].slice(0, MOST_GRAMS).map(gramWord), mark);
}
