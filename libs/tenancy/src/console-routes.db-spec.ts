import { createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor, SiteRef } from '@zhanqun/kernel';
import {
  AbilityFactory,
  createJsonApp,
  HttpGuardModule,
  PlatformModule,
  readConfig,
  SESSION_COOKIE,
  SessionReader,
} from '@zhanqun/platform';
import { migratedTestDatabase } from '@zhanqun/test-support';
import { TenancyConsoleModule, TenancyModule } from '@zhanqun/tenancy';

jest.setTimeout(60_000);

type Rule = RawRuleOf<MongoAbility>;
const entry: Rule = { action: 'use', subject: 'Console' };
const desk: Rule = { action: 'use', subject: 'Desk' };

/** Whoever the cookie names: `system` may do everything with sites, `qingshui` works at one, `nobody` has no desk. */
class Names extends SessionReader {
  override async read(token: string): Promise<Actor | null> {
    return { accountId: token.length, name: token, organisationId: null };
  }
}
class Rights extends AbilityFactory {
  override async for(actor: Actor, site: SiteRef | undefined): Promise<MongoAbility> {
    const subjects = ['Site', 'SiteSettings', 'Organisation', 'Regulation'];
    if (actor.name === 'system')
      return createMongoAbility([{ action: 'manage', subject: subjects }, entry, desk]);
    if (!site) return createMongoAbility([entry]);
    if (actor.name !== 'qingshui' || site.key !== 'qingshui') return createMongoAbility([] as Rule[]);
    return createMongoAbility<MongoAbility>([
      { action: ['read', 'update'], subject: 'Site', conditions: { key: 'qingshui' } },
      { action: 'manage', subject: 'SiteSettings' },
      desk,
    ]);
  }
}
@Global()
@Module({
  providers: [
    { provide: SessionReader, useClass: Names },
    { provide: AbilityFactory, useClass: Rights },
  ],
  exports: [SessionReader, AbilityFactory],
})
class PeopleModule {}

