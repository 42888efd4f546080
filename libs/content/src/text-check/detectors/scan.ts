/** Places of a pattern in a text; the pattern carries the g flag. */
export function places(
  text: string,
  pattern: RegExp,
): { start: number; end: number; match: RegExpExecArray }[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    match,
  }));
}

/** The same text with full-width digits and letters as plain ones, one for one, so that offsets stay. */
export function plainDigits(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

const ADDRESS = /:\/\/|www\.|\.(?:com|cn|net|org|gov|s?html?|jsp|php|aspx?|pdf|docx?|xlsx?)\b/i;

/** Whether the place lies inside a web address or the name of a file. */
export function isInAddress(text: string, start: number, end: number): boolean {
  const from = /[\x21-\x7e]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
  const to = /^[\x21-\x7e]*/.exec(text.slice(end, end + 100))?.[0] ?? '';
  return ADDRESS.test(`${from}${text.slice(start, end)}${to}`);
}

/** Whether one of the words stands in the same line, at most `within` characters before the place. */
export function isLabelled(text: string, start: number, label: RegExp, within = 20): boolean {
  const before = text.slice(Math.max(0, start - within), start);
  return label.test(before.slice(before.lastIndexOf('\n') + 1));
}

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether the calendar has this day; without a year 29 February counts. */
export function isRealDay(year: number | undefined, month: number, day: number): boolean {
  const longest = LENGTHS[month - 1];
  if (longest === undefined || day < 1 || day > longest) return false;
  return month !== 2 || day < 29 || year === undefined || isLeap(year);
}

export function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
