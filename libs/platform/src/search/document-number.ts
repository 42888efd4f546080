const OPEN = '[\\[［〔【﹝(（{「『《<〈]';
const CLOSE = '[\\]］〕】﹞)）}」』》>〉]';
const WRITTEN = new RegExp(
  `([\\p{Script=Han}]{0,12})\\s*(?:${OPEN}\\s*((?:19|20)\\d{2})\\s*${CLOSE}|((?:19|20)\\d{2})(?=\\s*[-—－ 第]\\s*\\d)(?![-—－]\\d{1,2}[-—－]\\d)|((?:19|20)\\d{2})(?=年第?\\d{1,5}号)年?)` +
    `\\s*[-—－]?\\s*第?\\s*0*(\\d{1,5})\\s*号?`,
  'gu',
);

export interface FoundNumber {
  /** 机关代字 as far as it was written; may be longer than it is, since a sentence may run into it. */
  readonly prefix: string;
  readonly year: string;
  readonly serial: string;
  readonly from: number;
  readonly to: number;
}

/** 发文字号 in a folded text: 〔2026〕, [2026], 【2026】, (2026), 「2026」, with 第 and 号 or without. */
export function findNumbers(folded: string): FoundNumber[] {
  return [...folded.matchAll(WRITTEN)].map((match) => ({
    prefix: match[1] as string,
    year: (match[2] ?? match[3] ?? match[4]) as string,
    serial: match[5] as string,
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** Words of a number for the index: year and serial, and every ending of what stands before them. */
export function numberTokens(folded: string): string[] {
  return findNumbers(folded).flatMap(({ prefix, year, serial }) => {
    const bare = `x${year}x${serial}`;
    const characters = [...prefix];
    return [bare, ...characters.map((_, at) => `${characters.slice(at).join('')}${bare}`)];
  });
}

/**
 * Ways in which a number that was asked for may stand in the index. Of what stands before it only the last
 * letters may belong to it: 查一下示政发〔2026〕3号.
 */
export function askedNumber({ prefix, year, serial }: FoundNumber): string[] {
  const bare = `x${year}x${serial}`;
  const characters = [...prefix];
  const least = Math.min(3, characters.length);
  return characters
    .slice(0, characters.length - least + 1)
    .map((_, at) => `${characters.slice(at).join('')}${bare}`)
    .concat(characters.length === 0 ? [bare] : []);
}
