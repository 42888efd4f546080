import type { ThemeRule } from '../rule';

export const tabOrderRule: ThemeRule = {
  code: 'T037',
  severity: 'error',
  help: 'tabindex 只用 0 和 -1；顺序由内容在页面里的先后决定。',
  *check({ own }) {
    for (const template of own)
      for (const { name, attributes, line } of template.tags()) {
        const order = Number(/\stabindex\s*=\s*["']?(-?\d+)/i.exec(attributes)?.[1] ?? 0);
        if (order > 0) yield { message: `<${name}> 的 tabindex 是 ${order}`, template: template.name, line };
      }
  },
};
