import { Refusal, nextId, notFound, one, page } from './tools.mjs';

const NAMES = {
  preparing: '筹建',
  online: '在线',
  suspended: '临时下线',
  closing: '关停公示',
  closed: '已关停',
};
const site = (id, key, name, kind, status, host, prefix, sponsor, extra = {}) => ({
  id,
  key,
  name,
  shortName: name.replace('人民政府', ''),
  kind,
  status,
  statusName: NAMES[status],
  portal: 'shifan',
  parent: id === 1 ? null : 'shifan',
  position: id,
  host,
  prefix,
  url: `http://${host}${prefix}/`,
  siteCode: `430102${String(1000 + id).slice(-4)}`,
  sponsor: { id, name: sponsor },
  operator: { id: 9, name: '示范县大数据中心' },
  competentAuthority: { id: 1, name: '示范县人民政府办公室' },
  lang: 'zh-CN',
  blueprint: kind,
  regulation: id === 1 ? 'guzhang-2020' : null,
  effectiveRegulation: 'guzhang-2020',
  icpNumber: '湘ICP备2026000000号',
  policeFilingNumber: '43010202000001',
  contactPhone: '0731-80000000',
  contactAddress: '示范县人民路1号',
  email: 'wz@shifan.example',
  description: `${name}门户`,
  keywords: [name, '政务公开'],
  exemptionDocument: '',
  themeName: kind === 'portal' ? 'portal-red' : kind === 'township' ? 'township-green' : 'department-blue',
  openedOn: '2024-06-18',
  suspendedUntil: status === 'suspended' ? '2026-12-01' : null,
  closingNoticeOn: status === 'closing' ? '2026-11-02' : null,
  closingDestination: status === 'closing' ? '并入县门户“信访”栏目' : '',
  closableOn: status === 'closing' ? '2027-02-02' : null,
  closedOn: null,
  missing: status === 'preparing' ? ['网站标识码', 'ICP 备案号', '至少一名终审员'] : [],
  deregistrations:
    status === 'closing'
      ? [
          { item: 'icp', name: 'ICP 备案注销', doneOn: '2026-11-10', reference: '湘通注〔2026〕12号' },
          { item: 'police', name: '公安备案注销', doneOn: null, reference: '' },
        ]
      : [],
  ...extra,
});
export const sites = [
  site(1, 'shifan', '示范县人民政府', 'portal', 'online', 'shifan.localhost', '', '示范县人民政府办公室'),
  site(2, 'czj', '示范县财政局', 'department', 'online', 'czj.shifan.localhost', '', '示范县财政局'),
  site(3, 'jyj', '示范县教育局', 'department', 'online', 'jyj.shifan.localhost', '', '示范县教育局'),
  site(
    4,
    'wjw',
    '示范县卫生健康局',
    'department',
    'suspended',
    'wjw.shifan.localhost',
    '',
    '示范县卫生健康局',
  ),
  site(
    5,
    'rsj',
    '示范县人力资源和社会保障局',
    'department',
    'online',
    'rsj.shifan.localhost',
    '',
    '示范县人社局',
  ),
  site(
    6,
    'qingshui',
    '清水镇人民政府',
    'township',
    'online',
    'qingshui.shifan.localhost',
    '',
    '清水镇人民政府',
  ),
  site(
    7,
    'longtan',
    '龙潭乡人民政府',
    'township',
    'online',
    'longtan.shifan.localhost',
    '',
    '龙潭乡人民政府',
  ),
  site(8, 'hexi', '河西镇人民政府', 'unit', 'preparing', 'shifan.localhost', '/hexi', '河西镇人民政府'),
  site(9, 'xlj', '示范县信访接待中心', 'unit', 'closing', 'shifan.localhost', '/xfzx', '示范县信访局'),
];
export const siteOf = (key) => {
  const row = sites.find((each) => each.key === key);
  if (!row) throw notFound();
  return row;
};

const MOVES = {
  goOnline: ['go-online', '上线', 'preparing', 'online'],
  suspend: ['suspend', '临时下线', 'online', 'suspended'],
  resume: ['resume', '恢复上线', 'suspended', 'online'],
  announceClosing: ['announce-closing', '发布关停公示', 'online', 'closing'],
  withdrawClosing: ['withdraw-closing', '撤回关停', 'closing', 'online'],
  close: ['close', '关停', 'closing', 'closed'],
};
const detail = (row) => ({
  ...row,
  moves: Object.entries(MOVES)
    .filter(([, move]) => move[2] === row.status)
    .map(([move, [, name]]) => ({ move, name })),
});

