import { Refusal, ago, nextId, notFound, one, page } from './tools.mjs';
import { channels } from './sites.mjs';

const BODY = `<p>4月12日上午，清水镇组织机关干部、村居党员和志愿者120余人，在镇东河堤开展春季义务植树活动，共栽植香樟、桂花等树苗600余株。</p>
<h2>一、任务到村到人</h2><p>活动现场划分为六个责任区，由各村（居）党支部书记带队，实行“包栽、包管、包活”。镇农业农村办公室技术人员现场讲解挖坑、扶苗、培土、浇水等要点。</p>
<blockquote><p>“今天栽下的树，要让它年年看得见长高。”青石村党支部书记说。</p></blockquote>
<h2>二、后续管护</h2><p>镇里将把管护责任落实到网格，并纳入年度人居环境整治考核，考核结果按季度在政务公开栏公布。</p>
<table><tbody><tr><th><p>责任区</p></th><th><p>株数</p></th></tr><tr><td><p>东河堤一段</p></td><td><p>210</p></td></tr><tr><td><p>东河堤二段</p></td><td><p>390</p></td></tr></tbody></table>`;
const POLICY = {
  documentNumber: '示政发〔2026〕3号',
  issuedOn: '2026-03-02',
  issuer: '示范县人民政府',
  indexNumber: '430000001/2026-00031',
  subjectCategory: '农业、林业、水利',
  genre: '办法',
  validity: 'valid',
  effectiveOn: '2026-04-01',
  expiresOn: '2031-03-31',
};
const STEPS = {
  routine: ['initialReview'],
  general: ['initialReview', 'secondReview'],
  important: ['initialReview', 'secondReview', 'finalReview'],
};
const PEOPLE = [
  [2, '王芳'],
  [6, '赵晓红'],
  [1, '周明'],
];

const article = (id, title, channelId, state, openState, minutes, extra = {}) => {
  const [authorId, authorName] = PEOPLE[id % 3];
  return {
    id,
    title,
    subtitle: '',
    kind: 'news',
    state,
    openState,
    isSentBack: false,
    channelId,
    channelName: channels.find((row) => row.id === channelId).name,
    source: '清水镇党政办',
    author: authorName,
    authorId,
    authorName,
    importance: 'general',
    isPinned: false,
    publishedAt: state === 'published' ? ago(minutes) : null,
    scheduledFor: null,
    updatedAt: ago(minutes),
    version: 3,
    revisionNumber: 1,
    url: state === 'published' ? `http://qingshui.shifan.localhost/art/202604/${id}.html` : null,
    body: BODY,
    summary: '',
    cover: null,
    attachments: [],
    policy: null,
    interprets: null,
    reviewSource: '《示范县政府网站管理办法》第十条',
    sentBackReason: null,
    withdrawnReason: null,
    ...extra,
  };
};
export const articles = [
  article(101, '清水镇扎实推进春季义务植树活动', 13, 'unpublished', 'initialReview', 42, {
    authorId: 2,
    authorName: '王芳',
  }),
  article(102, '关于2026年城乡居民基本医疗保险参保缴费的通告', 16, 'unpublished', 'secondReview', 190, {
    kind: 'notice',
    importance: 'important',
    authorId: 2,
    authorName: '王芳',
    attachments: [
      {
        id: 71,
        name: '参保缴费操作指南.pdf',
        url: '/api/files/71',
        mime: 'application/pdf',
        bytes: 482311,
        alt: '',
      },
    ],
  }),
  article(103, '清水镇2026年重点民生实事项目清单', 16, 'published', 'finalReview', 60 * 7, {
    importance: 'important',
    authorId: 6,
    authorName: '赵晓红',
    revisionNumber: 2,
  }),
  article(104, '青石村开展人居环境集中整治', 14, 'unpublished', 'draft', 60 * 20, {
    isSentBack: true,
    sentBackReason: '来源不明，请注明供稿单位；第二段数字与村里报表不一致，请核对。',
    authorId: 1,
    authorName: '周明',
  }),
  article(
    105,
    '示范县人民政府关于印发《示范县惠农补贴资金管理办法》的通知',
    17,
    'published',
    null,
    60 * 24 * 6,
    {
      kind: 'policyDocument',
      importance: 'important',
      policy: POLICY,
      source: '示范县人民政府',
      isPinned: true,
    },
  ),
  article(106, '示范县2026年惠农补贴发放办法', 17, 'published', 'draft', 60 * 24 * 2, {
    kind: 'policyDocument',
    policy: { ...POLICY, validity: 'amended' },
    source: '示范县人民政府',
    authorId: 1,
    authorName: '周明',
  }),
  article(107, '一图读懂：惠农补贴怎么领、领多少', 18, 'published', null, 60 * 24 * 4, {
    kind: 'interpretation',
    interprets: { id: 105, title: '示范县人民政府关于印发《示范县惠农补贴资金管理办法》的通知' },
    importance: 'important',
  }),
  article(108, '清水镇召开二季度安全生产工作会议', 13, 'scheduled', null, 60 * 3, {
    scheduledFor: ago(-600),
  }),
  article(109, '', 13, 'unpublished', 'draft', 12, { authorId: 1, authorName: '周明', source: '', body: '' }),
  article(110, '清水镇2024年部门预算公开说明', 19, 'withdrawn', null, 60 * 24 * 30, {
    withdrawnReason: '已过时，被2025年版替代',
  }),
];
const TITLES = [
  '春耕备耕现场观摩会在清水镇举行',
  '镇卫生院开展65岁以上老年人免费体检',
  '清水镇集中开展道路交通安全劝导',
  '关于东河大桥维修期间交通管制的通告',
  '清水镇第三季度村级财务公开',
  '河长巡河：守护一河清水',
  '农技员田间课堂走进五个村',
  '清水镇中心小学举办读书月活动',
  '清水镇开展消防安全进企业活动',
];
for (let index = 0; index < 54; index++) {
  const kind = index % 5 === 3 ? 'notice' : 'news';
  articles.push(
    article(
      200 + index,
      TITLES[index % TITLES.length] + (index >= 9 ? `（${Math.floor(index / 9) + 1}）` : ''),
      [13, 14, 13, 16, 19][index % 5],
      'published',
      null,
      60 * 24 * (7 + index * 4),
      { kind, importance: 'routine' },
    ),
  );
}

