import { Converter } from 'opencc-js/t2cn';

/** Above these code units nothing is folded: compatibility forms of Chinese punctuation and full-width ASCII end here. */
const UNITS = 0x10000;
let table: Uint16Array | undefined;

/**
 * One code unit for each code unit: traditional → simplified, full width → half width, capitals → small
 * letters, control characters → blank. Both what is searched and what is searched for pass through here,
 * so it need not be good Chinese, only the same on both sides.
 */
function foldingTable(): Uint16Array {
  if (table) return table;
  const made = new Uint16Array(UNITS);
  const simplified = Converter({ from: 't', to: 'cn' });
  for (let unit = 0; unit < UNITS; unit += 1) {
    let folded = unit;
    if (unit < 0x20 || (unit >= 0x7f && unit < 0xa1) || unit === 0x3000 || isInvisible(unit)) folded = 0x20;
    else if (unit >= 0xff01 && unit <= 0xff5e) folded = unit - 0xfee0;
    else if (unit >= 0x3400 && unit < 0xa000) {
      const converted = simplified(String.fromCharCode(unit));
      if (converted.length === 1) folded = converted.charCodeAt(0);
    }
    if (folded < 0x250) {
      const small = String.fromCharCode(folded).toLowerCase();
      if (small.length === 1) folded = small.charCodeAt(0);
    }
    made[unit] = folded;
  }
  table = made;
  return made;
}

/** Zero width, direction marks and overrides, byte order mark; private letters, which the index keeps for itself. */
function isInvisible(unit: number): boolean {
  return (
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x2028 && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x206f) ||
    (unit >= 0xe000 && unit <= 0xf8ff) ||
    unit === 0xfeff
  );
}

const PART = 8192;

/** As long as the text itself: a place found in the folded text is the same place in the text. */
export function fold(text: string): string {
  const made = foldingTable();
  let folded = '';
  for (let from = 0; from < text.length; from += PART) {
    const units = new Uint16Array(Math.min(PART, text.length - from));
    for (let at = 0; at < units.length; at += 1) units[at] = made[text.charCodeAt(from + at)] as number;
    folded += String.fromCharCode.apply(null, units as unknown as number[]);
  }
  return folded;
}

/** A title without blanks and marks: two spellings of one title have one key. */
export function titleKey(text: string): string {
  return fold(text.toWellFormed())
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 200);
}