describe('站点后台接口', () => {
  let app: NestFastifyApplication;
  let dispose: () => Promise<void>;

  beforeAll(async () => {
    const database = await migratedTestDatabase();
    const { url, dataDir } = database.config;
    const config = readConfig({ DATA_DIR: dataDir, NODE_ENV: 'test', ...(url ? { DATABASE_URL: url } : {}) });
    @Module({
      imports: [
        PlatformModule.forRoot(config),
        HttpGuardModule,
        PeopleModule,
        TenancyModule,
        TenancyConsoleModule,
      ],
    })
    class Console {}
    app = await createJsonApp(Console, config);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    dispose = database.dispose;

    await ask('POST', '/sites', {
      blueprint: 'portal',
      key: 'shifan',
      name: '示范县人民政府',
      bindings: [{ host: 'shifan.localhost' }],
    });
    await ask('POST', '/sites', {
      blueprint: 'township',
      key: 'qingshui',
      name: '清水镇人民政府',
      parent: 'shifan',
    });
  });
  afterAll(async () => {
    await app.close();
    await dispose();
  });

  async function ask(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    who = 'system',
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const answer = await app.inject({
      method,
      url: `/api${path}`,
      headers: { cookie: `${SESSION_COOKIE}=${who}` },
      ...(body ? { payload: body } : {}),
    });
    return { status: answer.statusCode, body: answer.json() as Record<string, unknown> };
  }

  it('opens a site and shows it with its moves and what it lacks', async () => {
    const { status, body } = await ask('POST', '/sites', {
      blueprint: 'department',
      key: 'czj',
      name: '示范县财政局',
      parent: 'shifan',
      bindings: [{ host: 'czj.shifan.localhost' }],
    });

    expect(status).toBe(201);
    expect(body['site']).toMatchObject({
      key: 'czj',
      kind: 'department',
      statusName: '筹建',
      portal: 'shifan',
      url: 'http://czj.shifan.localhost:8080/',
      moves: [{ move: 'goOnline', name: '上线' }],
      missing: expect.arrayContaining(['网站标识码']),
    });
    expect(body['advice']).toHaveLength(1);
  });

  it('answers a refusal with code, Chinese message and trace id', async () => {
    expect(await ask('POST', '/sites/shifan/go-online', {})).toMatchObject({
      status: 409,
      body: { code: 'tenancy.site.notReady', message: expect.stringContaining('主办单位') },
    });
  });

  it.each([
    ['POST', '/sites', { blueprint: 'portal', key: 'x1', name: '一' }],
    ['POST', '/sites', { blueprint: 'portal', key: 'x1', name: '示范县', siteId: 7 }],
    ['PUT', '/sites/shifan/bindings', { bindings: [{ host: 5 }] }],
    ['POST', '/sites/shifan/suspend', { reason: '机房改造', until: 'soon' }],
  ] as const)('%s %s refuses the body %j', async (method, path, body) => {
    expect((await ask(method, path, body)).status).toBe(400);
  });

  it('lists for a site administrator only the own site', async () => {
    const { body } = await ask('GET', '/sites?q=示范&pageSize=5', undefined, 'qingshui');
    expect(body).toMatchObject({ items: [], total: 0 });

    const own = await ask('GET', '/sites', undefined, 'qingshui');
    expect((own.body['items'] as { key: string }[]).map(({ key }) => key)).toEqual(['qingshui']);
  });

  it('lets a site administrator edit the own facts and nothing of the life cycle', async () => {
    const edit = await ask('PATCH', '/sites/qingshui', { contactPhone: '0743-4720001' }, 'qingshui');
    expect(edit).toMatchObject({ status: 200, body: { contactPhone: '0743-4720001' } });
    expect((await ask('POST', '/sites/qingshui/go-online', {}, 'qingshui')).status).toBe(403);
    expect((await ask('PUT', '/sites/qingshui/bindings', { bindings: [] }, 'qingshui')).status).toBe(403);
  });

  it('answers a stranger exactly as if the site did not exist', async () => {
    const there = await ask('GET', '/sites/shifan', undefined, 'qingshui');
    const nowhere = await ask('GET', '/sites/nowhere', undefined, 'qingshui');

    const withoutTrace = (body: Record<string, unknown>): unknown => ({ ...body, traceId: '' });
    expect(there.status).toBe(404);
    expect(JSON.stringify(withoutTrace(there.body)).replaceAll('shifan', 'nowhere')).toBe(
      JSON.stringify(withoutTrace(nowhere.body)),
    );
  });

  it('shows a regulation with every figure, its source and the warning that it has expired', async () => {
    const { body } = await ask('GET', '/regulations/dezhou-2013');

    expect(body).toMatchObject({
      title: '德州市政府网站管理办法',
      isExpired: true,
      versions: [{ version: 1 }],
    });
    expect(body['figures']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ label: '动态、要闻类栏目更新周期', value: '14天' }),
        expect.objectContaining({ label: '重要信息审核', value: '初审 → 复审 → 终审' }),
        expect.objectContaining({ label: '每年应急演练次数', value: '1' }),
      ]),
    );
    expect(
      (body['figures'] as { label: string; key: string }[]).every(({ label, key }) => label !== key),
    ).toBe(true);
    expect(body['indicators']).toHaveLength(50);
  });

  it('sets, locks and gives back a setting', async () => {
    await ask('PUT', '/sites/shifan/settings/site.notice', { value: '系统维护', lock: true });

    const form = await ask('GET', '/sites/qingshui/settings', undefined, 'qingshui');
    expect(form.body).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          key: 'site.notice',
          value: '系统维护',
          from: 'portal',
          lockedBy: 'portal',
        }),
      ]),
    );
    expect(await ask('PUT', '/sites/qingshui/settings/site.notice', { value: '' }, 'qingshui')).toMatchObject(
      {
        status: 403,
        body: { code: 'tenancy.setting.locked' },
      },
    );
    expect((await ask('DELETE', '/sites/shifan/settings/site.notice')).body).toMatchObject({
      value: '',
      from: 'default',
    });
  });

  it('keeps organisations', async () => {
    const made = await ask('POST', '/organisations', { name: '示范县人民政府办公室', kind: 'office' });
    const id = made.body['id'] as number;

    expect((await ask('PATCH', `/organisations/${id}`, { leader: '张三' })).body).toMatchObject({
      leader: '张三',
    });
    expect((await ask('GET', '/organisations?q=办公室')).body).toMatchObject({
      total: 1,
      page: 1,
      pageSize: 20,
    });
    expect((await ask('GET', '/organisations/tree')).body).toMatchObject([{ id, children: [] }]);
  });

  it('shows history and blueprints', async () => {
    expect((await ask('GET', '/sites/shifan/history')).body).toMatchObject([
      { moveName: '建站', to: 'preparing' },
    ]);
    expect((await ask('GET', '/blueprints')).body).toHaveLength(4);
  });
});
