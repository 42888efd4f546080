import {
  Bell,
  Box,
  Brush,
  Calendar,
  Checked,
  Collection,
  DataLine,
  Document,
  Filter,
  Finished,
  Flag,
  Grid,
  HomeFilled,
  List,
  Memo,
  Monitor,
  Notebook,
  OfficeBuilding,
  Picture,
  Operation,
  Place,
  Promotion,
  Search,
  Setting,
  Stamp,
  Switch,
  Tickets,
  User,
  UserFilled,
  View,
} from '@element-plus/icons-vue';
import type { Component } from 'vue';

export interface NavigationItem {
  label: string;
  route: string;
  icon: Component;
  /** Any of these rights shows the entry; none listed = everybody. */
  needs: readonly (readonly [action: string, subject: string])[];
  /** Route of the whole platform's entry of this name; who has that one is not shown this one as well. */
  alsoAt?: string;
}
export interface NavigationGroup {
  label: string;
  isOfSite: boolean;
  items: readonly NavigationItem[];
}

/** Left navigation by job. What a person may not use is not shown; the server refuses in any case. */
export const navigation: readonly NavigationGroup[] = [
  {
    label: '工作台',
    isOfSite: false,
    items: [{ label: '我的待办', route: 'home', icon: HomeFilled, needs: [] }],
  },
  {
    label: '内容',
    isOfSite: true,
    items: [
      { label: '稿件', route: 'articles', icon: Document, needs: [['read', 'Article']] },
      {
        label: '审核',
        route: 'review',
        icon: Stamp,
        needs: [
          ['passInitial', 'Article'],
          ['passSecond', 'Article'],
          ['passFinal', 'Article'],
          ['proofread', 'Article'],
          ['reviewSecrecy', 'Article'],
          ['publishUrgently', 'Article'],
        ],
      },
      { label: '素材库', route: 'assets', icon: Picture, needs: [['read', 'Asset']] },
      { label: '栏目', route: 'channels', icon: List, needs: [['read', 'Channel']] },
      { label: '专题', route: 'topics', icon: Collection, needs: [['read', 'Topic']] },
      { label: '报送', route: 'deliveries', icon: Promotion, needs: [['read', 'Delivery']] },
      { label: '发布日历', route: 'calendar', icon: Calendar, needs: [['read', 'Article']] },
      {
        label: '工作统计',
        route: 'statistics',
        icon: DataLine,
        needs: [
          ['read', 'Statistics'],
          ['create', 'Article'],
          ['sendBack', 'Article'],
        ],
      },
      { label: '访问统计', route: 'visits', icon: View, needs: [['read', 'Statistics']] },
    ],
  },
  {
    label: '监管',
    isOfSite: true,
    items: [
      { label: '监管总览', route: 'supervision', icon: Monitor, needs: [['read', 'Finding']] },
      { label: '发现的问题', route: 'findings', icon: Flag, needs: [['read', 'Finding']] },
      { label: '整改', route: 'rectifications', icon: Checked, needs: [['read', 'Rectification']] },
      { label: '巡检', route: 'patrols', icon: Search, needs: [['read', 'Patrol']] },
      {
        label: '应急横幅与灰色日',
        route: 'portal-notices',
        icon: Bell,
        needs: [['manage', 'NetworkNotice']],
        alsoAt: 'network-notices',
      },
      { label: '指标', route: 'indicators', icon: Finished, needs: [['read', 'Finding']] },
    ],
  },
  {
    label: '站点',
    isOfSite: true,
    items: [
      { label: '站点信息', route: 'site', icon: Place, needs: [['read', 'Site']] },
      {
        label: '主题外观',
        route: 'theme',
        icon: Brush,
        needs: [
          ['read', 'Theme'],
          ['update', 'Theme'],
        ],
      },
      { label: '页面版面', route: 'layouts', icon: Grid, needs: [['read', 'PageLayout']] },
      { label: '站点人员', route: 'members', icon: User, needs: [['read', 'Membership']] },
      {
        label: '内容检查',
        route: 'check-lists',
        icon: Filter,
        needs: [['use', 'Desk']],
        alsoAt: 'platform-check-lists',
      },
      { label: '审核模板', route: 'review-templates', icon: Finished, needs: [['update', 'SiteSettings']] },
      { label: '站点设置', route: 'settings', icon: Setting, needs: [['read', 'SiteSettings']] },
      { label: '搜索词', route: 'search-words', icon: Search, needs: [['use', 'Desk']] },
      { label: '旧站迁入', route: 'imports', icon: Switch, needs: [['read', 'ImportRun']] },
      { label: '操作记录', route: 'site-audit', icon: Tickets, needs: [['read', 'AuditEntry']] },
    ],
  },
  {
    label: '系统',
    isOfSite: false,
    items: [
      { label: '全部站点', route: 'sites', icon: Collection, needs: [['read', 'Site']] },
      {
        label: '应急横幅与灰色日',
        route: 'network-notices',
        icon: Bell,
        needs: [['manage', 'NetworkNotice']],
      },
      { label: '机构', route: 'organisations', icon: OfficeBuilding, needs: [['read', 'Organisation']] },
      { label: '账号', route: 'accounts', icon: UserFilled, needs: [['read', 'Account']] },
      { label: '角色', route: 'roles', icon: Operation, needs: [['read', 'Account']] },
      { label: '法规依据', route: 'regulations', icon: Notebook, needs: [['read', 'Regulation']] },
      {
        label: '内容检查',
        route: 'platform-check-lists',
        icon: Filter,
        needs: [['manage', 'SiteSettings']],
      },
      { label: '检索库', route: 'search-index', icon: Search, needs: [['read', 'Job']] },
      { label: '任务队列', route: 'jobs', icon: Box, needs: [['read', 'Job']] },
      { label: '审计日志', route: 'audit', icon: Memo, needs: [['read', 'AuditEntry']] },
    ],
  },
];
