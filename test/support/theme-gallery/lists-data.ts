import type { ChannelView, Pager } from '@zhanqun/content';
import { articles, documents, interpretations } from './links-data';
import { portalNavigation } from './navigation-data';

export const menu = {
  top: { label: '政务公开', url: '/zwgk/' },
  entries: portalNavigation[3]!.children.map((child) => ({
    ...child,
    isCurrent: child.label === '政策文件',
  })),
};
export const longPager: Pager = {
  page: 4,
  pages: 23,
  total: 452,
  previousUrl: '/zwgk/zcwj/p3/',
  nextUrl: '/zwgk/zcwj/p5/',
  links: [1, null, 3, 4, 5, null, 23].map((page) =>
    page === null ? null : { page, url: `/zwgk/zcwj/p${page}/`, isCurrent: page === 4 },
  ),
};
export const noPager: Pager = { page: 1, pages: 1, total: 0, previousUrl: null, nextUrl: null, links: [] };

export const channel: ChannelView = {
  channel: {
    name: '政策文件',
    description: '县政府和县政府办公室制发的规范性文件及其他政策文件',
    url: '/zwgk/zcwj/',
  },
  menu,
  sections: [],
  entries: [],
  listStyle: 'title',
  pager: longPager,
  articles: [
    { ...documents[0]!, isPinned: true },
    ...Array.from({ length: 19 }, (_, index) => ({
      ...(index % 3 ? articles(1, index)[0]! : documents[index % 5]!),
    })),
  ],
};
export const channelIndex: ChannelView = {
  channel: { name: '政务公开', description: '机构职能、领导信息、政策文件和政策解读', url: '/zwgk/' },
  menu: {
    top: { ...menu.top, isCurrent: true },
    entries: menu.entries.map((one) => ({ ...one, isCurrent: false })),
  },
  sections: [
    { channel: { label: '政策文件', url: '/zwgk/zcwj/' }, articles: documents },
    { channel: { label: '政策解读', url: '/zwgk/zcjd/' }, articles: interpretations },
    { channel: { label: '回应关切', url: '/zwgk/hygq/' }, articles: articles(5, 2) },
    { channel: { label: '规划计划', url: '/zwgk/ghjh/' }, articles: [] },
  ],
  articles: [],
  entries: [],
  listStyle: 'title',
  pager: noPager,
};
