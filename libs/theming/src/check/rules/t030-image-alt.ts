import type { ThemeRule } from '../rule';

export const imageAltRule: ThemeRule = {
  code: 'T030',
  severity: 'error',
  help: '给 <img> 加 alt：有内容的图片写说明，纯装饰的写 alt=""。',
  *check({ own }) {
    for (const template of own)
      for (const { attributes, line } of template.tags('img'))
        if (!/\salt\s*=/i.test(attributes)) yield { message: '图片没有 alt', template: template.name, line };
  },
};
