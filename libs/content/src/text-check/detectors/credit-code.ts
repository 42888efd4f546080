const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** 统一社会信用代码 with its check character (GB 32100): public by law, never personal data. */
export function isCreditCode(code: string): boolean {
  if (!/^[159ANY][0-9A-HJ-NPQRTUWXY]{17}$/.test(code)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * ALPHABET.indexOf(code[at] ?? ''), 0);
  return ALPHABET[(31 - (sum % 31)) % 31] === code[17];
}
