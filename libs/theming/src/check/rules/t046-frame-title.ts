import type { ThemeRule } from '../rule';

export const frameTitleRule: ThemeRule = {
  code: 'T046',
  severity: 'error',
  help: '给 <iframe> 写 title，说明里面是什么。',
  *check({ own }) {
    for (const template of own)
      for (const { attributes, line } of template.tags('iframe'))
        if (!/\stitle\s*=\s*["'][^"']/i.test(attributes))
          yield { message: '<iframe> 没有 title', template: template.name, line };
  },
};
