import type { INestApplicationContext } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Article, Asset, Channel, Delivery } from '@zhanqun/content';
import { Account, IdentityModule, SignIn } from '@zhanqun/identity';
import { atSite, systemCtx, type SiteCtx, type StaffCtx } from '@zhanqun/kernel';
import { Audit, Db, In, PlatformModule, prepareDatabase, readConfig, SiteDirectory } from '@zhanqun/platform';
import { Finding, PatrolRun, Rectification, SupervisionModule } from '@zhanqun/supervision';
import { TenancyModule } from '@zhanqun/tenancy';
import { ThemingModule } from '@zhanqun/theming';
import { ContentModule, ContentPublicModule } from '@zhanqun/content';
import { emptyTestDatabase } from '@zhanqun/test-support';
import { ACCOUNTS, DEMO_PASSWORD } from './county/accounts';
import { SITES, type SiteKey } from './county/sites';
import { Demo } from './demo.service';
import { DemoModule } from './demo.module';

jest.setTimeout(120_000);

/** The platform as the command line opens it: no port, no job runner. */
async function openPlatform(
  seed: 'demo' | 'none',
  production = false,
): Promise<{ app: INestApplicationContext; close: () => Promise<void> }> {
  const { config: database, dispose } = await emptyTestDatabase();
  const config = readConfig({
    DATA_DIR: database.dataDir,
    SEED: seed,
    ...(database.url ? { DATABASE_URL: database.url } : {}),
    ...(production ? { NODE_ENV: 'production' } : {}),
  });
  await prepareDatabase(config);
  @Module({
    imports: [
      PlatformModule.forRoot(config),
      TenancyModule,
      IdentityModule,
      ThemingModule,
      ContentModule,
      ContentPublicModule,
      SupervisionModule,
      DemoModule,
    ],
  })
  class App {}
  const app = await NestFactory.createApplicationContext(App, { logger: false, abortOnError: false });
  return {
    app,
    close: async () => {
      await app.close();
      await dispose();
    },
  };
}

