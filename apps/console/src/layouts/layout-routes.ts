import type { RouteRecordRaw } from 'vue-router';

/** 版面编排 of the home page and of topics. */
export const layoutRoutes: RouteRecordRaw[] = [
  {
    path: '/s/:site/layouts',
    name: 'layouts',
    meta: { title: '页面版面' },
    component: () => import('./layout.page.vue'),
  },
];
