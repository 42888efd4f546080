import { ago, nextId, one, page } from './tools.mjs';

const JOBS = [
  ['content.articlePublished', '稿件发布后处理'],
  ['supervision.patrol', '巡检'],
  ['content.articleWithdrawn', ''],
  ['supervision.patrolSite', ''],
];
const jobs = Array.from({ length: 34 }, (_each, index) => {
  const [kind] = JOBS[index % 4];
  const state = index === 1 ? 'failed' : index === 0 ? 'running' : index === 2 ? 'waiting' : 'done';
  return {
    id: 800 - index,
    kind,
    state,
    maxAttempts: 5,
    traceId: `t${index}`,
    actorId: null,
    startedAt: state === 'waiting' ? null : ago(index * 13),
    canRetry: state === 'failed',
    canDiscard: ['failed', 'waiting'].includes(state),
    site: index % 3 ? { id: 6, key: 'qingshui', name: '清水镇人民政府' } : null,
    attempts: state === 'failed' ? 5 : 1,
    runAfter: ago(index * 13),
    createdAt: ago(index * 13 + 1),
    finishedAt: state === 'done' ? ago(index * 13 - 1) : null,
    lastError: state === 'failed' ? '巡检 jyj 时读取页面超时（10 秒），已重试 5 次' : null,
    payload: { articleId: 100 + index },
  };
});
const ACTIONS = [
  ['content.article.submit', '送审《清水镇扎实推进春季义务植树活动》', 'Article', 'done'],
  ['identity.session.create', '登录', 'Session', 'done'],
  [
    'content.review.passInitial',
    '初审通过《关于2026年城乡居民基本医疗保险参保缴费的通告》',
    'Article',
    'done',
  ],
  ['identity.session.create', '登录失败：密码不正确', 'Session', 'refused'],
  ['tenancy.settings.update', '修改设置“默认来源”', 'SiteSettings', 'done'],
  ['content.review.passFinal', '终审被拒绝：不能审核本人撰写的稿件', 'Article', 'refused'],
];
const PEOPLE = ['王芳', '李敏', '陈建国', '周明'];
const audit = Array.from({ length: 240 }, (_each, index) => {
  const [action, summary, subject, outcome] = ACTIONS[index % ACTIONS.length];
  return {
    id: 9000 - index,
    at: ago(index * 17),
    accountId: (index % 4) + 1,
    seq: 9000 - index,
    actorName: PEOPLE[index % 4],
    site: index % 2 ? '清水镇人民政府' : null,
    action,
    subject,
    subjectId: String(100 + index),
    summary,
    outcome,
    address: '10.20.3.' + (index % 200),
    hash: '9f2c5a71e0b84d36'.repeat(4),
  };
});
const organisation = (id, name, kind, parentId, leader, contact) => ({
  id,
  name,
  kind,
  parentId,
  code: `430102${100 + id}`,
  leader,
  contact,
  phone: '0731-8000000' + (id % 10),
  address: '',
  position: id,
});
const organisations = [
  organisation(1, '示范县人民政府办公室', 'office', null, '何志', '周明'),
  organisation(2, '示范县财政局', 'department', 1, '钱红', '钱进'),
  organisation(3, '示范县教育局', 'department', 1, '孙文', '胡静'),
  organisation(6, '清水镇人民政府', 'township', 1, '刘志强', '王芳'),
  organisation(7, '龙潭乡人民政府', 'township', 1, '唐勇', '彭丽'),
  organisation(9, '示范县大数据中心', 'institution', 1, '孙立', '吴敏'),
];
const line = (code, title, issuer, documentNumber, effectiveOn, extra = {}) => ({
  code,
  version: 1,
  level: 'county',
  title,
  documentNumber,
  issuer,
  issuedOn: effectiveOn,
  effectiveOn,
  expiresOn: null,
  isExpired: false,
  basis: [],
  ...extra,
});
const rows = [
  line('national-floor', '全国政府网站基本要求', '国务院办公厅', '国办发〔2017〕47号', '2019-04-01'),
  line('guzhang-2020', '古丈县政府网站管理办法', '古丈县人民政府办公室', null, '2020-07-01'),
  line('dezhou-2013', '德州市政府网站管理办法', '德州市人民政府', null, '2013-05-01', {
    expiresOn: '2018-04-30',
    isExpired: true,
  }),
];
const figure = (key, label, value, article, status = 'confirmed') => ({
  key,
  label,
  value,
  basis: {
    regulation: 'guzhang-2020',
    title: '管理办法',
    document: '《古丈县政府网站管理办法》',
    article,
    text: '',
    status,
  },
});