const MOVES = {
  submit: [
    'draft',
    (row) => {
      row.openState = 'initialReview';
      row.isSentBack = false;
      row.sentBackReason = null;
    },
  ],
  'pass-initial': ['initialReview', (row) => pass(row)],
  'pass-second': ['secondReview', (row) => pass(row)],
  'pass-final': ['finalReview', (row) => pass(row)],
  'send-back': [
    '*Review',
    (row, body) => {
      row.openState = 'draft';
      row.isSentBack = true;
      row.sentBackReason = body.reason;
    },
  ],
  recall: [
    '*Review',
    (row) => {
      row.openState = 'draft';
    },
  ],
  revise: [
    null,
    (row) => {
      row.openState = 'draft';
      row.revisionNumber += 1;
    },
  ],
  withdraw: [
    null,
    (row, body) => {
      row.state = 'withdrawn';
      row.withdrawnReason = body.reason;
    },
  ],
  schedule: [
    'draft',
    (row, body) => {
      row.scheduledFor = body.at;
    },
  ],
  republish: [
    null,
    (row) => {
      row.state = 'published';
    },
  ],
};
function pass(row) {
  const steps = STEPS[row.importance];
  row.openState = steps[steps.indexOf(row.openState) + 1] ?? null;
  if (row.openState === null)
    Object.assign(row, {
      state: 'published',
      publishedAt: ago(0),
      url: `http://qingshui.shifan.localhost/art/202604/${row.id}.html`,
    });
}
const allowed = (row) =>
  Object.entries(MOVES)
    .filter(([move, [from]]) => {
      if (from === '*Review')
        return (
          (row.openState?.endsWith('Review') ?? false) &&
          (move !== 'recall' || row.authorId === 1) &&
          (move !== 'send-back' || row.authorId !== 1)
        );
      if (from !== null) return row.openState === from && (!move.startsWith('pass') || row.authorId !== 1);
      return (
        row.openState === null &&
        (move === 'republish' ? row.state === 'withdrawn' : row.state === 'published')
      );
    })
    .map(([move]) => move);
const detail = (row) => ({ ...row, reviewSteps: STEPS[row.importance], moves: allowed(row) });
const inState = (row, state) =>
  !state || row.openState === state || (row.state === state && row.openState === null);

