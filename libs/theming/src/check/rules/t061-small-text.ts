import type { ThemeRule } from '../rule';

const SIZE = /(?:^|\s)(\d*\.?\d+)(px|rem)\b/;
const LEAST = { px: 14, rem: 0.875 };

export const smallTextRule: ThemeRule = {
  code: 'T061',
  severity: 'warning',
  help: '文字不小于 14 像素（.875rem），正文 16 像素；用 rem 写，以便读者放大。',
  *check({ ownStyles }) {
    for (const style of ownStyles)
      for (const { property, value, line, rule } of style.declarations()) {
        // Sounds written above characters are smaller than these by nature.
        if (/\brt$/.test(rule.selector)) continue;
        if (!/^font(-size)?$/.test(property) || rule.conditions.some((each) => /print/.test(each))) continue;
        const [, size = '', unit = ''] = SIZE.exec(value) ?? [];
        if (size !== '' && Number(size) > 0 && Number(size) < LEAST[unit as keyof typeof LEAST])
          yield { message: `${rule.selector} 的字号只有 ${size}${unit}`, template: style.name, line };
      }
  },
};
