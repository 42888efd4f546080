import { sites } from './sites.mjs';
import { Refusal, ago, dayAhead, nextId, one, page } from './tools.mjs';

const RULES = {
  'V-W3': { name: '首页不更新', text: '监测时间点前2周内首页无信息更新。', source: '国办秘函〔2019〕19号 单项否决指标', figure: '14 天' },
  'V-W4a': { name: '栏目不更新', text: '监测时间点前2周内动态、要闻类栏目未更新。', source: '国办秘函〔2019〕19号 单项否决指标', figure: '14 天' },
  'V-W4c': { name: '空白栏目', text: '空白栏目数量超过5个；其他空白栏目按个扣分。', source: '国办秘函〔2019〕19号 单项否决指标', figure: '5 个' },
  'D-4.6': { name: '页面标签不规范', text: '站点、栏目、内容页面未设置规范的标签。', source: '国办发〔2017〕47号 附件2', figure: '每缺一项扣分' },
  'D-LINK': { name: '内链错断', text: '首页及其他页面存在打不开的链接。', source: '国办秘函〔2019〕19号 扣分指标', figure: '每个扣 0.1 分' },
};
const finding = (id, indicator, siteKey, title, severity, state, minutes, evidence) => ({
  id, indicator, indicatorName: RULES[indicator].name, severity, state, title, rule: RULES[indicator], foundAt: ago(minutes), lastSeenAt: ago(120),
  site: { key: siteKey, name: sites.find((row) => row.key === siteKey).name }, evidence, rectificationId: state === 'open' ? null : id + 1000,
});
const link = (label, value, url = null) => ({ label, value, url });
export const findings = [
  finding(301, 'V-W4a', 'qingshui', '“村居动态”栏目 21 天未更新', 'veto', 'dispatched', 60 * 24 * 3, [link('栏目', '村居动态', 'http://qingshui.shifan.localhost/xwdt/cjdt/'), link('最近更新', '2026-03-22 09:10'), link('距今', '21 天'), link('更新要求', '14 天内')]),
  finding(302, 'V-W3', 'longtan', '首页 16 天未更新', 'veto', 'open', 60 * 20, [link('首页', 'longtan.shifan.localhost', 'http://longtan.shifan.localhost/'), link('最近更新', '2026-03-27 15:02'), link('距今', '16 天')]),
  finding(303, 'D-LINK', 'jyj', '内链打不开 3 个', 'deduction', 'open', 60 * 20, [link('页面', '招生公告', 'http://jyj.shifan.localhost/zwgk/'), link('打不开的链接', '/zsgg/2024.html'), link('状态', '404')]),
  finding(304, 'D-4.6', 'czj', '12 个内容页缺少“来源”标签', 'deduction', 'fixed', 60 * 24 * 6, [link('缺少的标签', 'ContentSource'), link('页面数', '12')]),
  finding(305, 'V-W4c', 'hexi', '“乡村振兴”为空白栏目', 'veto', 'open', 60 * 44, [link('栏目', '乡村振兴'), link('可见稿件', '0')]),
  finding(306, 'V-W4a', 'rsj', '“工作动态”栏目 15 天未更新', 'veto', 'closed', 60 * 24 * 20, [link('栏目', '工作动态')]),
];
const trail = (words) => words.map(([actionName, byName, minutes, opinion = '']) => ({ at: ago(minutes), byName, actionName, opinion }));
const rectification = (id, row, state, left, extra = {}) => ({
  id, finding: { id: row.id, title: row.title, indicator: row.indicator, severity: row.severity }, site: row.site, organisation: row.site.name,
  demand: '请补充更新栏目内容，并明确专人负责。', state, dueOn: dayAhead(left), workingDaysLeft: left, dispatchedAt: ago(60 * 24 * 3), dispatchedByName: '周明',
  fixNote: '', extension: null, recheck: null, trail: trail([['派发', '周明', 60 * 24 * 3, '请补充更新栏目内容，并明确专人负责。']]), ...extra,
});
export const rectifications = [
  rectification(1301, findings[0], 'dispatched', 2),
  rectification(1304, findings[3], 'reported', -1, { fixNote: '已为 12 个页面补充来源标签。', trail: trail([['派发', '周明', 60 * 24 * 6], ['签收', '钱进', 60 * 24 * 5], ['上报已改', '钱进', 60 * 30, '已为 12 个页面补充来源标签。']]) }),
  rectification(1306, findings[5], 'closed', 4, { recheck: { at: ago(60 * 24), passed: true, note: '栏目已更新' } }),
];
const runs = [
  { id: 41, startedAt: ago(60 * 10), finishedAt: ago(60 * 10 - 4), startedByName: '每日巡检', sitesTotal: 9, sitesDone: 9, findingsNew: 2, findingsGone: 1, state: 'done' },
  { id: 40, startedAt: ago(60 * 34), finishedAt: ago(60 * 34 - 3), startedByName: '每日巡检', sitesTotal: 9, sitesDone: 9, findingsNew: 0, findingsGone: 0, state: 'done' },
];
function advance() {
  const run = runs.find((each) => each.state === 'running');
  if (!run) return;
  run.sitesDone = Math.min(run.sitesTotal, run.sitesDone + 2);
  if (run.sitesDone === run.sitesTotal) Object.assign(run, { state: 'done', finishedAt: ago(0) });
}
const standing = (row) => {
  const own = findings.filter((each) => each.site.key === row.key && each.state !== 'closed');
  const count = (severity) => own.filter((each) => each.severity === severity).length;
  const due = rectifications.filter((each) => each.site.key === row.key && each.state !== 'closed');
  return { site: { id: row.id, key: row.key, name: row.name, kind: row.kind, status: row.status }, light: row.status === 'suspended' ? 'unknown' : count('veto') ? 'bad' : count('deduction') ? 'warning' : 'good',
    veto: count('veto'), deduction: count('deduction'), advice: 0, openRectifications: due.length, nextDueOn: due[0]?.dueOn ?? null, workingDaysLeft: due[0]?.workingDaysLeft ?? null, lastPatrolAt: ago(600) };
};
const move = (name, state) => ['POST', `/sites/:site/supervision/rectifications/:id/${name}`, ({ params, body }) => {
  const row = one(rectifications, params.id);
  if (name === 'close' && !row.recheck?.passed) throw new Refusal(409, 'supervision.rectification.notRechecked', '须先复查通过才能销号，请点“复查”');
  if (name === 'extend') row.extension = { ...body, state: 'asked' };
  if (name === 'recheck') row.recheck = { at: ago(0), passed: true, note: '机器复查：问题已消除' };
  if (body.note) row.fixNote = body.note;
  row.trail.push({ at: ago(0), byName: '周明', actionName: { accept: '签收', 'report-fixed': '上报已改', recheck: '复查', close: '销号', extend: '申请延期' }[name], opinion: body.note ?? body.reason ?? '' });
  if (state) row.state = state;
  return row;
}];

