import type { ThemeRule } from '../rule';

export const newWindowRule: ThemeRule = {
  code: 'T036',
  severity: 'error',
  help: '给 target="_blank" 的链接加 rel="noopener"；没有必要时不在新窗口打开。',
  *check({ own }) {
    for (const template of own)
      for (const { name, attributes, line } of template.tags('a|area|form'))
        if (
          /\starget\s*=\s*["']?_blank/i.test(attributes) &&
          !/\srel\s*=\s*["']?[^"'>]*(noopener|noreferrer)/i.test(attributes)
        )
          yield { message: `<${name}> 打开新窗口而没有 rel="noopener"`, template: template.name, line };
  },
};
