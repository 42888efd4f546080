import { Refusal, nextId, notFound, one, page } from './tools.mjs';

const site = (id, key, name, kind, status, host, prefix, sponsor, extra = {}) => ({
  id, key, name, shortName: name.replace('人民政府', ''), kind, status, host, prefix, url: `http://${host}${prefix}/`,
  siteCode: `430102${String(1000 + id).slice(-4)}`, sponsor, parentId: id === 1 ? null : 1, sponsorId: id, operatorId: 9,
  competentAuthorityId: 1, icpNumber: '湘ICP备2026000000号', policeFilingNumber: '43010202000001', contactPhone: '0731-80000000',
  contactAddress: '示范县人民路1号', email: 'wz@shifan.example', description: `${name}门户`, keywords: `${name};政务公开`,
  regulation: 'guzhang-2020', themeName: kind === 'portal' ? 'portal-red' : kind === 'township' ? 'township-green' : 'department-blue',
  openedOn: '2024-06-18', suspendedUntil: null, closingNoticeOn: null, ...extra,
});
export const sites = [
  site(1, 'shifan', '示范县人民政府', 'portal', 'online', 'shifan.localhost', '', '示范县人民政府办公室'),
  site(2, 'czj', '示范县财政局', 'department', 'online', 'czj.shifan.localhost', '', '示范县财政局'),
  site(3, 'jyj', '示范县教育局', 'department', 'online', 'jyj.shifan.localhost', '', '示范县教育局'),
  site(4, 'wjw', '示范县卫生健康局', 'department', 'suspended', 'wjw.shifan.localhost', '', '示范县卫生健康局'),
  site(5, 'rsj', '示范县人力资源和社会保障局', 'department', 'online', 'rsj.shifan.localhost', '', '示范县人社局'),
  site(6, 'qingshui', '清水镇人民政府', 'township', 'online', 'qingshui.shifan.localhost', '', '清水镇人民政府'),
  site(7, 'longtan', '龙潭乡人民政府', 'township', 'online', 'longtan.shifan.localhost', '', '龙潭乡人民政府'),
  site(8, 'hexi', '河西镇人民政府', 'unit', 'preparing', 'shifan.localhost', '/hexi', '河西镇人民政府'),
  site(9, 'xlj', '示范县信访接待中心', 'unit', 'closing', 'shifan.localhost', '/xfzx', '示范县信访局'),
];
export const siteOf = (key) => {
  const row = sites.find((each) => each.key === key);
  if (!row) throw notFound();
  return row;
};

const MOVES = {
  'go-online': ['preparing', 'online'], suspend: ['online', 'suspended'], resume: ['suspended', 'online'],
  'announce-closing': ['online', 'closing'], 'withdraw-closing': ['closing', 'online'], close: ['closing', 'closed'],
};
const WORDS = { preparing: '筹建', online: '在线', suspended: '临时下线', closing: '关停公示', closed: '已关停' };
const detail = (row) => ({
  ...row,
  moves: Object.entries(MOVES).map(([move, [from]]) => ({
    move,
    allowed: row.status === from && move !== 'close',
    reason: row.status !== from ? `站点现为“${WORDS[row.status]}”，须先处于“${WORDS[from]}”` : move === 'close' ? '关停公示未满 10 个工作日，还差 6 个工作日' : '',
  })),
});

