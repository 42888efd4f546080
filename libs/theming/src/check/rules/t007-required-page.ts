import type { ThemeRule } from '../rule';

/** What every site must be able to show, also when something is wrong with it. */
export const REQUIRED_PAGES = [
  'pages/home.njk',
  'pages/channel.njk',
  'pages/channel-index.njk',
  'pages/article.njk',
  'pages/page.njk',
  'pages/kind.njk',
  'pages/site-map.njk',
  'pages/withdrawn.njk',
  'pages/not-found.njk',
  'pages/error.njk',
  'pages/unavailable.njk',
  'pages/unknown-host.njk',
  'pages/site-preparing.njk',
  'pages/site-suspended.njk',
  'pages/site-closed.njk',
] as const;

export const requiredPageRule: ThemeRule = {
  code: 'T007',
  severity: 'error',
  help: '在本主题或上级主题中补上这个页面模板；一般继承 base 就都有了。',
  *check({ theme }) {
    for (const page of REQUIRED_PAGES) if (!theme.has(page)) yield { message: `缺少页面模板 ${page}` };
  },
};
