import type { ThemeRule } from '../rule';

/** The narrowest screen that must do without sideways scrolling (WCAG 2.1, 1.4.10). */
const NARROWEST = 320;

export const fixedWidthRule: ThemeRule = {
  code: 'T066',
  severity: 'warning',
  help: '用 max-width、百分比或 min(…, 100%)；超过 320 像素的固定宽度只写在 @media (min-width: …) 里。',
  *check({ ownStyles }) {
    for (const style of ownStyles)
      for (const { property, value, line, rule } of style.declarations()) {
        if (property !== 'width' && property !== 'min-width') continue;
        const width = Number(/^(\d+)px$/.exec(value.replace(/\s*!important$/, ''))?.[1] ?? 0);
        const isWide = rule.conditions.some((each) => /min-width|width\s*>|print/.test(each));
        if (width > NARROWEST && !isWide)
          yield {
            message: `${rule.selector} 的 ${property} 固定为 ${width} 像素`,
            template: style.name,
            line,
          };
      }
  },
};
