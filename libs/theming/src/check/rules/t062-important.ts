import type { ThemeRule } from '../rule';

/** More than these and nobody can tell which rule wins. */
const MOST = 10;
/** Where it is the only way: a reader's wish and the printer outrank everything. */
const ALLOWED = /prefers-reduced-motion|print|forced-colors|data-access/;

export const importantRule: ThemeRule = {
  code: 'T062',
  severity: 'advice',
  help: '用更准确的选择器代替 !important；每个样式表不超过 10 处。',
  *check({ ownStyles }) {
    for (const style of ownStyles) {
      const used = [...style.declarations()].filter(
        ({ value, rule }) =>
          /!\s*important/.test(value) &&
          ![...rule.conditions, rule.selector].some((each) => ALLOWED.test(each)),
      );
      if (used.length > MOST)
        yield {
          message: `用了 ${used.length} 处 !important`,
          template: style.name,
          line: used[0]?.line ?? 1,
        };
    }
  },
};
