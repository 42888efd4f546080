import type { ThemeRule } from '../rule';

export const searchBoxRule: ThemeRule = {
  code: 'T027',
  severity: 'warning',
  help: '在头部放 <form role="search">，搜索词用 q 提交；每个页面都要看得见搜索框。',
  *check(subject) {
    for (const page of subject.fullPages) {
      const has = subject
        .closure(page)
        .some((template) =>
          [...template.tags('form|search')].some(
            ({ name, attributes }) => name === 'search' || /\srole\s*=\s*["']?search/i.test(attributes),
          ),
        );
      if (!has) yield { message: '页面没有搜索框', template: page };
    }
  },
};
