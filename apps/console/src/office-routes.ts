import type { RouteRecordRaw } from 'vue-router';

/** Screens of the whole installation: sites, organisations, accounts, regulations, jobs, audit. */
export const officeRoutes: RouteRecordRaw[] = [
  {
    path: '/sites',
    name: 'sites',
    meta: { title: '全部站点' },
    component: () => import('./sites/sites.page.vue'),
  },
  {
    path: '/sites/new',
    name: 'site-new',
    meta: { title: '开办站点', section: 'sites', crumbs: [['全部站点', 'sites']] },
    component: () => import('./sites/open-site.page.vue'),
  },
  {
    path: '/network-notices',
    name: 'network-notices',
    meta: { title: '应急横幅与灰色日' },
    component: () => import('./network-notices/network-notices.page.vue'),
  },
  {
    path: '/organisations',
    name: 'organisations',
    meta: { title: '机构' },
    component: () => import('./organisations/organisations.page.vue'),
  },
  {
    path: '/accounts',
    name: 'accounts',
    meta: { title: '账号' },
    component: () => import('./accounts/accounts.page.vue'),
  },
  {
    path: '/accounts/:id(\\d+)',
    name: 'account',
    meta: { title: '账号详情', section: 'accounts', crumbs: [['账号', 'accounts']] },
    component: () => import('./accounts/account.page.vue'),
  },
  {
    path: '/roles',
    name: 'roles',
    meta: { title: '角色' },
    component: () => import('./accounts/roles.page.vue'),
  },
  {
    path: '/regulations',
    name: 'regulations',
    meta: { title: '法规依据' },
    component: () => import('./regulations/regulations.page.vue'),
  },
  {
    path: '/regulations/:code',
    name: 'regulation',
    meta: { title: '法规条文与数值', section: 'regulations', crumbs: [['法规依据', 'regulations']] },
    component: () => import('./regulations/regulation.page.vue'),
  },
  {
    path: '/jobs',
    name: 'jobs',
    meta: { title: '任务队列' },
    component: () => import('./jobs/jobs.page.vue'),
  },
  {
    path: '/audit',
    name: 'audit',
    meta: { title: '审计日志' },
    component: () => import('./audit/audit.page.vue'),
  },
];
