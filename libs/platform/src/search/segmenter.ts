import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';
import type { SearchLexicon } from './search-lexicon';

let shared: Jieba | undefined;
const jieba = (): Jieba => (shared ??= Jieba.withDict(dict));

const WORD = /[\p{L}\p{N}]/u;
/** Nothing is found by these alone; in a longer query they are left out. */
const EMPTY_WORDS = new Set(
  '的 了 和 与 及 或 在 是 为 对 等 以 于 由 其 之 也 就 都 而 被 把 有 从 到 让 向 并 这 那 我 你 他 吗 呢 吧 怎么 如何 什么 哪里 请问'.split(
    ' ',
  ),
);

export const isWord = (token: string): boolean => WORD.test(token);
export const isEmptyWord = (token: string): boolean => EMPTY_WORDS.has(token);

/** Longest words of a folded text, in their order. */
export function words(folded: string): string[] {
  return jieba()
    .cut(folded, true)
    .map((word) => word.trim())
    .filter(isWord);
}

/** Every word of a folded text and the words inside long ones: what the index holds. */
export function indexWords(folded: string, lexicon?: SearchLexicon): string[] {
  const found = jieba()
    .cutForSearch(folded, true)
    .map((word) => word.trim())
    .filter(isWord);
  return lexicon ? [...found, ...lexicon.occurrences(folded)] : found;
}

/** Words inside one word, without itself. */
export function subWords(word: string): string[] {
  return [
    ...new Set(
      jieba()
        .cutForSearch(word, true)
        .filter((part) => part !== word && isWord(part)),
    ),
  ];
}

/** Pairs of neighbouring letters, so that a part of a title is found however it was segmented. */
export function pairs(key: string): string[] {
  const characters = [...key];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}