export const articleRoutes = [
  [
    'GET',
    '/sites/:site/articles',
    ({ query }) =>
      page(
        articles.filter(
          (row) =>
            inState(row, query.state) &&
            (!query.kind || row.kind === query.kind) &&
            (!query.channel || row.channelId === Number(query.channel)) &&
            (!query.q || row.title.includes(query.q)) &&
            (query.author !== 'me' || row.authorId === 1),
        ),
        { sort: '-updatedAt', ...query },
      ),
  ],
  [
    'POST',
    '/sites/:site/articles',
    ({ body }) => {
      const row = article(nextId(), body.title, body.channelId, 'unpublished', 'draft', 0, {
        ...body,
        authorId: 1,
        authorName: '周明',
        version: 1,
      });
      articles.push(row);
      return detail(row);
    },
  ],
  ['GET', '/sites/:site/articles/:id', ({ params }) => detail(one(articles, params.id))],
  [
    'PATCH',
    '/sites/:site/articles/:id',
    ({ params, body }) => {
      const row = one(articles, params.id);
      if (body.version !== row.version)
        throw new Refusal(
          409,
          'content.article.versionStale',
          '稿件已由赵晓红于 2026-11-22 13:20 保存过新的内容。请先复制您的修改，刷新查看最新内容后再保存',
          {
            savedBy: '赵晓红',
          },
        );
      Object.assign(row, body, { version: row.version + 1, updatedAt: ago(0) });
      return detail(row);
    },
  ],
  [
    'DELETE',
    '/sites/:site/articles/:id',
    ({ params }) => {
      articles.splice(articles.indexOf(one(articles, params.id)), 1);
    },
  ],
  [
    'GET',
    '/sites/:site/articles/:id/trail',
    ({ params }) => {
      const row = one(articles, params.id);
      return [
        {
          at: ago(60 * 9),
          byName: row.authorName,
          role: '编辑',
          action: 'submit',
          actionName: '送审',
          opinion: '',
          revision: 1,
        },
        {
          at: ago(60 * 8),
          byName: '李敏',
          role: '初审',
          action: 'sendBack',
          actionName: '初审退回',
          opinion: '来源不明，请注明供稿单位；第二段数字与村里报表不一致，请核对。',
          revision: 1,
        },
        {
          at: ago(60 * 7),
          byName: row.authorName,
          role: '编辑',
          action: 'submit',
          actionName: '送审',
          opinion: '',
          revision: 1,
        },
      ].slice(0, row.openState === 'initialReview' ? 3 : 3);
    },
  ],
  [
    'GET',
    '/sites/:site/articles/:id/changes',
    ({ params }) => {
      const row = one(articles, params.id);
      const same = (text) => [{ kind: 'same', text }];
      if (row.state !== 'published')
        return {
          against: null,
          title: same(row.title),
          body: same(
            row.body
              .replace(/<[^>]+>/g, '\n')
              .replace(/\n+/g, '\n')
              .trim(),
          ),
          facts: [],
        };
      return {
        against: 1,
        title: [
          { kind: 'same', text: '清水镇2026年' },
          { kind: 'added', text: '重点' },
          { kind: 'same', text: '民生实事项目清单' },
        ],
        body: [
          { kind: 'same', text: '经镇党委会研究，2026年我镇实施民生实事项目' },
          { kind: 'removed', text: '八' },
          { kind: 'added', text: '十' },
          { kind: 'same', text: '件，涉及农村饮水、道路硬化、养老助餐等方面。\n各村（居）要压实责任，' },
          { kind: 'removed', text: '于年底前' },
          { kind: 'added', text: '于10月底前' },
          { kind: 'same', text: '全部完成，并按季度公布进度。' },
        ],
        facts: [
          { label: '来源', before: '清水镇', after: '清水镇党政办' },
          { label: '附件', before: '', after: '民生实事项目清单.xlsx' },
        ],
      };
    },
  ],
  [
    'GET',
    '/sites/:site/articles/:id/revisions',
    ({ params }) => {
      const row = one(articles, params.id);
      return [
        {
          id: 2,
          number: 2,
          state: row.openState ?? 'live',
          title: row.title,
          writtenByName: row.authorName,
          submittedAt: null,
          createdAt: row.updatedAt,
        },
        {
          id: 1,
          number: 1,
          state: 'superseded',
          title: row.title,
          writtenByName: row.authorName,
          submittedAt: ago(60 * 48),
          createdAt: ago(60 * 50),
        },
      ];
    },
  ],
  [
    'GET',
    '/sites/:site/articles/:id/preview',
    ({ params }) => {
      const row = one(articles, params.id);
      return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${row.title}</title>
<style>body{margin:0;font:18px/1.9 "Noto Sans CJK SC",sans-serif;color:#222}header{background:#1F6B45;color:#fff;padding:18px 24px;font-size:22px;font-weight:600}main{max-width:760px;margin:0 auto;padding:24px}h1{font-size:28px;line-height:1.4;text-align:center}.m{color:#555;text-align:center;font-size:15px;border-bottom:1px solid #ddd;padding-bottom:12px}main p{text-indent:2em}table{border-collapse:collapse;width:100%}td,th{border:1px solid #bbb;padding:4px 12px}td p,th p{text-indent:0;margin:0}</style></head>
<body><header>清水镇人民政府</header><main><h1>${row.title}</h1><p class="m">来源：${row.source}　2026-04-12 10:30</p>${row.body}</main></body></html>`;
    },
  ],
  [
    'POST',
    '/sites/:site/assets',
    () => ({ id: nextId(), name: '图片.png', url: '/favicon.svg', mime: 'image/png', bytes: 48213, alt: '' }),
  ],
];
for (const [move, [from, apply]] of Object.entries(MOVES)) {
  articleRoutes.push([
    'POST',
    `/sites/:site/articles/:id/${move}`,
    ({ params, body }) => {
      const row = one(articles, params.id);
      if (!row) throw notFound();
      if (!allowed(row).includes(move))
        throw new Refusal(409, 'content.review.moveRefused', '稿件状态已变化，请刷新后再操作', { from });
      apply(row, body);
      Object.assign(row, { version: row.version + 1, updatedAt: ago(0) });
      return detail(row);
    },
  ]);
}
