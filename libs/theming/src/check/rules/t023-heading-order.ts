import type { ThemeRule } from '../rule';

export const headingOrderRule: ThemeRule = {
  code: 'T023',
  severity: 'warning',
  help: '标题逐级使用：h1 之后是 h2，h2 之后是 h3，不为字号跳级。',
  *check({ own }) {
    for (const template of own) {
      let last = 0;
      for (const { name, line } of template.tags('h[1-6]')) {
        const level = Number(name[1]);
        if (last > 0 && level > last + 1)
          yield { message: `h${last} 之后直接用了 h${level}`, template: template.name, line };
        last = level;
      }
    }
  },
};
