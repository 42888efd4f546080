/** Signs with which a spreadsheet begins a formula, also after blanks and in their full-width forms. */
const FORMULA = /^[\s\u00a0\u3000\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A figure written by us, such as `-3.5`, is no formula. */
const FIGURE = /^-?\d+(\.\d+)?%?$/;

/** Signs that XML and spreadsheets cannot hold. */
// oxlint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The longest text a spreadsheet cell may hold, in UTF-16 units. */
const LONGEST = 32_767;

/**
 * The text as it may stand in a cell of an exported table: a text that a spreadsheet would run as a
 * formula is defused with a leading apostrophe, unwritable signs are dropped, what is too long is cut.
 */
export function safeCell(text: string): string {
  const clean = text
    .replace(UNWRITABLE, '')
    .toWellFormed()
    .slice(0, LONGEST - 1)
    .toWellFormed();
  return FORMULA.test(clean) && !FIGURE.test(clean) ? `'${clean}` : clean;
}
