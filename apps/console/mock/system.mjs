import { ago, nextId, one, page } from './tools.mjs';

const JOBS = [['content.articlePublished', '稿件发布后处理'], ['supervision.patrol', '巡检'], ['content.deliverySourceChanged', '源稿变更通知'], ['cache.purge', '清除页面缓存']];
const jobs = Array.from({ length: 34 }, (_each, index) => {
  const [kind, kindName] = JOBS[index % 4];
  const state = index === 1 ? 'failed' : index === 0 ? 'running' : index === 2 ? 'waiting' : 'done';
  return { id: 800 - index, kind, kindName, state, site: index % 3 ? { key: 'qingshui', name: '清水镇人民政府' } : null, attempts: state === 'failed' ? 5 : 1, runAfter: ago(index * 13), createdAt: ago(index * 13 + 1),
    finishedAt: state === 'done' ? ago(index * 13 - 1) : null, lastError: state === 'failed' ? '巡检 jyj 时读取页面超时（10 秒），已重试 5 次' : null, payload: { articleId: 100 + index } };
});
const ACTIONS = [['content.article.submit', '送审《清水镇扎实推进春季义务植树活动》', 'Article', 'done'], ['identity.session.create', '登录', 'Session', 'done'], ['content.review.passInitial', '初审通过《关于2026年城乡居民基本医疗保险参保缴费的通告》', 'Article', 'done'],
  ['identity.session.create', '登录失败：密码不正确', 'Session', 'refused'], ['tenancy.settings.update', '修改设置“默认来源”', 'SiteSettings', 'done'], ['content.review.passFinal', '终审被拒绝：不能审核本人撰写的稿件', 'Article', 'refused']];
const PEOPLE = ['王芳', '李敏', '陈建国', '周明'];
const audit = Array.from({ length: 240 }, (_each, index) => {
  const [action, summary, subject, outcome] = ACTIONS[index % ACTIONS.length];
  return { id: 9000 - index, at: ago(index * 17), accountId: (index % 4) + 1, accountName: PEOPLE[index % 4], site: index % 2 ? { key: 'qingshui', name: '清水镇人民政府' } : null, action, subject, subjectId: 100 + index, summary, outcome,
    address: '10.20.3.' + (index % 200), traceId: `t${index}f3a`, detail: { before: '清水镇', after: '清水镇党政办' }, hash: '9f2c5a71e0b84d36'.repeat(4) };
});
const organisation = (id, name, kind, parentId, leader, contact) => ({ id, name, kind, parentId, code: `430102${100 + id}`, leader, contact, phone: '0731-8000000' + (id % 10), sites: id < 8 ? 1 : 0, accounts: (id * 3) % 7 });
const organisations = [
  organisation(1, '示范县人民政府办公室', '政府办公室', null, '何志', '周明'), organisation(2, '示范县财政局', '政府部门', 1, '钱红', '钱进'), organisation(3, '示范县教育局', '政府部门', 1, '孙文', '胡静'),
  organisation(6, '清水镇人民政府', '乡镇', 1, '刘志强', '王芳'), organisation(7, '龙潭乡人民政府', '乡镇', 1, '唐勇', '彭丽'), organisation(9, '示范县大数据中心', '事业单位', 1, '孙立', '吴敏'),
];
const rows = [
  { code: 'national-floor', name: '全国政府网站基本要求', version: '2019', issuer: '国务院办公厅', documentNumber: '国办发〔2017〕47号、国办秘函〔2019〕19号', effectiveOn: '2019-04-01', usedBy: [] },
  { code: 'guzhang-2020', name: '古丈县政府网站管理办法', version: '2020', issuer: '古丈县人民政府办公室', documentNumber: '', effectiveOn: '2020-07-01', usedBy: ['示范县人民政府'] },
  { code: 'dezhou-2013', name: '德州市政府网站管理办法', version: '2013', issuer: '德州市人民政府', documentNumber: '', effectiveOn: '2013-05-01', usedBy: [] },
];

export const systemRoutes = [
  ['GET', '/jobs', ({ query }) => page(jobs.filter((row) => (!query.state || row.state === query.state) && (!query.q || row.kindName.includes(query.q))), query)],
  ['POST', '/jobs/:id/retry', ({ params }) => Object.assign(one(jobs, params.id), { state: 'waiting', lastError: null })],
  ['POST', '/jobs/:id/discard', ({ params }) => Object.assign(one(jobs, params.id), { state: 'discarded' })],
  ['GET', '/audit', ({ query }) => page(audit.filter((row) => (!query.action || row.action.includes(query.action)) && (!query.account || row.accountName.includes(query.account)) && (!query.site || row.site?.key === query.site)), query)],
  ['GET', '/audit/verify', () => ({ isIntact: true, checked: 18234, firstBroken: null })],
  ['GET', '/organisations', ({ query }) => page(organisations.filter((row) => !query.q || row.name.includes(query.q)), query)],
  ['POST', '/organisations', ({ body }) => { const row = { id: nextId(), sites: 0, accounts: 0, ...body }; organisations.push(row); return row; }],
  ['PATCH', '/organisations/:id', ({ params, body }) => Object.assign(one(organisations, params.id), body)],
  ['GET', '/regulations', () => rows],
  ['GET', '/regulations/:code', ({ params }) => ({ ...rows.find((row) => row.code === params.code), summary: '规定了县级政府网站的栏目更新、三审、互动答复和整改要求。',
    figures: [{ group: '栏目更新', label: '动态要闻类', value: '14 天', source: '第九条', overrides: null }, { group: '栏目更新', label: '政策文件类', value: '6 个月', source: '第九条', overrides: null }, { group: '审核', label: '重要信息', value: '初审、复审、终审', source: '第十条', overrides: '全国：三审' }, { group: '答复时限', label: '网站找错', value: '3 个工作日', source: '第十三条', overrides: null }],
    articles: [{ number: '第九条', text: '新闻动态类信息更新不超过2周，政策文件类不超过6个月，其他信息不超过1年。' }, { number: '第十条', text: '信息发布实行三审制度，未经审核不得发布。' }] })],
];
