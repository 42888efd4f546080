import { Global, Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  AuditModule,
  ConfigModule,
  createJsonApp,
  Db,
  HttpGuardModule,
  MailModule,
  Outbox,
  readConfig,
  type JobMover,
  SiteDirectory,
} from '@zhanqun/platform';
import { testDb } from '@zhanqun/test-support';
import { IdentityConsoleModule, IdentityModule } from '@zhanqun/identity';
import { Office, PASSWORD } from '../test/office';

let office: Office;
let app: NestFastifyApplication;
beforeAll(async () => {
  office = new Office(await testDb());
  app = await createJsonApp(consoleOver(office), readConfig({ NODE_ENV: 'production' }));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app.close();
  await office.close();
});

function consoleOver({ db, clock, directory }: Office): Type {
  @Global()
  @Module({
    providers: [
      { provide: Db, useValue: db },
      { provide: SiteDirectory, useValue: directory },
      { provide: Outbox, useValue: new Outbox(db, { announce: () => undefined } as unknown as JobMover) },
    ],
    exports: [Db, Outbox, SiteDirectory],
  })
  class OfficeModule {}

  @Module({
    imports: [
      ConfigModule.forRoot(readConfig({ NODE_ENV: 'production' }), clock),
      OfficeModule,
      AuditModule,
      HttpGuardModule,
      MailModule,
      IdentityModule,
      IdentityConsoleModule,
    ],
  })
  class ConsoleUnderTest {}
  return ConsoleUnderTest;
}

interface Answer {
  status: number;
  body: never;
  cookie: string;
}

