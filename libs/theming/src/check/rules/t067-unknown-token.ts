import type { ThemeRule } from '../rule';

/** `var(--mian)` shows nothing, silently. */
export const unknownTokenRule: ThemeRule = {
  code: 'T067',
  severity: 'error',
  help: '检查变量名；在 :root 里定义它，或写后备值 var(--名称, 后备值)。',
  *check({ ownStyles, styles }) {
    const known = new Set(
      styles
        .flatMap((style) => [...style.declarations()].map(({ property }) => property))
        .filter((each) => each.startsWith('--')),
    );
    for (const style of ownStyles)
      for (const { value, line } of style.declarations())
        for (const [, name = ''] of value.matchAll(/var\(\s*(--[\w-]+)\s*\)/g))
          if (!known.has(name)) yield { message: `没有定义变量 ${name}`, template: style.name, line };
  },
};
