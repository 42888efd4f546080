import { Refusal, ago, nextId, one, page } from './tools.mjs';

const ORGANISATION_IDS = {
  示范县政府办公室: 1,
  清水镇党政办: 6,
  清水镇人民政府: 6,
  示范县大数据中心: 9,
  示范县财政局: 2,
};
const account = (id, username, realName, organisation, memberships, extra = {}) => {
  const facts = { id, username, realName, organisationId: ORGANISATION_IDS[organisation] ?? null };
  return {
    ...facts,
    phone: '139****0001',
    email: `${username}@shifan.example`,
    status: 'active',
    lockedUntil: null,
    isDormant: false,
    mustChangePassword: false,
    passwordChangedAt: ago(id * 900),
    lastSignInAt: ago(id * 97),
    createdAt: ago(id * 9000),
    memberships: memberships.map((row, index) => ({
      id: id * 10 + index,
      account: facts,
      channelIds: null,
      until: null,
      grantedAt: ago(id * 5000),
      ...row,
    })),
    ...extra,
  };
};
const at = (key, name) => ({
  id: key === 'shifan' ? 1 : 6,
  key,
  name,
  kind: key === 'shifan' ? 'portal' : 'township',
});
export const accounts = [
  account(1, 'zhouming', '周明', '示范县政府办公室', [
    { site: at('shifan', '示范县人民政府'), role: 'supervisor', roleName: '监管员' },
    { site: at('qingshui', '清水镇人民政府'), role: 'initialReviewer', roleName: '初审' },
  ]),
  account(2, 'wangfang', '王芳', '清水镇党政办', [
    { site: at('qingshui', '清水镇人民政府'), role: 'editor', roleName: '编辑', channelIds: [13, 14] },
  ]),
  account(3, 'limin', '李敏', '清水镇党政办', [
    { site: at('qingshui', '清水镇人民政府'), role: 'initialReviewer', roleName: '初审' },
  ]),
  account(
    4,
    'chenjianguo',
    '陈建国',
    '清水镇人民政府',
    [{ site: at('qingshui', '清水镇人民政府'), role: 'secondReviewer', roleName: '复审' }],
    { lockedUntil: ago(-12) },
  ),
  account(5, 'liuzhiqiang', '刘志强', '清水镇人民政府', [
    { site: at('qingshui', '清水镇人民政府'), role: 'finalReviewer', roleName: '终审' },
  ]),
  account(6, 'zhaoxiaohong', '赵晓红', '清水镇党政办', [
    { site: at('qingshui', '清水镇人民政府'), role: 'editor', roleName: '编辑' },
  ]),
  account(7, 'anquan', '孙立', '示范县大数据中心', [
    { site: null, role: 'securityAdmin', roleName: '安全管理员' },
  ]),
  account(8, 'shenji', '吴敏', '示范县大数据中心', [
    { site: null, role: 'auditAdmin', roleName: '审计管理员' },
  ]),
  account(9, 'qianjin', '钱进', '示范县财政局', [], { status: 'disabled', lastSignInAt: null }),
];
const link = () => ({
  path: `/link/${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`,
  expiresAt: ago(-1440),
});
const role = (code, name, description, scope, rights, conflictsWith = []) => ({
  code,
  name,
  description,
  scope,
  rights: rights.map(([subject, actions, note = '']) => ({ subject, actions, note })),
  conflictsWith,
  takesChannels: /editor|Reviewer/.test(code),
  mayGrant: [],
});

