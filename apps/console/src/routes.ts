import type { RouteRecordRaw } from 'vue-router';

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
        path: atSite('channels'),
        name: 'channels',
        meta: { title: '栏目' },
        component: () => import('./channels/channels.page.vue'),
      },
      {
        path: atSite('deliveries'),
        name: 'deliveries',
        meta: { title: '报送' },
        component: () => import('./deliveries/deliveries.page.vue'),
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
