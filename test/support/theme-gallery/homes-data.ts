import type { HomeView, PageBlock } from '@zhanqun/content';
import type { GalleryFace } from './chrome-data';
import { articles, documents, interpretations, slides } from './links-data';
import { departments, townships } from './sites-data';

const more = (path: string): string => `/${path}/`;
const portalEntrances: PageBlock = {
  type: 'entrances',
  title: '快捷入口',
  moreUrl: null,
  entrances: [
    { label: '政府信息公开', url: more('zfxxgk'), icon: 'documents', note: '指南、制度、内容、年报' },
    { label: '办事服务', url: more('bsfw'), icon: 'briefcase', note: '事项、指南、统计' },
    { label: '互动交流', url: more('hdjl'), icon: 'letter', note: '来信、征集、访谈' },
    { label: '领导信息', url: more('zwgk/ldxx'), icon: 'person', note: '分工与简历' },
    { label: '机构职能', url: more('zwgk/jgzn'), icon: 'building', note: '机构设置与联系方式' },
    { label: '数据发布', url: more('sjfb'), icon: 'chart', note: '统计数据与公报' },
  ],
};
const smallEntrances: PageBlock = { ...portalEntrances, entrances: portalEntrances.entrances.slice(0, 4) };
const policy: PageBlock = {
  type: 'policy',
  title: '政策与解读',
  moreUrl: null,
  documents,
  interpretations,
  documentsUrl: more('zwgk/zcwj'),
  interpretationsUrl: more('zwgk/zcjd'),
};
const topics: PageBlock = {
  type: 'topics',
  title: '专题专栏',
  moreUrl: more('ztzl'),
  topics: ['优化营商环境', '乡村全面振兴', '政府网站年度报表', '安全生产月'].map((label, index) => ({
    label,
    url: more(`ztzl/t${index}`),
    imageUrl: null,
    isExternal: index === 3,
  })),
};
const list = (title: string, path: string, count: number, shift = 0): PageBlock => ({
  type: 'list',
  title,
  moreUrl: more(path),
  articles: articles(count, shift),
});

export const homes: Record<GalleryFace, HomeView> = {
  'portal-red': {
    hasCards: false,
    regions: {
      top: [
        { type: 'headline', title: '政务要闻', moreUrl: more('xwzx/zwyw'), slides, articles: articles(9) },
      ],
      main: [
        {
          type: 'tabs',
          title: '动态与公告',
          moreUrl: null,
          tabs: [
            { title: '部门动态', moreUrl: more('xwzx/bmdt'), articles: articles(8, 3) },
            { title: '乡镇动态', moreUrl: more('xwzx/xzdt'), articles: articles(8, 5) },
            { title: '通知公告', moreUrl: more('tzgg'), articles: articles(8, 8) },
          ],
        },
      ],
      aside: [list('回应关切', 'zwgk/hygq', 4, 4)],
      bottom: [
        portalEntrances,
        policy,
        topics,
        {
          type: 'sites',
          title: '部门与乡镇网站',
          moreUrl: null,
          groups: [
            { title: '部门网站', links: departments },
            { title: '乡镇（街道）', links: townships },
          ],
        },
      ],
    },
  },
  'department-blue': {
    hasCards: false,
    regions: {
      top: [{ type: 'headline', title: '工作动态', moreUrl: more('gzdt'), slides, articles: articles(8) }],
      main: [list('通知公告', 'tzgg', 7, 4), policy],
      aside: [smallEntrances, list('办事服务', 'bsfw', 5, 7)],
      bottom: [topics],
    },
  },
  'township-green': {
    hasCards: false,
    regions: {
      top: [{ type: 'headline', title: '乡镇动态', moreUrl: more('xzdt'), slides, articles: articles(7, 2) }],
      main: [list('通知公告', 'tzgg', 7, 4), list('三农信息', 'snxx', 6, 1)],
      aside: [
        smallEntrances,
        { type: 'list', title: '政策文件', moreUrl: more('zwgk/zcwj'), articles: documents.slice(0, 4) },
      ],
      bottom: [],
    },
  },
  base: {
    hasCards: false,
    regions: {
      top: [],
      main: [list('工作动态', 'gzdt', 8), list('通知公告', 'tzgg', 0)],
      aside: [list('主动公开', 'zdgk', 5, 3)],
      bottom: [],
    },
  },
};
