import type { ThemeRule } from '../rule';

/** Keyboard users jump over header and navigation (WCAG 2.1, 2.4.1). */
export const skipLinkRule: ThemeRule = {
  code: 'T026',
  severity: 'error',
  help: '在 <body> 开头写 <a class="skip-link" href="#main">跳到主要内容</a>，并给 <main> 写 id="main"。',
  *check(subject) {
    for (const page of subject.fullPages) {
      const closure = subject.closure(page);
      const ids = new Set(
        closure.flatMap((template) =>
          [...template.tags('main')].map(
            ({ attributes }) => /\sid\s*=\s*["']([^"']+)/i.exec(attributes)?.[1],
          ),
        ),
      );
      const leads = closure.some((template) =>
        [...template.tags('a')].some(({ attributes }) =>
          ids.has(/\shref\s*=\s*["']#([^"']+)/i.exec(attributes)?.[1]),
        ),
      );
      if (!leads) yield { message: '页面没有跳到 <main> 的链接', template: page };
    }
  },
};
