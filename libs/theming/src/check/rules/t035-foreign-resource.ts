import type { ThemeRule } from '../rule';

const LOADING = 'script|link|img|iframe|video|audio|source|track|object|embed|input';
const FOREIGN = /\s(?:src|href|srcset|data|poster)\s*=\s*["']?\s*((?:https?:)?\/\/[^"'\s>]+)/i;
const IN_STYLE = /(?:url\(\s*["']?|@import\s+["'])\s*((?:https?:)?\/\/[^"')\s]+)/i;

/** Fonts, scripts and pictures of elsewhere tell a stranger who reads the page, and the content policy blocks them. */
export const foreignResourceRule: ThemeRule = {
  code: 'T035',
  severity: 'error',
  help: '把文件放进主题的 assets/ 目录，用 asset 过滤器引用；不用外部字体、脚本库和统计代码。',
  *check({ own, ownStyles }) {
    for (const template of own)
      for (const { name, attributes, line } of template.tags(LOADING)) {
        if (
          name === 'link' &&
          !/\srel\s*=\s*["']?[^"'>]*(stylesheet|icon|preload|font|preconnect)/i.test(attributes)
        )
          continue;
        const address = FOREIGN.exec(attributes)?.[1];
        if (address) yield { message: `<${name}> 引用了外部文件 ${address}`, template: template.name, line };
      }
    for (const style of ownStyles)
      for (const { selector, declarations, line } of style.rules)
        for (const part of [selector, ...declarations.map(({ value }) => value)]) {
          const address = IN_STYLE.exec(part)?.[1];
          if (address) yield { message: `样式引用了外部文件 ${address}`, template: style.name, line };
        }
  },
};