export const systemRoutes = [
  [
    'GET',
    '/jobs',
    ({ query }) =>
      page(
        jobs.filter(
          (row) => (!query.state || row.state === query.state) && (!query.q || row.kind.includes(query.q)),
        ),
        query,
      ),
  ],
  ['GET', '/jobs/summary', () => ({ waiting: 1, running: 1, done: 31, failed: 1, discarded: 0, overdue: 1 })],
  ['GET', '/jobs/:id', ({ params }) => one(jobs, params.id)],
  [
    'POST',
    '/jobs/:id/retry',
    ({ params }) => Object.assign(one(jobs, params.id), { state: 'waiting', lastError: null }),
  ],
  ['POST', '/jobs/:id/discard', ({ params }) => Object.assign(one(jobs, params.id), { state: 'discarded' })],
  [
    'GET',
    '/audit',
    ({ query }) =>
      page(
        audit.filter(
          (row) =>
            (!query.q || row.summary.includes(query.q)) &&
            (!query.subject || row.subject === query.subject) &&
            (!query.outcome || row.outcome === query.outcome),
        ),
        query,
      ),
  ],
  [
    'GET',
    '/sites/:site/audit',
    ({ query }) =>
      page(
        audit.filter((row) => row.site !== null),
        query,
      ),
  ],
  [
    'GET',
    '/audit/verify',
    () => [
      { site: null, siteName: '平台', isIntact: true, checked: 812, brokenAt: null, fault: null },
      {
        site: 'qingshui',
        siteName: '清水镇人民政府',
        isIntact: true,
        checked: 4127,
        brokenAt: null,
        fault: null,
      },
    ],
  ],
  [
    'GET',
    '/organisations',
    ({ query }) =>
      page(
        organisations.filter((row) => !query.q || row.name.includes(query.q)),
        query,
      ),
  ],
  [
    'POST',
    '/organisations',
    ({ body }) => {
      const row = { id: nextId(), sites: 0, accounts: 0, ...body };
      organisations.push(row);
      return row;
    },
  ],
  ['PATCH', '/organisations/:id', ({ params, body }) => Object.assign(one(organisations, params.id), body)],
  ['GET', '/regulations', () => rows],
  [
    'GET',
    '/regulations/:code',
    ({ params }) => ({
      ...rows.find((row) => row.code === params.code),
      indicators: [],
      versions: [],
      figures: [
        figure('updateCycles.news', '动态、要闻类栏目更新周期', '14天', '第九条'),
        figure('updateCycles.policy', '政策文件类栏目更新周期', '6个月', '第九条'),
        figure('review.general', '一般信息审核', '初审 → 复审', '第十条'),
        figure('review.important', '重要信息审核', '初审 → 复审 → 终审', '第十条'),
        figure('replyLimits.mistakeReport', '找错留言答复', '3个工作日', '第十三条'),
        figure('rectification.grave', '单项否决问题整改', '5个工作日', '第二十二条', 'unconfirmed'),
      ],
      articles: [
        {
          document: '《古丈县政府网站管理办法》',
          article: '第九条',
          text: '新闻动态类信息更新不超过2周，政策文件类不超过6个月，其他信息不超过1年。',
        },
      ],
    }),
  ],
];
