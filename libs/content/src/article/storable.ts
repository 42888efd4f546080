/** NUL and half characters cannot be stored exactly, so they are refused rather than mangled. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

/** Line breaks, tabs and marks that turn the reading direction have no place in a one-line field. */
export const NOT_IN_A_LINE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** Characters as a person counts them: 𠮷 is one. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _character of text) count += 1;
  return count;
}
