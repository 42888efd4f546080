import type { RouteRecordRaw } from 'vue-router';

/** 搜索词, 检索词典 and 检索库. */
export const searchRoutes: RouteRecordRaw[] = [
  {
    path: '/s/:site/search-words',
    name: 'search-words',
    meta: { title: '搜索词' },
    component: () => import('./search-words.page.vue'),
  },
  {
    path: '/s/:site/search-lexicon',
    name: 'search-lexicon',
    meta: { title: '检索词典', section: 'search-words', crumbs: [['搜索词', 'search-words']] },
    component: () => import('./search-lexicon.page.vue'),
  },
  {
    path: '/search-index',
    name: 'search-index',
    meta: { title: '检索库' },
    component: () => import('./search-index.page.vue'),
  },
];
