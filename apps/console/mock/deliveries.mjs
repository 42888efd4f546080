import { ago, nextId, one, page } from './tools.mjs';

const PORTAL = { key: 'shifan', name: '示范县人民政府' };
const QINGSHUI = { key: 'qingshui', name: '清水镇人民政府' };
const delivery = (id, title, from, to, state, minutes, extra = {}) => ({
  id,
  kind: 'submission',
  state,
  title,
  from,
  to,
  note: '',
  sourceArticleId: 101,
  sentAt: ago(minutes),
  sentByName: '王芳',
  decidedAt: state === 'sent' ? null : ago(minutes - 30),
  decidedByName: state === 'sent' ? '' : '周明',
  reason: '',
  onChange: 'todo',
  sourceState: 'current',
  sourceChangedAt: null,
  sourceReason: '',
  url: 'http://qingshui.shifan.localhost/art/202604/101.html',
  moves: [],
  copyArticleId: null,
  author: '王芳',
  publishedAt: ago(minutes + 60),
  pendingTitle: null,
  pendingBody: null,
  attachments: ['植树活动登记表.xlsx'],
  pendingAttachments: [],
  body: '<table><tr><th>单位</th><th>人数</th></tr><tr><td>机关</td><td>60</td></tr></table><p><img src="/_files/202604/a.jpg" alt="镇东河堤植树"></p><p>4月12日上午，清水镇组织机关干部、村居党员和志愿者120余人，在镇东河堤开展春季义务植树活动。</p>',
  source: '清水镇党政办',
  ...extra,
});
const deliveries = [
  delivery(901, '清水镇扎实推进春季义务植树活动', QINGSHUI, PORTAL, 'sent', 190),
  delivery(
    902,
    '龙潭乡开展防汛应急演练',
    { key: 'longtan', name: '龙潭乡人民政府' },
    PORTAL,
    'sent',
    60 * 26,
  ),
  delivery(
    903,
    '县财政局公开2026年一季度预算执行情况',
    { key: 'czj', name: '示范县财政局' },
    PORTAL,
    'accepted',
    60 * 50,
    {
      copyArticleId: 105,
      sourceState: 'changed',
      sourceChangedAt: ago(60 * 5),
      sourceReason: '第二段金额有误',
      pendingTitle: '县财政局公开2026年一季度预算执行情况',
      pendingBody: '<p>一季度全县一般公共预算收入完成 3.26 亿元，同比增长 4.1%。</p>',
    },
  ),
  delivery(
    904,
    '教育局开展校园食品安全检查',
    { key: 'jyj', name: '示范县教育局' },
    PORTAL,
    'declined',
    60 * 70,
    { reason: '与已发布的稿件内容重复' },
  ),
  delivery(905, '示范县人民政府办公室关于做好汛期值班工作的通知', PORTAL, QINGSHUI, 'accepted', 60 * 80, {
    kind: 'push',
    onChange: 'atOnce',
    copyArticleId: 102,
  }),
];

export const deliveryRoutes = [
  [
    'GET',
    '/sites/:site/deliveries',
    ({ params, query }) =>
      page(
        deliveries.filter(
          (row) =>
            (query.box === 'out' ? row.from : row.to).key === params.site &&
            (!query.state || row.state === query.state) &&
            (!query.q || row.title.includes(query.q)),
        ),
        query,
      ),
  ],
  ['GET', '/sites/:site/deliveries/:id', ({ params }) => one(deliveries, params.id)],
  [
    'GET',
    '/sites/:site/delivery-targets',
    () => [
      { ...PORTAL, kind: 'submission' },
      { key: 'czj', name: '示范县财政局', kind: 'reference' },
    ],
  ],
  [
    'POST',
    '/sites/:site/articles/:id/deliver',
    ({ body }) => {
      const row = delivery(nextId(), '稿件', QINGSHUI, { key: body.to, name: body.to }, 'sent', 0);
      deliveries.push(row);
      return row;
    },
  ],
  [
    'POST',
    '/sites/:site/deliveries/:id/accept',
    ({ params, body }) =>
      Object.assign(one(deliveries, params.id), {
        state: 'accepted',
        onChange: body.onChange,
        decidedByName: '周明',
        decidedAt: ago(0),
        copyArticleId: 101,
      }),
  ],
  [
    'POST',
    '/sites/:site/deliveries/:id/decline',
    ({ params, body }) =>
      Object.assign(one(deliveries, params.id), {
        state: 'declined',
        reason: body.reason,
        decidedByName: '周明',
        decidedAt: ago(0),
      }),
  ],
  [
    'POST',
    '/sites/:site/deliveries/:id/recall',
    ({ params }) => Object.assign(one(deliveries, params.id), { state: 'recalled' }),
  ],
  [
    'POST',
    '/sites/:site/deliveries/:id/apply',
    ({ params }) => Object.assign(one(deliveries, params.id), { sourceState: 'current' }),
  ],
  [
    'POST',
    '/sites/:site/deliveries/:id/ignore',
    ({ params }) => Object.assign(one(deliveries, params.id), { sourceState: 'current' }),
  ],
];
