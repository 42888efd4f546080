const VARIANTS = /[A-Z\u3000\uff01-\uff5e]/g;
const TO_ASCII = 0xfee0;

/**
 * The text with full-width signs as plain ones and Latin letters in lower case: ＡＢＣ, ABC and abc are looked
 * for as one. One unit stays one unit, so offsets in the folded text are offsets in the text.
 */
export function fold(text: string): string {
  return text.replace(VARIANTS, (unit) => {
    if (unit === '\u3000') return ' ';
    const code = unit.charCodeAt(0);
    return String.fromCharCode(code > 0xff00 ? code - TO_ASCII : code).toLowerCase();
  });
}
