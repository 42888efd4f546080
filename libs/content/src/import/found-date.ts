import { isDay } from '@zhanqun/kernel';

const DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'〇一二三四五六七八九'].map((character, digit) => [character, String(digit)]),
);
const NUMERIC =
  /(?<![\d.])((?:19|20)\d{2})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})(?:\s*日|(?!\d))/u;
const WRITTEN =
  /([一二〇零○О]{1}[〇零○О一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/u;

/** The first date of a text as a day: `2013年11月25日`, `2020-03-19 09:54:05`, `二〇一三年十一月二十五日`. */
export function findDay(text: string): string | null {
  const numeric = NUMERIC.exec(text);
  const written = WRITTEN.exec(text);
  const parts = numeric
    ? numeric.slice(1, 4)
    : written?.slice(1, 4).map((part, at) => (at === 0 ? yearOf(part) : String(chineseNumber(part))));
  if (!parts) return null;
  const [year, month, date] = parts as [string, string, string];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

/** A line that is nothing but a date, as under a signature. */
export function isDateLine(line: string): boolean {
  const bare = line.replace(/\s+/g, '');
  const found = NUMERIC.exec(bare) ?? WRITTEN.exec(bare);
  return found !== null && found[0].length === bare.length;
}

/** `二十五` → 25, `一百零三` → 103; NaN for anything else. */
export function chineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let [total, digit] = [0, 0];
  for (const character of text.replace(/[零○]/g, '〇')) {
    if (character === '百' || character === '十') {
      total += (digit || 1) * (character === '百' ? 100 : 10);
      digit = 0;
    } else if (DIGITS[character] !== undefined) digit = Number(DIGITS[character]);
    else return Number.NaN;
  }
  return total + digit;
}

const yearOf = (text: string): string =>
  [...text.replace(/[零○О]/g, '〇')].map((character) => DIGITS[character] ?? '').join('');
