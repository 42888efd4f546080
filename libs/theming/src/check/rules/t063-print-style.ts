import type { ThemeRule } from '../rule';

export const printStyleRule: ThemeRule = {
  code: 'T063',
  severity: 'warning',
  help: '在样式表里写 @media print：去掉导航和工具，正文用纸上的字号；一般继承 base 就有了。',
  *check({ styles }) {
    const has = styles.some((style) =>
      style.rules.some(({ conditions }) => conditions.some((each) => /^@media\b.*\bprint\b/.test(each))),
    );
    if (!has) yield { message: '没有打印样式' };
  },
};