const channel = (id, parentId, name, path, kind, updateClass, articles, extra = {}) => ({
  id,
  parentId,
  name,
  path,
  kind,
  linkUrl: '',
  updateClass,
  cycleDays: null,
  effectiveCycle: { news: '14 天', notice: '6 个月', policy: '6 个月', other: '12 个月', static: '不要求' }[
    updateClass
  ],
  cycleSource: '《示范县政府网站管理办法》第九条',
  ownerOrganisationId: 6,
  ownerOrganisation: '党政办公室',
  description: '',
  keywords: '',
  isNavigation: parentId === null,
  isHidden: false,
  position: id,
  articles,
  latestPublishedAt: null,
  url: `http://qingshui.shifan.localhost/${path}/`,
  ...extra,
});
export const channels = [
  channel(11, null, '走进清水', 'zjqs', 'static', 'static', 1),
  channel(12, null, '新闻动态', 'xwdt', 'dynamic', 'news', 128),
  channel(13, 12, '清水要闻', 'xwdt/qsyw', 'dynamic', 'news', 96),
  channel(14, 12, '村居动态', 'xwdt/cjdt', 'dynamic', 'news', 32),
  channel(15, null, '政务公开', 'zwgk', 'dynamic', 'other', 64),
  channel(16, 15, '通知公告', 'zwgk/tzgg', 'notice', 'notice', 24),
  channel(17, 15, '政策文件', 'zwgk/zcwj', 'policy', 'policy', 18),
  channel(18, 15, '政策解读', 'zwgk/zcjd', 'policy', 'policy', 9),
  channel(19, 15, '财政资金', 'zwgk/czzj', 'dynamic', 'other', 13, {
    cycleDays: 90,
    effectiveCycle: '90 天',
    cycleSource: '本栏目自定',
  }),
  channel(20, null, '办事服务', 'bsfw', 'link', 'static', 0, { linkUrl: 'https://zwfw.example.gov.cn/' }),
  channel(21, null, '乡村振兴', 'xczx', 'dynamic', 'news', 0, { isHidden: true, isNavigation: false }),
];

const setting = (key, label, type, value, from, extra = {}) => ({
  key,
  label,
  type,
  help: '',
  choices: [],
  levels: ['portal', 'site'],
  value,
  defaultValue: value,
  from,
  lockedBy: null,
  isOwn: from === 'site',
  isEditable: true,
  isLocked: false,
  ...extra,
});
const settings = [
  setting('content.defaultSource', '默认来源', 'text', '清水镇党政办', 'site', { help: '写稿时预填的来源' }),
  setting('content.selfReview', '允许同一人连续审核两级', 'boolean', false, 'portal', {
    help: '按管理办法，初审和复审应由不同的人承担',
    lockedBy: 'portal',
    isEditable: false,
  }),
  setting('delivery.onChange', '来稿源稿变更时', 'choice', 'todo', 'portal', {
    choices: [
      { value: 'todo', label: '转为待办' },
      { value: 'atOnce', label: '立即同步' },
    ],
    help: '签收报送时默认的处理方式',
  }),
  setting('pages.listSize', '栏目页每页条数', 'number', 20, 'default'),
];