function grant(accountId, body) {
  const account = one(accounts, accountId);
  const row = {
    id: nextId(),
    account,
    site: body.site ? at(body.site, body.site === 'shifan' ? '示范县人民政府' : '清水镇人民政府') : null,
    role: body.role,
    roleName: ROLE_NAMES[body.role],
    channelIds: body.channelIds,
    until: null,
    grantedAt: ago(0),
  };
  account.memberships.push({
    ...row,
    account: {
      id: accountId,
      username: account.username,
      realName: account.realName,
      organisationId: account.organisationId,
    },
  });
  return account.memberships.at(-1);
}
const ROLE_NAMES = {
  systemAdmin: '系统管理员',
  securityAdmin: '安全管理员',
  auditAdmin: '审计管理员',
  supervisor: '监管员',
  siteAdmin: '站点管理员',
  editor: '编辑',
  initialReviewer: '初审员',
  secondReviewer: '复审员',
  finalReviewer: '终审员',
};
export const accountRoutes = [
  [
    'GET',
    '/accounts',
    ({ query }) =>
      page(
        accounts.filter(
          (row) =>
            (!query.q || `${row.username}${row.realName}${row.organisation}`.includes(query.q)) &&
            (!query.status || row.status === query.status),
        ),
        query,
      ),
  ],
  [
    'POST',
    '/accounts',
    ({ body }) => {
      if (accounts.some((row) => row.username === body.username))
        throw new Refusal(409, 'identity.account.usernameTaken', '账号名已被使用');
      const row = account(nextId(), body.username, body.realName, '清水镇党政办', [], {
        mustChangePassword: true,
        lastSignInAt: null,
      });
      accounts.push(row);
      return { account: row, link: link() };
    },
  ],
  ['GET', '/accounts/:id', ({ params }) => one(accounts, params.id)],
  ['PATCH', '/accounts/:id', ({ params, body }) => Object.assign(one(accounts, params.id), body)],
  [
    'POST',
    '/accounts/:id/disable',
    ({ params }) => Object.assign(one(accounts, params.id), { status: 'disabled' }),
  ],
  [
    'POST',
    '/accounts/:id/enable',
    ({ params }) => Object.assign(one(accounts, params.id), { status: 'active' }),
  ],
  [
    'POST',
    '/accounts/:id/unlock',
    ({ params }) => Object.assign(one(accounts, params.id), { lockedUntil: null }),
  ],
  ['POST', '/accounts/:id/reset-password', () => link()],
  ['POST', '/accounts/:id/sign-out', () => undefined],
  ['POST', '/memberships', ({ body }) => grant(body.accountId, body)],
  [
    'GET',
    '/sites/:site/members',
    ({ query }) =>
      page(
        accounts.flatMap((row) => row.memberships).filter((row) => row.site?.key === 'qingshui'),
        query,
      ),
  ],
  [
    'GET',
    '/sites/:site/members/candidates',
    ({ query }) =>
      page(
        accounts.map(({ id, username, realName, organisationId }) => ({
          id,
          username,
          realName,
          organisationId,
        })),
        query,
      ),
  ],
  [
    'POST',
    '/sites/:site/members',
    ({ params, body }) => grant(body.accountId, { ...body, site: params.site }),
  ],
  [
    'DELETE',
    '/sites/:site/members/:id',
    ({ params }) => {
      for (const row of accounts)
        row.memberships = row.memberships.filter((each) => each.id !== Number(params.id));
    },
  ],
  [
    'DELETE',
    '/memberships/:id',
    ({ params }) => {
      for (const row of accounts)
        row.memberships = row.memberships.filter((each) => each.id !== Number(params.id));
    },
  ],
  [
    'GET',
    '/roles',
    () => ({
      items: [
        role(
          'systemAdmin',
          '系统管理员',
          '开办站点、管理机构和运行参数，不能管理账号、不能看审计日志',
          'platform',
          [
            ['站点', ['查看', '开办', '修改', '下线']],
            ['机构', ['查看', '新增', '修改']],
            ['任务队列', ['查看', '重试', '放弃']],
          ],
          ['securityAdmin', 'auditAdmin'],
        ),
        role(
          'securityAdmin',
          '安全管理员',
          '管理账号和授权，不能改内容、不能看审计日志',
          'platform',
          [
            ['账号', ['查看', '新增', '停用', '重置密码']],
            ['授权', ['授予', '收回'], '不能授予自己没有的权限'],
          ],
          ['systemAdmin', 'auditAdmin'],
        ),
        role(
          'auditAdmin',
          '审计管理员',
          '查看和校验审计日志，不能做任何修改',
          'platform',
          [['审计日志', ['查看', '校验']]],
          ['systemAdmin', 'securityAdmin'],
        ),
        role('supervisor', '监管员', '在门户上监管全部站点', 'portal', [
          ['发现的问题', ['查看', '派发']],
          ['整改', ['复查', '销号']],
          ['巡检', ['查看', '发起']],
        ]),
        role('siteAdmin', '站点管理员', '管理一个站点的栏目、外观和人员', 'site', [
          ['栏目', ['新增', '修改', '删除']],
          ['主题外观', ['修改']],
          ['站点人员', ['添加', '移除']],
        ]),
        role('editor', '编辑', '写稿、送审，可限定栏目', 'site', [
          ['稿件', ['查看', '新增', '修改', '送审']],
          ['报送', ['送出', '签收']],
        ]),
        role('initialReviewer', '初审', '初审稿件', 'site', [
          ['稿件', ['初审通过', '退回'], '不能审核本人撰写的稿件'],
        ]),
        role('secondReviewer', '复审', '复审稿件', 'site', [
          ['稿件', ['复审通过', '退回'], '不能审核本人撰写的稿件'],
        ]),
        role('finalReviewer', '终审', '终审并签发稿件', 'site', [
          ['稿件', ['终审通过', '退回', '撤稿'], '不能审核本人撰写的稿件'],
        ]),
      ],
    }),
  ],
];
