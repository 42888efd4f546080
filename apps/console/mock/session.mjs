import { accounts } from './accounts.mjs';
import { sites } from './sites.mjs';
import { todosOf } from './todos.mjs';
import { Refusal, ago, notFound } from './tools.mjs';

const everything = [
  {
    action: [
      'read',
      'create',
      'update',
      'delete',
      'submit',
      'passInitial',
      'passSecond',
      'passFinal',
      'sendBack',
      'withdraw',
      'publish',
      'send',
      'accept',
      'dispatch',
      'fix',
      'manage',
    ],
    subject: ['all'],
  },
];
let failures = 0;
let mustChange = true;

const account = () => {
  const { id, username, realName, organisationId } = accounts[0];
  return { id, username, realName, organisationId };
};

export const sessionRoutes = [
  [
    'GET',
    '/session',
    () => ({
      account: account(),
      memberships: [
        {
          site: { id: 1, key: 'shifan', name: '示范县人民政府', kind: 'portal' },
          role: 'supervisor',
          roleName: '监管员',
        },
        {
          site: { id: 6, key: 'qingshui', name: '清水镇人民政府', kind: 'township' },
          role: 'initialReviewer',
          roleName: '初审',
        },
      ],
      rights: everything,
      mustChangePassword: false,
      passwordExpiresAt: ago(-60 * 24 * 40),
    }),
  ],
  [
    'POST',
    '/session',
    ({ body, response }) => {
      if (body.username === 'locked')
        throw new Refusal(
          429,
          'identity.signIn.locked',
          '密码连续输错 5 次，账号已锁定，请在 14 分钟后再试，或联系安全管理员解锁',
        );
      if (body.password.length < 3) {
        failures += 1;
        throw new Refusal(
          401,
          'identity.signIn.wrong',
          `账号或密码不正确，还可以再试 ${Math.max(0, 5 - failures)} 次`,
        );
      }
      failures = 0;
      response.setHeader('set-cookie', 'zq_session=mock; Path=/; HttpOnly; SameSite=Strict');
      return { account: account(), mustChangePassword: false };
    },
    true,
  ],
  [
    'DELETE',
    '/session',
    ({ response }) => {
      response.setHeader('set-cookie', 'zq_session=; Path=/; Max-Age=0');
    },
  ],
  [
    'DELETE',
    '/sessions',
    ({ response }) => {
      response.setHeader('set-cookie', 'zq_session=; Path=/; Max-Age=0');
    },
  ],
  [
    'POST',
    '/session/password',
    ({ body }) => {
      if (body.current === 'wrong') throw new Refusal(400, 'identity.password.wrong', '当前密码不正确');
      mustChange = false;
    },
  ],
  [
    'GET',
    '/one-time-links/:token',
    ({ params }) => {
      if (params.token === 'used') throw new Refusal(404, 'identity.link.gone', '链接已使用或已过期');
      return { username: 'zhangwei', realName: '张伟', purpose: 'invitation', expiresAt: ago(-1440) };
    },
    true,
  ],
  ['POST', '/one-time-links/:token', () => undefined, true],
  [
    'GET',
    '/sites/:site/rights',
    ({ params }) => {
      if (!sites.some((site) => site.key === params.site)) throw notFound();
      return { rights: everything };
    },
  ],
  [
    'GET',
    '/todos',
    () => {
      const items = todosOf();
      return { items, total: items.length, mustChange };
    },
  ],
  ['GET', '/todos/count', () => ({ count: todosOf().length })],
];