export const siteRoutes = [
  [
    'GET',
    '/sites',
    ({ query }) =>
      page(
        sites.filter(
          (row) =>
            (!query.q || `${row.name}${row.key}${row.host}${row.siteCode}`.includes(query.q)) &&
            (!query.kind || row.kind === query.kind) &&
            (!query.status || row.status === query.status),
        ),
        query,
      ),
  ],
  [
    'POST',
    '/sites',
    ({ body }) => {
      if (sites.some((row) => row.key === body.key))
        throw new Refusal(409, 'tenancy.site.keyTaken', '站点标识已被使用，请换一个');
      const row = site(
        nextId(),
        body.key,
        body.name,
        body.blueprint,
        'preparing',
        body.bindings[0].host,
        body.bindings[0].prefix,
        '主办单位',
      );
      sites.push(row);
      return { site: detail(row), advice: [] };
    },
  ],
  [
    'GET',
    '/sites/:site/history',
    () => [
      {
        move: 'open',
        moveName: '建站',
        from: null,
        to: 'preparing',
        reason: '',
        at: '2024-06-01T02:00:00Z',
        by: '孙立',
      },
      {
        move: 'goOnline',
        moveName: '上线',
        from: 'preparing',
        to: 'online',
        reason: '',
        at: '2024-06-18T01:30:00Z',
        by: '孙立',
      },
    ],
  ],
  ['GET', '/sites/:site', ({ params }) => detail(siteOf(params.site))],
  ['PATCH', '/sites/:site', ({ params, body }) => detail(Object.assign(siteOf(params.site), body))],
  [
    'GET',
    '/sites/:site/bindings',
    ({ params }) => {
      const row = siteOf(params.site);
      return {
        bindings: [
          { id: 1, host: row.host, prefix: row.prefix, isCanonical: true, redirectUntil: null },
          { id: 2, host: `www.${row.host}`, prefix: row.prefix, isCanonical: false, redirectUntil: null },
        ],
        advice: [],
      };
    },
  ],
  ['PUT', '/sites/:site/bindings', ({ body }) => ({ bindings: body.bindings, advice: [] })],
  [
    'GET',
    '/blueprints',
    () =>
      [
        ['township', '乡镇网站', '走进本地、新闻动态、政务公开、办事服务、互动交流 5 组栏目', 14],
        ['department', '部门网站', '机构职能、工作动态、政策文件、办事服务、专题专栏', 16],
        ['portal', '县级门户', '按《政府网站发展指引》设置的完整栏目体系', 38],
      ].map(([code, name, description, count]) => ({
        code,
        name,
        siteKind: code,
        description,
        theme: '',
        roles: [],
        channels: Array.from({ length: count }, (_each, index) => ({
          path: `c${index}`,
          parentPath: null,
          name: '',
          kind: 'dynamic',
          updateClass: 'news',
        })),
      })),
  ],
  ['GET', '/sites/:site/settings', () => settings],
  [
    'PUT',
    '/sites/:site/settings/:key',
    ({ params, body }) =>
      Object.assign(
        settings.find((row) => row.key === params.key),
        { value: body.value, from: 'site', isOwn: true },
      ),
  ],
  [
    'DELETE',
    '/sites/:site/settings/:key',
    ({ params }) => {
      Object.assign(
        settings.find((row) => row.key === params.key),
        { from: 'default', isOwn: false },
      );
    },
  ],
  ['GET', '/sites/:site/channels', () => channels],
  [
    'POST',
    '/sites/:site/channels',
    ({ body }) => {
      const above = channels.find((row) => row.id === body.parentId);
      const row = channel(
        nextId(),
        body.parentId,
        body.name,
        above ? `${above.path}/${body.slug}` : body.slug,
        body.kind,
        body.updateClass,
        0,
        body,
      );
      channels.push(row);
      return row;
    },
  ],
  ['PATCH', '/sites/:site/channels/:id', ({ params, body }) => Object.assign(one(channels, params.id), body)],
  [
    'DELETE',
    '/sites/:site/channels/:id',
    ({ params }) => {
      const row = one(channels, params.id);
      if (row.articles > 0)
        throw new Refusal(
          409,
          'content.channel.notEmpty',
          `栏目下还有 ${row.articles} 篇稿件，请先移走或撤下`,
        );
      channels.splice(channels.indexOf(row), 1);
    },
  ],
  [
    'POST',
    '/sites/:site/channels/:id/move',
    ({ params, body }) => {
      const row = one(channels, params.id);
      const peers = channels
        .filter((each) => each.parentId === body.parentId && each !== row)
        .sort((a, b) => a.position - b.position);
      row.parentId = body.parentId;
      peers.splice(body.position, 0, row);
      peers.forEach((each, index) => {
        each.position = index;
      });
      return row;
    },
  ],
];
for (const [route, , from, to] of Object.values(MOVES)) {
  siteRoutes.push([
    'POST',
    `/sites/:site/${route}`,
    ({ params }) => {
      const row = siteOf(params.site);
      if (row.status !== from)
        throw new Refusal(409, 'tenancy.site.moveRefused', `站点当前为“${NAMES[row.status]}”，不能这样操作`);
      if (row.missing.length > 0)
        throw new Refusal(409, 'tenancy.site.notReady', `还不能上线，请先补齐：${row.missing.join('、')}`);
      Object.assign(row, { status: to, statusName: NAMES[to] });
      return detail(row);
    },
  ]);
}
