import type { NavigationEntry } from '@zhanqun/theming';

const entry = (
  label: string,
  path: string,
  children: [string, string][] = [],
  isCurrent = false,
): NavigationEntry => ({
  label,
  url: `/${path}/`,
  isCurrent,
  children: children.map(([name, child]) => ({
    label: name,
    url: `/${path}/${child}/`,
    isCurrent: child === 'zcwj' && isCurrent,
  })),
});

export const portalNavigation: NavigationEntry[] = [
  entry('走进示范', 'zjbd', [
    ['概况信息', 'bdgk'],
    ['人文风情', 'rwfq'],
  ]),
  entry('新闻中心', 'xwzx', [
    ['政务要闻', 'zwyw'],
    ['部门动态', 'bmdt'],
    ['乡镇动态', 'xzdt'],
  ]),
  entry('通知公告', 'tzgg'),
  entry(
    '政务公开',
    'zwgk',
    [
      ['机构职能', 'jgzn'],
      ['领导信息', 'ldxx'],
      ['政策文件', 'zcwj'],
      ['政策解读', 'zcjd'],
      ['回应关切', 'hygq'],
      ['规划计划', 'ghjh'],
    ],
    true,
  ),
  entry('政府信息公开', 'zfxxgk', [
    ['政府信息公开指南', 'gkzn'],
    ['政府信息公开制度', 'gkzd'],
    ['法定主动公开内容', 'fdgk'],
    ['政府信息公开年报', 'gknb'],
  ]),
  entry('办事服务', 'bsfw', [
    ['办事指南', 'bszn'],
    ['便民服务', 'bmfw'],
    ['办事统计', 'bstj'],
  ]),
  entry('互动交流', 'hdjl', [
    ['来信选登', 'lxxd'],
    ['意见征集', 'yjzj'],
    ['在线访谈', 'zxft'],
  ]),
  entry('专题专栏', 'ztzl'),
];
export const departmentNavigation: NavigationEntry[] = [
  entry('工作动态', 'gzdt', [['基层动态', 'jcdt']]),
  entry('通知公告', 'tzgg'),
  entry(
    '政务公开',
    'zwgk',
    [
      ['机构职能', 'jgzn'],
      ['领导信息', 'ldxx'],
      ['政策文件', 'zcwj'],
      ['政策解读', 'zcjd'],
      ['预算决算', 'yjs'],
    ],
    true,
  ),
  entry('政府信息公开', 'zfxxgk', [
    ['公开指南', 'gkzn'],
    ['公开制度', 'gkzd'],
    ['公开年报', 'gknb'],
  ]),
  entry('办事服务', 'bsfw'),
  entry('互动交流', 'hdjl'),
  entry('专题专栏', 'ztzl'),
];
export const townshipNavigation: NavigationEntry[] = [
  entry('走进清水', 'xzgk'),
  entry('乡镇动态', 'xzdt'),
  entry('通知公告', 'tzgg'),
  entry(
    '政务公开',
    'zwgk',
    [
      ['机构职能', 'jgzn'],
      ['领导信息', 'ldxx'],
      ['政策文件', 'zcwj'],
    ],
    true,
  ),
  entry('政府信息公开', 'zfxxgk'),
  entry('三农信息', 'snxx'),
  entry('便民服务', 'bmfw'),
  entry('互动交流', 'hdjl'),
];
