import type { RouteRecordRaw } from 'vue-router';

/** 旧站迁入, 旧网址 and 整站导出. */
export const movingRoutes: RouteRecordRaw[] = [
  {
    path: '/s/:site/imports',
    name: 'imports',
    meta: { title: '旧站迁入' },
    component: () => import('./imports.page.vue'),
  },
  {
    path: '/s/:site/imports/new',
    name: 'import-new',
    meta: { title: '导入旧站', section: 'imports', crumbs: [['旧站迁入', 'imports']] },
    component: () => import('./import-new.page.vue'),
  },
  {
    path: '/s/:site/imports/:id(\\d+)',
    name: 'import',
    meta: { title: '导入', section: 'imports', crumbs: [['旧站迁入', 'imports']] },
    component: () => import('./import.page.vue'),
  },
  {
    path: '/s/:site/old-addresses',
    name: 'old-addresses',
    meta: { title: '旧网址', section: 'imports', crumbs: [['旧站迁入', 'imports']] },
    component: () => import('./old-addresses.page.vue'),
  },
  {
    path: '/s/:site/exports',
    name: 'site-exports',
    meta: { title: '整站导出', section: 'imports', crumbs: [['旧站迁入', 'imports']] },
    component: () => import('./site-exports.page.vue'),
  },
];
