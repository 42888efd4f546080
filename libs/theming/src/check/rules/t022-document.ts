import type { ThemeRule } from '../rule';

export const documentRule: ThemeRule = {
  code: 'T022',
  severity: 'error',
  help: '外壳模板须写 <!doctype html>、<html lang="…"> 和非空的 <title>。',
  *check(subject) {
    for (const page of subject.pages) {
      const closure = subject.closure(page);
      const root = closure.flatMap((template) => [...template.tags('html')]);
      if (root.length === 0) yield { message: '页面没有 <html>', template: page };
      else if (!root.some(({ attributes }) => /\slang=/.test(attributes)))
        yield { message: '<html> 没有 lang 属性', template: page };
      if (!closure.some(({ html }) => /<title[\s>]/i.test(html)))
        yield { message: '页面没有 <title>', template: page };
    }
  },
};