async function ask(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  { cookie = '', body, headers = {} }: { cookie?: string; body?: object; headers?: object } = {},
): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api${path}`,
    headers: { ...(cookie ? { cookie } : {}), ...headers },
    ...(body ? { payload: body } : {}),
  });
  return {
    status: answer.statusCode,
    body: (answer.body ? JSON.parse(answer.body) : undefined) as never,
    cookie: String(answer.headers['set-cookie'] ?? ''),
  };
}

async function signedIn(username: string, password = PASSWORD): Promise<string> {
  const { cookie } = await ask('POST', '/session', { body: { username, password } });
  return cookie.split(';')[0] ?? '';
}

describe('登录接口', () => {
  it('sets a cookie that scripts and other sites cannot use', async () => {
    const { username, realName } = await office.hire();

    const { status, body, cookie } = await ask('POST', '/session', {
      body: { username, password: PASSWORD },
    });

    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        mustChangePassword: false,
        account: expect.objectContaining({ username, realName }),
      }),
    ]);
    expect(cookie).toMatch(/^zq_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  });

  it('refuses in Chinese: nobody signed in, a wrong password, nothing typed', async () => {
    const none = await ask('GET', '/session');
    const wrong = await ask('POST', '/session', { body: { username: 'nobody', password: 'x' } });
    const empty = await ask('POST', '/session', { body: { username: '' } });

    expect([none.status, wrong.status, empty.status]).toEqual([401, 401, 400]);
    for (const { body } of [none, wrong, empty])
      expect(body).toMatchObject({ message: expect.stringMatching(/\p{Script=Han}/u) });
  });

  it('says who is signed in, with memberships and rights, and nothing secret', async () => {
    const site = office.site();
    const { username } = await office.hire({ role: 'editor', site });
    const cookie = await signedIn(username);

    const { body } = await ask('GET', '/session', { cookie });

    expect(body).toMatchObject({
      account: { username, organisationId: 1 },
      memberships: [{ site: { key: site.key, name: site.name }, role: 'editor', roleName: '编辑' }],
      rights: expect.arrayContaining([{ action: ['use'], subject: ['Console'] }]),
    });
    expect(JSON.stringify(body)).not.toMatch(/argon2|passwordHash/);
  });

  it('gives the rights at an own site, and of another site not even its existence', async () => {
    const [site, other] = [office.site(), office.site()];
    const cookie = await signedIn((await office.hire({ role: 'editor', site })).username);

    const own = await ask('GET', `/sites/${site.key}/rights`, { cookie });
    const foreign = await ask('GET', `/sites/${other.key}/rights`, { cookie });
    const unknown = await ask('GET', '/sites/no-such-site/rights', { cookie });

    expect(own.body).toMatchObject({
      rights: expect.arrayContaining([expect.objectContaining({ subject: ['Desk'] })]),
    });
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    const said = ({ body }: Answer) => ({ ...(body as object), traceId: '', details: {} });
    expect(said(foreign)).toEqual(said(unknown));
  });

  it('ends with signing out, and the cookie goes', async () => {
    const cookie = await signedIn((await office.hire()).username);

    const out = await ask('DELETE', '/session', { cookie });

    expect(out.status).toBe(204);
    expect(out.cookie).toMatch(/^zq_session=;/);
    expect((await ask('GET', '/session', { cookie })).status).toBe(401);
  });

  it('lets a person whose password is due change it and nothing else', async () => {
    const account = await office.hire({ role: 'securityAdmin' });
    await office.initialPasswords.set(office.system, account.id, 'Long-tan.2026x');
    const cookie = await signedIn(account.username, 'Long-tan.2026x');

    expect((await ask('GET', '/session', { cookie })).body).toMatchObject({ mustChangePassword: true });
    expect((await ask('GET', '/accounts', { cookie })).status).toBe(403);
    const changed = await ask('POST', '/session/password', {
      cookie,
      body: { current: 'Long-tan.2026x', next: 'Long-tan.2026y' },
    });
    expect(changed.status).toBe(204);
    expect((await ask('GET', '/accounts', { cookie })).status).toBe(200);
  });

  it('refuses a form of another website', async () => {
    const { username } = await office.hire();

    const { status, body } = await ask('POST', '/session', {
      body: { username, password: PASSWORD },
      headers: { 'sec-fetch-site': 'cross-site' },
    });

    expect([status, body]).toEqual([403, expect.objectContaining({ code: 'platform.request.crossSite' })]);
  });
});

describe('账号与授权接口', () => {
  it('opens an account, whose person follows the link and signs in', async () => {
    const cookie = await signedIn((await office.hire({ role: 'systemAdmin' })).username);

    const { status, body } = await ask('POST', '/accounts', {
      cookie,
      body: { username: 'sunli', realName: '孙丽', organisationId: 4, phone: '13912345678' },
    });
    const { account, link } = body as { account: { id: number; status: string }; link: { path: string } };
    const token = link.path.split('/').at(-1);
    expect([status, account.status]).toEqual([201, 'invited']);
    expect((await ask('GET', `/one-time-links/${token}`)).body).toMatchObject({ username: 'sunli' });
    expect((await ask('POST', `/one-time-links/${token}`, { body: { password: PASSWORD } })).status).toBe(
      200,
    );

    expect(await signedIn('sunli')).toMatch(/^zq_session=/);
    expect((await ask('GET', `/accounts/${account.id}`, { cookie })).body).toMatchObject({
      status: 'active',
      phone: '13912345678',
    });
    const { items } = (await ask('GET', '/accounts?q=sunli', { cookie })).body as { items: object[] };
    expect(items).toMatchObject([{ phone: '139****5678' }]);
  });

  it('grants and revokes: on the platform by the security administrator, at a site by its own', async () => {
    const site = office.site();
    const clerk = await office.hire();
    const security = await signedIn((await office.hire({ role: 'securityAdmin' })).username);
    const siteAdmin = await signedIn((await office.hire({ role: 'siteAdmin', site })).username);

    const onPlatform = await ask('POST', '/memberships', {
      cookie: security,
      body: { accountId: clerk.id, role: 'editor', site: site.key, channelIds: [3] },
    });
    const atSite = await ask('POST', `/sites/${site.key}/members`, {
      cookie: siteAdmin,
      body: { accountId: clerk.id, role: 'initialReviewer', until: '2027-01-01T00:00:00Z' },
    });
    expect([onPlatform.status, atSite.status]).toEqual([201, 201]);
    expect(onPlatform.body).toMatchObject({ site: { key: site.key }, roleName: '编辑', channelIds: [3] });

    const { items } = (await ask('GET', `/sites/${site.key}/members`, { cookie: siteAdmin })).body as {
      items: { id: number; account: { realName: string } }[];
    };
    expect(items.filter(({ account }) => account.realName === clerk.realName)).toHaveLength(2);
    const { id } = atSite.body as { id: number };
    expect((await ask('DELETE', `/sites/${site.key}/members/${id}`, { cookie: siteAdmin })).status).toBe(204);
    expect((await ask('GET', `/memberships?accountId=${clerk.id}`, { cookie: security })).body).toMatchObject(
      {
        total: 1,
      },
    );
  });

  it('refuses a site administrator the platform’s accounts and another site’s members', async () => {
    const [site, other] = [office.site(), office.site()];
    const cookie = await signedIn((await office.hire({ role: 'siteAdmin', site })).username);

    expect((await ask('GET', '/accounts', { cookie })).status).toBe(403);
    expect((await ask('GET', '/memberships', { cookie })).status).toBe(403);
    expect((await ask('GET', `/sites/${other.key}/members`, { cookie })).status).toBe(404);
    expect((await ask('GET', `/sites/${site.key}/members/candidates?q=职员`, { cookie })).status).toBe(200);
  });

  it('takes no field it does not know, and answers a bad one in Chinese', async () => {
    const cookie = await signedIn((await office.hire({ role: 'systemAdmin' })).username);

    const { status, body } = await ask('POST', '/accounts', {
      cookie,
      body: { username: '1', realName: '孙', organisationId: 0, passwordHash: 'x', phone: 'call me' },
    });

    expect(status).toBe(400);
    expect(body).toMatchObject({
      details: {
        fields: expect.arrayContaining([
          expect.objectContaining({ field: 'passwordHash' }),
          expect.objectContaining({ field: 'username', message: expect.stringContaining('3 至 32 位') }),
        ]),
      },
    });
  });

  it('describes the eleven roles in words', async () => {
    const cookie = await signedIn((await office.hire()).username);

    const { items } = (await ask('GET', '/roles', { cookie })).body as { items: { code: string }[] };

    expect(items).toHaveLength(11);
    expect(items[8]).toMatchObject({
      code: 'finalReviewer',
      rights: expect.arrayContaining([
        { subject: '稿件', actions: ['查看', '终审', '退回'], note: '可限栏目，本站' },
      ]),
      conflictsWith: ['systemAdmin', 'securityAdmin', 'auditAdmin'],
    });
  });
});
