import type { ThemeRule } from '../rule';

export const focusStyleRule: ThemeRule = {
  code: 'T064',
  severity: 'error',
  help: '给 :focus-visible 写看得清的焦点框（至少 3 像素）；一般继承 base 就有了。',
  *check({ styles }) {
    const has = styles.some((style) =>
      style.rules.some(
        ({ selector, declarations }) =>
          /:focus(-visible)?\b/.test(selector) &&
          declarations.some(
            ({ property, value }) => /^(outline|box-shadow)$/.test(property) && !/^(none|0)\b/.test(value),
          ),
      ),
    );
    if (!has) yield { message: '没有焦点样式' };
  },
};
