import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  Accounts,
  IdentityModule,
  InitialPasswords,
  Memberships,
  SignIn,
  type RoleCode,
} from '@zhanqun/identity';
import { denyAll, systemCtx, type SiteRef } from '@zhanqun/kernel';
import {
  createJsonApp,
  HttpGuardModule,
  PlatformModule,
  readConfig,
  SESSION_COOKIE,
  SiteDirectory,
} from '@zhanqun/platform';
import { migratedTestDatabase } from '@zhanqun/test-support';
import { SiteService, TenancyModule } from '@zhanqun/tenancy';
import { ThemingModule } from '@zhanqun/theming';
import { ContentConsoleModule, ContentModule, ContentPublicModule } from '@zhanqun/content';

jest.setTimeout(60_000);

interface Reply {
  readonly status: number;
  readonly body: Record<string, never> & {
    items?: unknown[];
    code?: string;
    message?: string;
    details?: unknown;
  };
}
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

let app: NestFastifyApplication;
let dispose: () => Promise<void>;
let site: SiteRef;
const cookies = new Map<string, string>();
const PASSWORD = 'Qing-shui.2026x';

/** What the screen sends for a whole article. */
const article = {
  kind: 'news',
  title: '春耕备耕工作部署会召开',
  subtitle: '',
  body: '<p>会议要求抓好春耕生产。<script>x()</script></p>',
  summary: '',
  source: '清水镇党政办',
  author: '',
  importance: 'routine',
  isPinned: false,
  policy: null,
  coverAssetId: null,
  attachmentIds: [],
  interpretsArticleId: null,
};