export const supervisionRoutes = [
  ['GET', '/sites/:site/supervision/overview', () => { advance(); return { sites: sites.map(standing), lastRun: runs[0] }; }],
  ['GET', '/sites/:site/supervision/findings', ({ params, query }) => page(findings.filter((row) =>
    (params.site === 'shifan' || row.site.key === params.site) && (!query.state || row.state === query.state) && (!query.severity || row.severity === query.severity) &&
    (!query.about || row.site.key === query.about) && (!query.indicator || row.indicator === query.indicator)), query)],
  ['GET', '/sites/:site/supervision/findings/:id', ({ params }) => one(findings, params.id)],
  ['POST', '/sites/:site/supervision/findings/:id/dispatch', ({ params, body }) => {
    const row = one(findings, params.id);
    const made = rectification(nextId(), row, 'dispatched', body.workingDays, { demand: body.demand });
    rectifications.push(made);
    Object.assign(row, { state: 'dispatched', rectificationId: made.id });
    return made;
  }],
  ['GET', '/sites/:site/supervision/rectifications', ({ query }) => page(rectifications.filter((row) => !query.state || row.state === query.state), query)],
  ['GET', '/sites/:site/supervision/rectifications/:id', ({ params }) => one(rectifications, params.id)],
  move('accept', 'accepted'), move('report-fixed', 'reported'), move('recheck'), move('close', 'closed'), move('extend'),
  ['POST', '/sites/:site/supervision/patrol', () => {
    const run = { id: nextId(), startedAt: ago(0), finishedAt: null, startedByName: '周明', sitesTotal: 9, sitesDone: 0, findingsNew: 0, findingsGone: 0, state: 'running' };
    runs.unshift(run);
    return run;
  }],
  ['GET', '/sites/:site/supervision/patrols', ({ query }) => { advance(); return page(runs, query); }],
  ['GET', '/sites/:site/supervision/indicators', () => Object.entries(RULES).map(([code, rule]) => ({ code, name: rule.name, severity: code.startsWith('V') ? 'veto' : 'deduction', rhythm: 'daily', isOn: true, text: rule.text, source: rule.source,
    figures: [{ label: '阈值', value: rule.figure, source: rule.source }, ...(code === 'V-W4a' ? [{ label: '通知公告类', value: '6 个月', source: '《示范县政府网站管理办法》第九条' }] : [])] }))],
];
