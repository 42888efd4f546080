import type { ThemeRule } from '../rule';

export const zoomRule: ThemeRule = {
  code: 'T048',
  severity: 'error',
  help: '写 <meta name="viewport" content="width=device-width, initial-scale=1">，不限制缩放。',
  *check(subject) {
    const told = new Set<string>();
    for (const page of subject.pages)
      for (const template of subject.closure(page))
        for (const { attributes, line } of template.tags('meta')) {
          const limits = /user-scalable\s*=\s*(no|0)|maximum-scale/i.test(attributes);
          if (!/name\s*=\s*["']?viewport/i.test(attributes) || !limits || told.has(template.name)) continue;
          told.add(template.name);
          yield { message: '页面不许放大', template: template.name, line };
        }
  },
};
