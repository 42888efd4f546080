import type { ThemeRule } from '../rule';

/** Something else that shows where the focus is. */
const SHOWS =
  /^(box-shadow|border|border-(color|bottom|left)|background|background-color|text-decoration|outline-offset)$/;
/** Only a script puts the focus there, to say where reading goes on. */
const NOT_REACHED = /(^|[\s>])(main|nav|section|article|\.main-nav)(:focus|\[)|\[tabindex=["']?-1/;

export const outlineRule: ThemeRule = {
  code: 'T060',
  severity: 'error',
  help: '不用 outline: none 去掉焦点框；要换样子就同时写 box-shadow、border 或 background。',
  *check({ ownStyles }) {
    for (const style of ownStyles)
      for (const { selector, declarations } of style.rules) {
        const removal = declarations.find(
          ({ property, value }) =>
            (property === 'outline' || property === 'outline-style') && /^(none|0(px)?)\b/.test(value),
        );
        const shown = declarations.some(
          ({ property, value }) => SHOWS.test(property) && !/^(none|0)\b/.test(value),
        );
        if (removal && !shown && !NOT_REACHED.test(selector))
          yield { message: `${selector} 去掉了焦点框`, template: style.name, line: removal.line };
      }
  },
};
