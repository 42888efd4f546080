import type { RouteRecordRaw } from 'vue-router';

const atSite = (path: string): string => `/s/:site/${path}`;

/** 专题、栏目变更、索引号规则. */
export const topicRoutes: RouteRecordRaw[] = [
  {
    path: atSite('topics'),
    name: 'topics',
    meta: { title: '专题' },
    component: () => import('./topics.page.vue'),
  },
  {
    path: atSite('topics/new'),
    name: 'topic-new',
    meta: { title: '新建专题', section: 'topics', crumbs: [['专题', 'topics']] },
    component: () => import('./topic.page.vue'),
  },
  {
    path: atSite('topics/:id(\\d+)'),
    name: 'topic',
    meta: { title: '专题内容', section: 'topics', crumbs: [['专题', 'topics']] },
    component: () => import('./topic.page.vue'),
  },
  {
    path: atSite('channel-changes'),
    name: 'channel-changes',
    meta: { title: '栏目变更', section: 'channels', crumbs: [['栏目', 'channels']] },
    component: () => import('@/channel-changes/channel-changes.page.vue'),
  },
  {
    path: atSite('settings/index-number'),
    name: 'index-number',
    meta: { title: '索引号规则', section: 'settings', crumbs: [['站点设置', 'settings']] },
    component: () => import('@/sites/index-number.page.vue'),
  },
];
