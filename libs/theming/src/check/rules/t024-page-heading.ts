import type { ThemeRule } from '../rule';

export const pageHeadingRule: ThemeRule = {
  code: 'T024',
  severity: 'error',
  help: '每个页面写一个 <h1>：首页是站名，其他页面是栏目名或文章标题。',
  *check(subject) {
    for (const page of subject.pages)
      if (!subject.closure(page).some((template) => [...template.tags('h1')].length > 0))
        yield { message: '页面没有 <h1>', template: page };
  },
};
