import type { RouteRecordRaw } from 'vue-router';
import { topicRoutes } from './topics/topic-routes';
import { layoutRoutes } from './layouts/layout-routes';
import { movingRoutes } from './imports/moving-routes';
import { officeRoutes } from './office-routes';
import { searchRoutes } from './search/search-routes';

const atSite = (path: string): string => `/s/:site/${path}`;

/** Every screen is its own chunk. Names are what the navigation and the links use. */
export const routes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign-in',
    meta: { title: '登录', isPublic: true },
    component: () => import('./session/sign-in.page.vue'),
  },
  {
    path: '/link/:token',
    name: 'one-time-link',
    meta: { title: '设置密码', isPublic: true },
    component: () => import('./session/one-time-link.page.vue'),
  },
  {
    path: '/password',
    name: 'change-password',
    meta: { title: '更换密码' },
    component: () => import('./session/change-password.page.vue'),
  },
  {
    path: '/',
    component: () => import('./frame/app-frame.vue'),
    children: [
      {
        path: '',
        name: 'home',
        meta: { title: '我的待办' },
        component: () => import('./home/home.page.vue'),
      },
      { path: '/s/:site', redirect: (to) => ({ name: 'articles', params: to.params }) },
      {
        path: atSite('articles'),
        name: 'articles',
        meta: { title: '稿件' },
        component: () => import('./articles/article-list.page.vue'),
      },
      {
        path: atSite('articles/new'),
        name: 'article-new',
        meta: { title: '写稿', section: 'articles', crumbs: [['稿件', 'articles']] },
        component: () => import('./articles/article-editor.page.vue'),
      },
      {
        path: atSite('articles/:id(\\d+)'),
        name: 'article',
        meta: { title: '稿件内容', section: 'articles', crumbs: [['稿件', 'articles']] },
        component: () => import('./articles/article-editor.page.vue'),
      },
      {
        path: atSite('check-lists'),
        name: 'check-lists',
        meta: { title: '内容检查' },
        component: () => import('./check-lists/check-lists.page.vue'),
      },
      {
        path: '/check-lists',
        name: 'platform-check-lists',
        meta: { title: '内容检查' },
        component: () => import('./check-lists/check-lists.page.vue'),
      },
      {
        path: atSite('recycle-bin'),
        name: 'recycle-bin',
        meta: { title: '回收站', section: 'articles', crumbs: [['稿件', 'articles']] },
        component: () => import('./articles/recycle-bin.page.vue'),
      },
      {
        path: atSite('register'),
        name: 'register',
        meta: { title: '发布登记簿', section: 'articles', crumbs: [['稿件', 'articles']] },
        component: () => import('./articles/register.page.vue'),
      },
      ...topicRoutes,
      ...layoutRoutes,
      {
        path: atSite('review'),
        name: 'review',
        meta: { title: '审核' },
        component: () => import('./review/review-queue.page.vue'),
      },
      {
        path: atSite('review/:id(\\d+)'),
        name: 'review-article',
        meta: { title: '审稿', section: 'review', crumbs: [['审核', 'review']] },
        component: () => import('./review/review-article.page.vue'),
      },
      {
        path: atSite('emergencies/:id(\\d+)'),
        name: 'emergency',
        meta: { title: '补审', section: 'review', crumbs: [['审核', 'review']] },
        component: () => import('./review/emergency.page.vue'),
      },
      {
        path: atSite('review-templates'),
        name: 'review-templates',
        meta: { title: '审核模板' },
        component: () => import('./review-templates/review-templates.page.vue'),
      },
      {
        path: atSite('channels'),
        name: 'channels',
        meta: { title: '栏目' },
        component: () => import('./channels/channels.page.vue'),
      },
      {
        path: atSite('assets'),
        name: 'assets',
        meta: { title: '素材库' },
        component: () => import('./assets/assets.page.vue'),
      },
      {
        path: atSite('deliveries'),
        name: 'deliveries',
        meta: { title: '报送' },
        component: () => import('./deliveries/deliveries.page.vue'),
      },
      {
        path: atSite('deliveries/co-kept'),
        name: 'co-kept-channels',
        meta: { title: '栏目共建', section: 'deliveries', crumbs: [['报送', 'deliveries']] },
        component: () => import('./deliveries/co-kept-channels.page.vue'),
      },
      {
        path: atSite('deliveries/ranking'),
        name: 'adoption-ranking',
        meta: { title: '采用排行', section: 'deliveries', crumbs: [['报送', 'deliveries']] },
        component: () => import('./deliveries/adoption-ranking.page.vue'),
      },
      {
        path: atSite('supervision'),
        name: 'supervision',
        meta: { title: '监管总览' },
        component: () => import('./supervision/overview.page.vue'),
      },
      {
        path: atSite('findings'),
        name: 'findings',
        meta: { title: '发现的问题' },
        component: () => import('./supervision/findings.page.vue'),
      },
      {
        path: atSite('findings/:id(\\d+)'),
        name: 'finding',
        meta: { title: '问题详情', section: 'findings', crumbs: [['发现的问题', 'findings']] },
        component: () => import('./supervision/finding.page.vue'),
      },
      {
        path: atSite('rectifications'),
        name: 'rectifications',
        meta: { title: '整改' },
        component: () => import('./supervision/rectifications.page.vue'),
      },
      {
        path: atSite('rectifications/:id(\\d+)'),
        name: 'rectification',
        meta: { title: '整改详情', section: 'rectifications', crumbs: [['整改', 'rectifications']] },
        component: () => import('./supervision/rectification.page.vue'),
      },
      {
        path: atSite('patrols'),
        name: 'patrols',
        meta: { title: '巡检' },
        component: () => import('./supervision/patrols.page.vue'),
      },
      {
        path: atSite('indicators'),
        name: 'indicators',
        meta: { title: '指标' },
        component: () => import('./supervision/indicators.page.vue'),
      },
      {
        path: atSite('network-notices'),
        name: 'portal-notices',
        meta: { title: '应急横幅与灰色日' },
        component: () => import('./network-notices/network-notices.page.vue'),
      },
      {
        path: atSite('site'),
        name: 'site',
        meta: { title: '站点信息' },
        component: () => import('./sites/site.page.vue'),
      },
      {
        path: atSite('settings'),
        name: 'settings',
        meta: { title: '站点设置' },
        component: () => import('./sites/settings.page.vue'),
      },
      {
        path: atSite('members'),
        name: 'members',
        meta: { title: '站点人员' },
        component: () => import('./sites/members.page.vue'),
      },
      {
        path: atSite('audit'),
        name: 'site-audit',
        meta: { title: '操作记录' },
        component: () => import('./audit/audit.page.vue'),
      },
      {
        path: atSite('theme'),
        name: 'theme',
        meta: { title: '主题外观' },
        component: () => import('./theme/theme.page.vue'),
      },
      {
        path: atSite('calendar'),
        name: 'calendar',
        meta: { title: '发布日历' },
        component: () => import('./calendar/calendar.page.vue'),
      },
      {
        path: atSite('statistics'),
        name: 'statistics',
        meta: { title: '工作统计' },
        component: () => import('./statistics/statistics.page.vue'),
      },
      {
        path: atSite('visits'),
        name: 'visits',
        meta: { title: '访问统计' },
        component: () => import('./statistics/visits/visits.page.vue'),
      },
      {
        path: '/notices',
        name: 'notices',
        meta: { title: '消息' },
        component: () => import('./notices/notices.page.vue'),
      },
      ...movingRoutes,
      ...searchRoutes,
      ...officeRoutes,
      {
        path: '/:pathMatch(.*)*',
        name: 'no-site',
        meta: { title: '没有这个页面' },
        component: () => import('./frame/not-found.page.vue'),
      },
      {
        path: '/:pathMatch(.*)*',
        name: 'no-right',
        meta: { title: '没有权限' },
        component: () => import('./frame/no-right.page.vue'),
      },
    ],
  },
];