describe('演示县', () => {
  let platform: Awaited<ReturnType<typeof openPlatform>>;
  let greeting: string[];
  let staff: StaffCtx;
  const db = (): Db => platform.app.get(Db);
  const at = (key: SiteKey): SiteCtx => {
    const site = platform.app.get(SiteDirectory).byKey(key);
    if (!site) throw new Error(key);
    return atSite(staff, site);
  };
  beforeAll(async () => {
    platform = await openPlatform('demo');
    greeting = await platform.app.get(Demo).seedWhenEmpty();
    staff = systemCtx(new Date());
  });
  afterAll(() => platform.close());

  it('is online at every address it greets with', () => {
    for (const { key, host, prefix = '' } of SITES) {
      expect(at(key).site).toMatchObject({ status: 'online', host, prefix });
      expect(greeting.join('\n')).toContain(`http://${host}:8080${prefix}/`);
    }
    for (const { username } of ACCOUNTS) expect(greeting.join('\n')).toContain(username);
  });

  it('shows more than six hundred articles in more than sixty channels', async () => {
    const count = async (entity: typeof Article | typeof Channel): Promise<number> => {
      let total = 0;
      for (const { key } of SITES)
        total += await db()
          .site(at(key), entity as typeof Article)
          .count(entity === Article ? { state: 'published' } : {});
      return total;
    };

    expect(await count(Article)).toBeGreaterThanOrEqual(600);
    expect(await count(Channel)).toBeGreaterThanOrEqual(60);
  });

  it('has pictures with words for those who cannot see them, and texts that show them', async () => {
    const pictures = await db()
      .site(at('qingshui'), Asset)
      .find({ where: { kind: 'image' } });
    const covered = await db()
      .site(at('qingshui'), Article)
      .count({ coverAssetId: In(pictures.map(({ id }) => id)) });

    expect(pictures.length).toBeGreaterThan(3);
    expect(pictures.every(({ alt }) => alt.length > 3)).toBe(true);
    expect(covered).toBeGreaterThan(0);
  });

  it('lets everybody in with the printed password, without a change being forced', async () => {
    const signIn = platform.app.get(SignIn);
    for (const { username } of ACCOUNTS.slice(0, 3)) {
      const client = { address: '127.0.0.1', userAgent: 'spec' };
      await expect(
        signIn.signIn(staff, { username, password: DEMO_PASSWORD }, client),
      ).resolves.toBeDefined();
    }
    expect(await db().shared(staff, Account).count({ mustChangePassword: true })).toBe(0);
  });

  it('has work on the desks: drafts, every step of review, a scheduled, a withdrawn and a revised text', async () => {
    const states = await db().site(at('qingshui'), Article).find({});
    const open = new Set(states.map(({ reviewState }) => reviewState));

    for (const state of ['draft', 'initialReview', 'secondReview', 'finalReview', 'approved'])
      expect(open).toContain(state);
    expect(states.filter(({ isSentBack }) => isSentBack).length).toBeGreaterThan(0);
    expect(states.map(({ state }) => state)).toEqual(expect.arrayContaining(['scheduled', 'withdrawn']));
    expect(states.some(({ state, openRevisionId }) => state === 'published' && openRevisionId)).toBe(true);
  });

  it('has deliveries in every state', async () => {
    const deliveries = await db().shared(staff, Delivery).find({});

    expect(new Set(deliveries.map(({ state }) => state))).toEqual(
      new Set(['sent', 'accepted', 'declined', 'recalled']),
    );
  });

  it('is found at fault where it was meant to be, and nowhere is a veto due', async () => {
    const findings = await db().shared(staff, Finding).find({});
    const of = (key: SiteKey, code: string): Finding[] =>
      findings.filter(
        ({ aboutSiteId, indicatorCode }) => aboutSiteId === at(key).site.id && indicatorCode === code,
      );

    expect(of('qingshui', 'V-W4a').map(({ title }) => title)).toEqual([expect.stringContaining('乡镇动态')]);
    expect(of('longtan', 'V-W4c').map(({ title }) => title)).toEqual([expect.stringContaining('互动交流')]);
    expect(of('wjw', 'D-4.3')).toHaveLength(1);
    expect(findings.map(({ title }) => title)).toHaveLength(3);
    expect(await db().shared(staff, PatrolRun).find({})).toMatchObject([{ state: 'done' }]);
    expect(await db().shared(staff, Rectification).find({})).toMatchObject([{ state: 'accepted' }]);
  });

  it('leaves an unbroken audit trail behind', async () => {
    const audit = platform.app.get(Audit);
    for (const { key } of SITES)
      expect(await audit.verify(staff, at(key).site.id)).toMatchObject({ isIntact: true });
  });

  it('writes nothing the second time and greets with the same addresses and accounts', async () => {
    const before = await db().shared(staff, Account).count();

    expect((await platform.app.get(Demo).seedWhenEmpty()).slice(1)).toEqual(greeting.slice(1));
    expect(await platform.app.get(Demo).seedDemo(staff)).toEqual(['数据库中已有站点，没有写入演示县']);

    expect(await db().shared(staff, Account).count()).toBe(before);
  });

  it('gets a large neighbour on demand', async () => {
    const seen: number[] = [];

    await platform.app
      .get(Demo)
      .seedLarge(staff, { sites: 3, articles: 40, onProgress: (done) => seen.push(done) });

    const directory = platform.app.get(SiteDirectory);
    expect(seen).toEqual([40, 80, 120]);
    expect(directory.all().filter(({ host }) => host === 'daxing.localhost')).toMatchObject([
      { status: 'online' },
      { status: 'online' },
      { status: 'online' },
    ]);
  });
});

describe('空库启动', () => {
  it.each([
    ['the configuration asks for no demo', 'none', false],
    ['it runs in production', 'demo', true],
  ] as const)('stays empty where %s', async (_, seed, production) => {
    const platform = await openPlatform(seed, production);

    expect(await platform.app.get(Demo).seedWhenEmpty()).toEqual([]);

    expect(platform.app.get(SiteDirectory).all()).toEqual([]);
    await platform.close();
  });
});
