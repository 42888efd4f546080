import { Automaton } from './automaton';
import { fold } from './fold';

const found = (words: readonly string[], text: string): [string, number][] => {
  const hits: [string, number][] = [];
  Automaton.of(words).search(text, (word, start, end) => {
    expect(text.slice(start, end)).toBe(words[word]);
    hits.push([words[word]!, start]);
  });
  return hits;
};

/** What the automaton must find, by looking for one word after the other. */
const naive = (words: readonly string[], text: string): string[] =>
  words
    .flatMap((word) => {
      const hits: string[] = [];
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) hits.push(`${at}:${word}`);
      return hits;
    })
    .toSorted();

describe('多词查找', () => {
  it('finds words that overlap and words inside words', () => {
    expect(found(['he', 'she', 'his', 'hers'], 'ushers')).toEqual([
      ['she', 1],
      ['he', 2],
      ['hers', 2],
    ]);
  });

  it('finds words whose characters lie beyond the first plane', () => {
    expect(found(['𠮷野', '野家', '𠮷'], '吉𠮷野家')).toEqual([
      ['𠮷', 1],
      ['𠮷野', 1],
      ['野家', 3],
    ]);
  });

  it('finds nothing with no words, in an empty text and in one without any of them', () => {
    expect(found([], '正文')).toEqual([]);
    expect(found(['布署'], '')).toEqual([]);
    expect(found(['布署'], '部署工作\u0000\uffff')).toEqual([]);
  });

  it('agrees with looking for each word by itself, also when built in the background', async () => {
    let seed = 7;
    const random = (most: number): number => (seed = (seed * 48271) % 2147483647) % most;
    const text = Array.from({ length: 3000 }, () => 'abcd𠮷'.at(random(6)) ?? '中').join('');
    const words = [
      ...new Set(
        Array.from({ length: 6000 }, () => {
          const start = random(text.length - 8);
          return text.slice(start, start + 1 + random(6));
        }),
      ),
    ];
    const hits: string[] = [];

    const automaton = await Automaton.inBackground(words);
    automaton.search(text, (word, start) => hits.push(`${start}:${words[word]}`));

    expect(hits.toSorted()).toEqual(naive(words, text));
  });
});

describe('字形归一', () => {
  it('reads full-width and capital letters as plain ones, unit by unit', () => {
    expect(fold('ＡＰＰ　下载ApP，𠮷')).toBe('app 下载app,𠮷');
    expect(fold('部署')).toBe('部署');
  });
});