const channel = (id, parentId, name, path, kind, updateClass, articles, extra = {}) => ({
  id, parentId, name, path, kind, linkUrl: '', updateClass, cycleDays: null,
  effectiveCycle: { news: '14 天', notice: '6 个月', policy: '6 个月', other: '12 个月', static: '不要求' }[updateClass],
  cycleSource: '《示范县政府网站管理办法》第九条', ownerOrganisationId: 6, ownerOrganisation: '党政办公室', description: '', keywords: '',
  isNavigation: parentId === null, isHidden: false, position: id, articles, latestPublishedAt: null, url: `http://qingshui.shifan.localhost/${path}/`, ...extra,
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
  channel(19, 15, '财政资金', 'zwgk/czzj', 'dynamic', 'other', 13, { cycleDays: 90, effectiveCycle: '90 天', cycleSource: '本栏目自定' }),
  channel(20, null, '办事服务', 'bsfw', 'link', 'static', 0, { linkUrl: 'https://zwfw.example.gov.cn/' }),
  channel(21, null, '乡村振兴', 'xczx', 'dynamic', 'news', 0, { isHidden: true, isNavigation: false }),
];

const settings = [
  { key: 'content.defaultSource', label: '默认来源', help: '写稿时预填的来源', type: 'text', choices: [], value: '清水镇党政办', isLocked: false, origin: 'site', originName: '本站' },
  { key: 'content.selfReview', label: '允许同一人连续审核两级', help: '按管理办法，初审和复审应由不同的人承担', type: 'boolean', choices: [], value: false, isLocked: true, origin: 'portal', originName: '示范县人民政府' },
  { key: 'delivery.onChange', label: '来稿源稿变更时', help: '签收报送时默认的处理方式', type: 'choice', choices: [{ value: 'todo', label: '转为待办' }, { value: 'atOnce', label: '立即同步' }], value: 'todo', isLocked: false, origin: 'portal', originName: '示范县人民政府' },
  { key: 'pages.listSize', label: '栏目页每页条数', help: '', type: 'number', choices: [], value: 20, isLocked: false, origin: 'default', originName: '系统默认' },
];
const members = [
  { id: 1, accountId: 2, realName: '王芳', username: 'wangfang', organisation: '清水镇党政办', role: 'editor', roleName: '编辑', channelIds: [13, 14] },
  { id: 2, accountId: 3, realName: '李敏', username: 'limin', organisation: '清水镇党政办', role: 'initialReviewer', roleName: '初审', channelIds: null },
  { id: 3, accountId: 4, realName: '陈建国', username: 'chenjianguo', organisation: '清水镇人民政府', role: 'secondReviewer', roleName: '复审', channelIds: null },
  { id: 4, accountId: 5, realName: '刘志强', username: 'liuzhiqiang', organisation: '清水镇人民政府', role: 'finalReviewer', roleName: '终审', channelIds: null },
];

export const siteRoutes = [
  ['GET', '/sites', ({ query }) => page(sites.filter((row) =>
    (!query.q || `${row.name}${row.key}${row.host}${row.siteCode}`.includes(query.q)) && (!query.kind || row.kind === query.kind) && (!query.status || row.status === query.status)), query)],
  ['POST', '/sites', ({ body }) => {
    if (sites.some((row) => row.key === body.key)) throw new Refusal(409, 'tenancy.site.keyTaken', '站点标识已被使用，请换一个');
    const row = site(nextId(), body.key, body.name, body.kind, 'preparing', body.host, body.prefix, '');
    sites.push(row);
    return detail(row);
  }],
  ['GET', '/sites/:site', ({ params }) => detail(siteOf(params.site))],
  ['PATCH', '/sites/:site', ({ params, body }) => detail(Object.assign(siteOf(params.site), body))],
  ['GET', '/sites/:site/bindings', ({ params }) => {
    const row = siteOf(params.site);
    return [{ id: 1, host: row.host, prefix: row.prefix, isCanonical: true }, { id: 2, host: `www.${row.host}`, prefix: row.prefix, isCanonical: false }];
  }],
  ['PUT', '/sites/:site/bindings', ({ body }) => body.bindings],
  ['GET', '/blueprints', () => [
    { code: 'township', name: '乡镇网站', description: '走进本地、新闻动态、政务公开、办事服务、互动交流 5 组栏目', kinds: ['township', 'unit'], channels: 14, theme: 'township-green' },
    { code: 'department', name: '部门网站', description: '机构职能、工作动态、政策文件、办事服务、专题专栏', kinds: ['department'], channels: 16, theme: 'department-blue' },
    { code: 'portal', name: '县级门户', description: '按《政府网站发展指引》设置的完整栏目体系', kinds: ['portal'], channels: 38, theme: 'portal-red' },
  ]],
  ['GET', '/sites/:site/settings', () => settings],
  ['PUT', '/sites/:site/settings/:key', ({ params, body }) => Object.assign(settings.find((row) => row.key === params.key), { value: body.value, origin: 'site', originName: '本站' })],
  ['GET', '/sites/:site/members', ({ query }) => page(members, query)],
  ['POST', '/sites/:site/members', ({ body }) => {
    const row = { id: nextId(), realName: '新成员', username: 'new', organisation: '清水镇党政办', roleName: body.role, ...body };
    members.push(row);
    return row;
  }],
  ['DELETE', '/sites/:site/members/:id', ({ params }) => { members.splice(members.indexOf(one(members, params.id)), 1); }],
  ['GET', '/sites/:site/channels', () => channels],
  ['POST', '/sites/:site/channels', ({ body }) => {
    const above = channels.find((row) => row.id === body.parentId);
    const row = channel(nextId(), body.parentId, body.name, above ? `${above.path}/${body.slug}` : body.slug, body.kind, body.updateClass, 0, body);
    channels.push(row);
    return row;
  }],
  ['PATCH', '/sites/:site/channels/:id', ({ params, body }) => Object.assign(one(channels, params.id), body)],
  ['DELETE', '/sites/:site/channels/:id', ({ params }) => {
    const row = one(channels, params.id);
    if (row.articles > 0) throw new Refusal(409, 'content.channel.notEmpty', `栏目下还有 ${row.articles} 篇稿件，请先移走或撤下`);
    channels.splice(channels.indexOf(row), 1);
  }],
  ['POST', '/sites/:site/channels/:id/move', ({ params, body }) => {
    const row = one(channels, params.id);
    const peers = channels.filter((each) => each.parentId === body.parentId && each !== row).sort((a, b) => a.position - b.position);
    row.parentId = body.parentId;
    peers.splice(body.position, 0, row);
    peers.forEach((each, index) => { each.position = index; });
    return row;
  }],
];
for (const move of Object.keys(MOVES)) {
  siteRoutes.push(['POST', `/sites/:site/${move}`, ({ params }) => {
    const row = siteOf(params.site);
    const found = detail(row).moves.find((each) => each.move === move);
    if (!found.allowed) throw new Refusal(409, 'tenancy.site.moveRefused', found.reason);
    row.status = MOVES[move][1];
    return detail(row);
  }]);
}
