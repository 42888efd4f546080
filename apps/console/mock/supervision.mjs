import { sites } from './sites.mjs';
import { ago, dayAhead, nextId, one, page } from './tools.mjs';

const RULES = {
  'V-W3': {
    name: '首页不更新',
    text: '监测时间点前2周内首页无信息更新。',
    source: '国办秘函〔2019〕19号 单项否决指标',
    figure: '14 天',
  },
  'V-W4a': {
    name: '栏目不更新',
    text: '监测时间点前2周内动态、要闻类栏目未更新。',
    source: '国办秘函〔2019〕19号 单项否决指标',
    figure: '14 天',
  },
  'V-W4c': {
    name: '空白栏目',
    text: '空白栏目数量超过5个；其他空白栏目按个扣分。',
    source: '国办秘函〔2019〕19号 单项否决指标',
    figure: '5 个',
  },
  'D-4.6': {
    name: '页面标签不规范',
    text: '站点、栏目、内容页面未设置规范的标签。',
    source: '国办发〔2017〕47号 附件2',
    figure: '每缺一项扣分',
  },
  'D-LINK': {
    name: '内链错断',
    text: '首页及其他页面存在打不开的链接。',
    source: '国办秘函〔2019〕19号 扣分指标',
    figure: '每个扣 0.1 分',
  },
};
const nameOf = (key) => {
  const { id, name } = sites.find((row) => row.key === key);
  return { id, key, name };
};
const finding = (id, indicator, siteKey, title, severity, state, minutes, evidence) => ({
  id,
  indicator,
  severity,
  state,
  title,
  url: evidence.find((each) => each.url)?.url ?? '',
  ruleText: RULES[indicator].text,
  ruleSource: RULES[indicator].source,
  firstSeenAt: ago(minutes),
  lastSeenAt: ago(120),
  clearedAt: state === 'cleared' ? ago(600) : null,
  dismissedReason: '',
  site: nameOf(siteKey),
  evidence,
});
const link = (label, value, url = null) => ({ label, value, url });
export const findings = [
  finding(301, 'V-W4a', 'qingshui', '“村居动态”栏目 21 天未更新', 'veto', 'dispatched', 60 * 24 * 3, [
    link('栏目', '村居动态', 'http://qingshui.shifan.localhost/xwdt/cjdt/'),
    link('最近更新', '2026-03-22 09:10'),
    link('距今', '21 天'),
    link('更新要求', '14 天内'),
  ]),
  finding(302, 'V-W3', 'longtan', '首页 16 天未更新', 'veto', 'open', 60 * 20, [
    link('首页', 'longtan.shifan.localhost', 'http://longtan.shifan.localhost/'),
    link('最近更新', '2026-03-27 15:02'),
    link('距今', '16 天'),
  ]),
  finding(303, 'D-LINK', 'jyj', '内链打不开 3 个', 'deduction', 'open', 60 * 20, [
    link('页面', '招生公告', 'http://jyj.shifan.localhost/zwgk/'),
    link('打不开的链接', '/zsgg/2024.html'),
    link('状态', '404'),
  ]),
  finding(304, 'D-4.6', 'czj', '12 个内容页缺少“来源”标签', 'deduction', 'dispatched', 60 * 24 * 6, [
    link('缺少的标签', 'ContentSource'),
    link('页面数', '12'),
  ]),
  finding(305, 'V-W4c', 'hexi', '“乡村振兴”为空白栏目', 'veto', 'open', 60 * 44, [
    link('栏目', '乡村振兴'),
    link('可见稿件', '0'),
  ]),
  finding(306, 'V-W4a', 'rsj', '“工作动态”栏目 15 天未更新', 'veto', 'cleared', 60 * 24 * 20, [
    link('栏目', '工作动态'),
  ]),
];
const MOVES = {
  dispatched: ['accept', 'reportFixed', 'extend', 'cancel'],
  accepted: ['reportFixed', 'extend', 'cancel'],
  fixed: ['return'],
  returned: ['reportFixed', 'extend', 'cancel'],
  verified: ['return', 'close'],
  closed: [],
};
const rectification = (id, row, state, left, extra = {}) => ({
  id,
  findingId: row.id,
  title: row.title,
  site: row.site,
  organisationId: row.site.id,
  organisationName: row.site.name,
  demand: '请补充更新栏目内容，并明确专人负责。',
  state,
  workingDays: 5,
  dueOn: dayAhead(left),
  workingDaysLeft: left,
  isOverdue: left < 0,
  dispatchedAt: ago(60 * 24 * 3),
  acceptedAt: null,
  fixedNote: null,
  fixedAt: null,
  verifiedAt: null,
  returnedReason: null,
  extensionReason: '',
  closedAt: null,
  ...extra,
  get moves() {
    return MOVES[this.state];
  },
});
export const rectifications = [
  rectification(1301, findings[0], 'dispatched', 2),
  rectification(1304, findings[3], 'accepted', -1, { acceptedAt: ago(60 * 24 * 2) }),
  rectification(1305, findings[2], 'fixed', 3, {
    acceptedAt: ago(60 * 24 * 2),
    fixedNote: '已修复 3 个打不开的链接，并安排专人每周自查。',
    fixedAt: ago(60 * 30),
  }),
  rectification(1306, findings[5], 'closed', 4, {
    acceptedAt: ago(60 * 24 * 2),
    fixedNote: '栏目已更新。',
    fixedAt: ago(60 * 30),
    verifiedAt: ago(60 * 20),
    closedAt: ago(60 * 18),
  }),
];
const run = (id, minutes, extra = {}) => ({
  id,
  state: 'done',
  startedAt: ago(minutes),
  finishedAt: ago(minutes - 4),
  sitesTotal: 9,
  sitesDone: 9,
  standing: 5,
  appeared: 2,
  cleared: 1,
  ...extra,
});
const runs = [run(41, 600), run(40, 2040, { appeared: 0, cleared: 0 })];
function advance() {
  const current = runs.find((each) => each.state === 'running');
  if (!current) return;
  current.sitesDone = Math.min(current.sitesTotal, current.sitesDone + 2);
  if (current.sitesDone === current.sitesTotal) Object.assign(current, { state: 'done', finishedAt: ago(0) });
}
const standing = (row) => {
  const own = findings.filter(
    (each) => each.site.key === row.key && ['open', 'dispatched'].includes(each.state),
  );
  const count = (severity) => own.filter((each) => each.severity === severity).length;
  const due = rectifications.filter(
    (each) => each.site.key === row.key && each.moves.includes('reportFixed'),
  );
  return {
    site: nameOf(row.key),
    kind: row.kind,
    status: row.status,
    light:
      row.status === 'suspended' ? 'grey' : count('veto') ? 'red' : count('deduction') ? 'amber' : 'green',
    vetoes: count('veto'),
    deductions: count('deduction'),
    warnings: 0,
    running: due.length,
    overdue: due.filter((each) => each.isOverdue).length,
    nextDueOn: due[0]?.dueOn ?? null,
    workingDaysLeft: due[0]?.workingDaysLeft ?? null,
    visitedAt: ago(600),
  };
};
const move = (name, state) => [
  'POST',
  `/sites/:site/supervision/rectifications/:id/${name}`,
  ({ params, body }) => {
    const row = one(rectifications, params.id);
    if (body.note) Object.assign(row, { fixedNote: body.note, fixedAt: ago(0) });
    if (name === 'accept') row.acceptedAt = ago(0);
    if (name === 'recheck') row.verifiedAt = ago(0);
    if (name === 'close') row.closedAt = ago(0);
    if (state) row.state = state;
    return row;
  },
];