beforeAll(async () => {
  const database = await migratedTestDatabase();
  const { url, dataDir } = database.config;
  const config = readConfig({ DATA_DIR: dataDir, NODE_ENV: 'test', ...(url ? { DATABASE_URL: url } : {}) });
  @Module({
    imports: [
      PlatformModule.forRoot(config),
      HttpGuardModule,
      TenancyModule,
      IdentityModule,
      ThemingModule,
      ContentModule,
      ContentPublicModule,
      ContentConsoleModule,
    ],
  })
  class Console {}
  app = await createJsonApp(Console, config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  dispose = database.dispose;

  const ctx = systemCtx(new Date());
  await app.get(SiteService).open(ctx, {
    blueprint: 'portal',
    key: 'shifan',
    name: '示范县人民政府',
    bindings: [{ host: 'shifan.localhost' }],
  });
  await app.get(SiteService).open(ctx, {
    blueprint: 'township',
    key: 'qingshui',
    name: '清水镇人民政府',
    parent: 'shifan',
    bindings: [{ host: 'shifan.localhost', prefix: '/qingshui' }],
  });
  site = app.get(SiteDirectory).byKey('qingshui') as SiteRef;
  await hire('editor', 'editor');
  await hire('first', 'initialReviewer');
  await hire('admin', 'siteAdmin');
});
afterAll(async () => {
  await app.close();
  await dispose();
});

async function hire(username: string, role: RoleCode): Promise<void> {
  const ctx = systemCtx(new Date());
  const { account } = await app
    .get(Accounts)
    .create(ctx, { username, realName: username, organisationId: null });
  await app.get(InitialPasswords).set(ctx, account.id, PASSWORD, { mustChange: false });
  await app.get(Memberships).grant(ctx, { accountId: account.id, role, site });
  const nobody = { ability: denyAll, now: new Date(), traceId: 'test' };
  const { token } = await app
    .get(SignIn)
    .signIn(nobody, { username, password: PASSWORD }, { address: '127.0.0.1', userAgent: 'jest' });
  cookies.set(username, token);
}

async function ask(who: string, method: Method, path: string, body?: object): Promise<Reply> {
  const answer = await app.inject({
    method,
    url: `/api${path}`,
    headers: { cookie: `${SESSION_COOKIE}=${cookies.get(who) ?? ''}` },
    ...(body ? { payload: body } : {}),
  });
  const isJson = String(answer.headers['content-type']).includes('json');
  return {
    status: answer.statusCode,
    body: (isJson ? answer.json() : { text: answer.body }) as Reply['body'],
  };
}
const at = (path: string): string => `/sites/qingshui${path}`;
const channelId = async (path: string): Promise<number> => {
  const { body } = await ask('editor', 'GET', at('/channels'));
  return (body as unknown as { id: number; path: string }[]).find((each) => each.path === path)?.id ?? 0;
};
async function draft(more: object = {}): Promise<number> {
  const { status, body } = await ask('editor', 'POST', at('/articles'), {
    ...article,
    channelId: await channelId('xzdt'),
    ...more,
  });
  expect([status, body.message]).toEqual([201, undefined]);
  return body['id'] as unknown as number;
}

describe('稿件接口', () => {
  it('carries a text from the screen through its review', async () => {
    const id = await draft();
    const detail = await ask('editor', 'GET', at(`/articles/${id}`));
    expect(detail.body).toMatchObject({
      body: '<p>会议要求抓好春耕生产。</p>',
      version: 1,
      openState: 'draft',
      channelName: '乡镇动态',
      reviewSteps: ['initialReview'],
      policy: null,
      cover: null,
    });

    const saved = await ask('editor', 'PATCH', at(`/articles/${id}`), {
      ...article,
      channelId: await channelId('xzdt'),
      title: '新标题',
      version: 1,
    });
    expect(saved).toMatchObject({ status: 200, body: { title: '新标题', version: 2 } });
    expect(await ask('editor', 'POST', at(`/articles/${id}/submit`), { version: 2 })).toMatchObject({
      status: 200,
      body: { openState: 'initialReview', moves: ['recall'] },
    });
    expect(await ask('first', 'POST', at(`/articles/${id}/pass-initial`), { version: 2 })).toMatchObject({
      status: 200,
      body: { state: 'published', url: expect.stringContaining(`/qingshui/art/`) },
    });
    expect((await ask('editor', 'GET', at(`/articles/${id}/trail`))).status).toBe(200);
    expect((await ask('editor', 'GET', at(`/articles/${id}/revisions`))).status).toBe(200);
    expect((await ask('editor', 'GET', at(`/articles/${id}/changes`))).status).toBe(200);
    const preview = await ask('editor', 'GET', at(`/articles/${id}/preview`));
    expect([preview.status, String(preview.body['text']).includes('新标题')]).toEqual([200, true]);
    expect(await ask('admin', 'POST', at(`/articles/${id}/withdraw`), { reason: '有误' })).toMatchObject({
      status: 200,
      body: { state: 'withdrawn', withdrawnReason: '有误' },
    });
  });

  it('lists with filters and refuses unknown ones', async () => {
    await draft({ title: '可以找到的标题' });
    const found = await ask(
      'editor',
      'GET',
      at('/articles?state=draft&kind=news&q=找到&sort=-updatedAt&author=me&pageSize=5'),
    );

    expect(found).toMatchObject({ status: 200, body: { page: 1, pageSize: 5, total: 1 } });
    expect((await ask('editor', 'GET', at('/articles?state=nonsense'))).status).toBe(400);
    expect((await ask('editor', 'GET', at('/articles?sort=body'))).status).toBe(400);
  });

  it('answers a stale save with 409 and who saved', async () => {
    const id = await draft();
    await ask('admin', 'PATCH', at(`/articles/${id}`), { version: 1, title: '管理员改的' });

    expect(
      await ask('editor', 'PATCH', at(`/articles/${id}`), { version: 1, title: '我改的' }),
    ).toMatchObject({
      status: 409,
      body: { code: 'content.article.versionStale', details: { currentVersion: 2, savedBy: 'admin' } },
    });
  });

  it('takes half a million characters and refuses a million and one', async () => {
    const id = await draft({ body: `<p>${'字'.repeat(500_000)}</p>` });
    expect(id).toBeGreaterThan(0);

    const tooLong = await ask('editor', 'POST', at('/articles'), {
      ...article,
      channelId: await channelId('xzdt'),
      body: '字'.repeat(1_000_001),
    });
    expect(tooLong).toMatchObject({ status: 413, body: { code: 'content.article.tooLong' } });
  });

  it('refuses what cannot be stored, a smuggled site and a foreign channel', async () => {
    const base = { ...article, channelId: await channelId('xzdt') };
    expect((await ask('editor', 'POST', at('/articles'), { ...base, title: 'a\u0000b' })).status).toBe(400);
    expect((await ask('editor', 'POST', at('/articles'), { ...base, siteId: 1 })).status).toBe(400);
    expect(await ask('editor', 'POST', at('/articles'), { ...base, channelId: 1 })).toMatchObject({
      status: 404,
      body: { code: 'content.channel.notFound' },
    });
  });

  it('takes policy facts with empty days and gives them back', async () => {
    const policy = {
      documentNumber: '清政发〔2026〕3号',
      issuedOn: '2026-03-01',
      issuer: '清水镇人民政府',
      indexNumber: '',
      subjectCategory: '综合政务',
      genre: '通知',
      validity: 'valid',
      effectiveOn: null,
      expiresOn: null,
    };
    const id = await draft({ kind: 'policyDocument', channelId: await channelId('zwgk/zcwj'), policy });

    expect((await ask('editor', 'GET', at(`/articles/${id}`))).body).toMatchObject({ policy });
    const wrong = await ask('editor', 'PATCH', at(`/articles/${id}`), {
      version: 1,
      policy: { ...policy, issuedOn: '2026-02-30' },
    });
    expect(wrong).toMatchObject({ status: 400, body: { message: expect.stringContaining('成文日期') } });
  });
});

describe('栏目接口', () => {
  it('makes, edits, moves and removes a channel', async () => {
    const input = {
      name: '农技推广',
      slug: 'njtg',
      parentId: await channelId('snxx'),
      kind: 'dynamic',
      linkUrl: '',
      updateClass: 'other',
      cycleDays: null,
      ownerOrganisationId: null,
      description: '农业技术',
      keywords: '农技；推广',
      isNavigation: false,
      isHidden: false,
    };
    const made = await ask('admin', 'POST', at('/channels'), input);
    expect(made).toMatchObject({
      status: 201,
      body: { path: 'snxx/njtg', keywords: '农技;推广', effectiveCycle: '12个月', articles: 0 },
    });
    const id = made.body['id'] as unknown as number;
    const { parentId: _where, ...changes } = input;
    expect(await ask('admin', 'PATCH', at(`/channels/${id}`), { ...changes, name: '农技' })).toMatchObject({
      status: 200,
      body: { name: '农技', path: 'snxx/njtg' },
    });
    expect(
      await ask('admin', 'POST', at(`/channels/${id}/move`), { parentId: null, position: 0 }),
    ).toMatchObject({
      status: 200,
      body: { parentId: null, position: 0 },
    });
    expect((await ask('editor', 'DELETE', at(`/channels/${id}`))).status).toBe(403);
    expect((await ask('admin', 'DELETE', at(`/channels/${id}`))).status).toBe(204);
  });
});

describe('待办接口', () => {
  it('counts what it lists', async () => {
    const id = await draft();
    await ask('editor', 'POST', at(`/articles/${id}/submit`), {});

    const { body } = await ask('first', 'GET', '/todos');
    expect(body).toMatchObject({ total: (body.items ?? []).length });
    expect(await ask('first', 'GET', '/todos/count')).toMatchObject({ body: { count: body['total'] } });
    expect((await ask('nobody', 'GET', '/todos')).status).toBe(401);
  });
});

describe('不完整的请求', () => {
  it.each([
    ['POST', '/check', { title: null }],
    ['POST', '/check', { attachments: null }],
    ['POST', '/topics', {}],
    ['POST', '/topics', { path: null, name: 'x', startsOn: '2026-03-01', endsOn: '2026-03-02' }],
    ['POST', '/articles/1/send-back', { reason: '退', version: null }],
    ['POST', '/channel-changes', { kind: 'close', channelId: 1, reason: '并', keeping: null }],
    ['POST', '/reviews/batch-pass', { items: [[]] }],
    ['PATCH', '/assets/1', { alt: null }],
    ['PATCH', '/channels/1', { name: null }],
    ['GET', '/register?from=2026-99-99', undefined],
  ] as const)('%s %s is refused in Chinese and breaks nothing: %j', async (method, path, body) => {
    const answer = await ask('admin', method, at(path), body);

    expect([400, 404, 422]).toContain(answer.status);
    expect(answer.body.message).toMatch(/[\u4e00-\u9fff]/);
  });
});
