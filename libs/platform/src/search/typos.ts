const SHORTEST = 2;
const LONGEST = 10;

export const canBeMistyped = (word: string): boolean => {
  const length = [...word].length;
  return length >= SHORTEST && length <= LONGEST && /^\p{L}+$/u.test(word);
};

/** The word and every word that lacks one of its letters: two words at most one letter apart share one of these. */
export function typoKeys(word: string): string[] {
  const letters = [...word];
  const without = letters.length <= SHORTEST ? [] : letters.map((_, at) => letters.toSpliced(at, 1).join(''));
  return [...new Set([word, ...without])];
}

/** One letter wrong, missing, too many, or two neighbours exchanged. */
export function isOneTypoApart(left: string, right: string): boolean {
  const [a, b] = [[...left], [...right]];
  if (left === right || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  const same = (x: readonly string[], y: readonly string[]): boolean => x.join('') === y.join('');
  if (a.length > b.length) return same(restA.slice(1), restB);
  if (a.length < b.length) return same(restA, restB.slice(1));
  if (same(restA.slice(1), restB.slice(1))) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && same(restA.slice(2), restB.slice(2));
}