export const supervisionRoutes = [
  [
    'GET',
    '/sites/:site/supervision/overview',
    () => {
      advance();
      const items = sites.map(standing);
      const count = (light) => items.filter((each) => each.light === light).length;
      return {
        items,
        totals: {
          sites: items.length,
          red: count('red'),
          amber: count('amber'),
          green: count('green'),
          grey: count('grey'),
        },
        isNetwork: true,
      };
    },
  ],
  [
    'GET',
    '/sites/:site/supervision/findings',
    ({ params, query }) =>
      page(
        findings.filter(
          (row) =>
            (params.site === 'shifan' || row.site.key === params.site) &&
            (!query.state ||
              row.state === query.state ||
              (query.state === 'standing' && ['open', 'dispatched'].includes(row.state))) &&
            (!query.q || row.title.includes(query.q)) &&
            (!query.severity || row.severity === query.severity) &&
            (!query.about || row.site.key === query.about) &&
            (!query.indicator || row.indicator === query.indicator),
        ),
        query,
      ),
  ],
  ['GET', '/sites/:site/supervision/findings/:id', ({ params }) => one(findings, params.id)],
  [
    'POST',
    '/sites/:site/supervision/findings/:id/dispatch',
    ({ params, body }) => {
      const row = one(findings, params.id);
      const made = rectification(nextId(), row, 'dispatched', body.workingDays, { demand: body.demand });
      rectifications.push(made);
      row.state = 'dispatched';
      return made;
    },
  ],
  [
    'GET',
    '/sites/:site/supervision/rectifications',
    ({ query }) =>
      page(
        rectifications.filter(
          (row) =>
            (!query.state ||
              row.state === query.state ||
              (query.state === 'running' && row.state !== 'closed')) &&
            (!query.about || row.site.key === query.about),
        ),
        query,
      ),
  ],
  ['GET', '/sites/:site/supervision/rectifications/:id', ({ params }) => one(rectifications, params.id)],
  move('accept', 'accepted'),
  move('report-fixed', 'fixed'),
  move('recheck', 'verified'),
  move('close', 'closed'),
  move('extend'),
  move('return', 'returned'),
  [
    'POST',
    '/sites/:site/supervision/findings/:id/dismiss',
    ({ params, body }) =>
      Object.assign(one(findings, params.id), { state: 'dismissed', dismissedReason: body.reason }),
  ],
  [
    'POST',
    '/sites/:site/supervision/patrol',
    () => {
      runs.unshift(run(nextId(), 0, { state: 'running', finishedAt: null, sitesDone: 0 }));
      return runs[0];
    },
  ],
  [
    'GET',
    '/sites/:site/supervision/patrols',
    ({ query }) => {
      advance();
      return page(runs, query);
    },
  ],
  [
    'GET',
    '/sites/:site/supervision/indicators',
    () =>
      Object.entries(RULES).map(([code, rule]) => ({
        code,
        name: rule.name,
        part: code.startsWith('V') ? 'veto' : 'deduction',
        ruleText: rule.text,
        source: rule.source,
        status: 'confirmed',
        window: code === 'V-W4a' || code === 'V-W3' ? '14天' : null,
        threshold: code === 'V-W4c' ? 5 : 0,
        points: code.startsWith('D') ? 0.1 : 0,
        isEnabled: true,
        isAutomatic: code !== 'D-LINK',
      })),
  ],
];
