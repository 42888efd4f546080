import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import Database from 'libsql';
import { DEMO_PASSWORD, demoData, isGreeted, SITES } from '../support/county';
import { freePort, launch, start, type RunningApp } from '../support/processes';
import { Desk } from '../support/desk';
import { temporaryDirectory, type TemporaryDirectory } from '../support/temporary';
import { until } from '../support/until';
import { visit } from '../support/visitor';

const PATIENCE = { within: 180_000, every: 50 };
let directory: TemporaryDirectory;
let county: TemporaryDirectory | undefined;
let running: RunningApp[] = [];

beforeEach(() => {
  directory = temporaryDirectory();
  county = undefined;
  running = [];
});
afterEach(async () => {
  for (const app of running) await app.stop();
  await directory.remove();
  await county?.remove();
});

async function launched(env: Record<string, string>): Promise<RunningApp> {
  const app = await launch('all-in-one', { DATA_DIR: directory.path, ...env });
  running.push(app);
  return app;
}

/** The platform on a copy of the demo county. */
async function startedCounty(): Promise<RunningApp> {
  county ??= await demoData();
  const app = await start('all-in-one', { DATA_DIR: county.path });
  running.push(app);
  return app;
}

/** Runs to its end; the code and what it said. */
async function ended(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const app = await launched(env);
  const code = await until(() => (app.child.exitCode === null ? null : [app.child.exitCode]), PATIENCE);
  return { code: code[0] ?? null, said: app.output() };
}

const links = (said: string): string[] => said.match(/http:\/\/\S+\/link\/[\w-]{43}/g) ?? [];

describe('首次启动', () => {
  it('fills an empty database with the demo county and says where it is and who may enter', async () => {
    const app = await launched({ SEED: 'demo' });
    await until(() => isGreeted(app), PATIENCE);

    const said = app.output();
    for (const { host, prefix } of Object.values(SITES))
      expect(said).toContain(`http://${host}:${app.publicPort}${prefix}/`);
    expect(said).toContain(`http://127.0.0.1:${app.consolePort}/`);
    expect(said).toContain('qs-editor');
    expect(said).toContain(DEMO_PASSWORD);
    const home = await visit(app.publicPort, SITES.qingshui.host, '/');
    expect(home).toMatchObject({ status: 200 });
    expect(home.body).toContain('清水镇');

    expect(await app.stop('SIGINT')).toBe(0);
  });

  it('keeps its data and does not seed again the second time', async () => {
    const first = await startedCounty();
    const desk = await Desk.signIn(first.consolePort, 'qs-editor', DEMO_PASSWORD);
    const before = await desk.get<{ total: number; items: { id: number }[] }>('/sites/qingshui/articles');
    expect(await first.stop()).toBe(0);

    const second = await startedCounty();
    const again = await Desk.signIn(second.consolePort, 'qs-editor', DEMO_PASSWORD);
    expect(await again.get('/sites/qingshui/articles')).toMatchObject({
      total: before.total,
      items: before.items.map(({ id }) => ({ id })),
    });
  });
});

describe('没有演示数据的平台', () => {
  let empty: TemporaryDirectory;
  let app: RunningApp;
  beforeAll(async () => {
    empty = temporaryDirectory();
    app = await launch('all-in-one', { DATA_DIR: empty.path, SEED: 'none' });
    await until(() => isGreeted(app), PATIENCE);
  }, 240_000);
  afterAll(async () => {
    await app?.stop();
    await empty.remove();
  });

  it('makes three one-time links instead of default passwords when nothing is seeded', async () => {
    const found = links(app.output());
    expect(found).toHaveLength(3);
    for (const name of ['系统管理员', '安全管理员', '审计管理员']) expect(app.output()).toContain(name);
    for (const password of [DEMO_PASSWORD, 'admin', 'admin123', '123456', 'sysadmin', '']) {
      const refused = await visit(app.consolePort, 'localhost', '/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'sysadmin', password }),
      });
      expect([400, 401, 403, 429]).toContain(refused.status);
      expect(refused.headers['set-cookie']).toBeUndefined();
    }
    expect((await visit(app.publicPort, SITES.shifan.host, '/')).status).toBe(421);
  });

  it('lets each link be used once, and announces nothing that was used', async () => {
    const [link = ''] = links(app.output());
    const token = link.split('/').at(-1) ?? '';
    const use = (): Promise<{ status: number; body: string }> =>
      visit(app.consolePort, 'localhost', `/api/one-time-links/${token}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ realName: '陈守一', password: 'Kaizhan@2026xy' }),
      });

    expect(await use()).toMatchObject({ status: 200 });
    expect(await use()).toMatchObject({ status: 404 });
    await expect(Desk.signIn(app.consolePort, 'sysadmin', 'Kaizhan@2026xy')).resolves.toBeDefined();
  });

  it('refuses a database that a newer version has migrated, and touches nothing', async () => {
    await app.stop();
    const write = new Database(join(empty.path, 'zhanqun.sqlite'));
    write
      .prepare('INSERT INTO migration (timestamp, name) VALUES (?, ?)')
      .run(9_999_999_999_999, 'FromTomorrow9999999999999');
    write.close();

    const { code, said } = await ended({ SEED: 'none', DATA_DIR: empty.path });

    expect(code).toBe(1);
    expect(said).toContain('FromTomorrow9999999999999');
    expect(said).toMatch(/更新|较新|新版/);
    expect(said).not.toMatch(/\n\s+at /);
  });
});

describe('停止', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'lets what is under way finish on %s and exits 0',
    async (signal) => {
      const app = await startedCounty();
      const underWay = request({
        port: app.consolePort,
        host: '127.0.0.1',
        path: '/api/session',
        method: 'POST',
        agent: false,
        headers: {
          'content-type': 'application/json',
          expect: '100-continue',
          'transfer-encoding': 'chunked',
        },
      });
      // The server has taken the request when it asks for the body; the signal comes before the body does.
      const body = JSON.stringify({ username: 'qs-editor', password: DEMO_PASSWORD });
      const stopped = new Promise<number | null>((resolve) => {
        underWay.once('continue', () => {
          resolve(app.stop(signal));
          setTimeout(() => underWay.end(body), 200);
        });
      });
      const status = new Promise<number | undefined>((resolve, reject) => {
        underWay.once('response', (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        underWay.once('error', reject);
      });
      underWay.flushHeaders();

      expect(await status).toBe(200);
      expect(await stopped).toBe(0);
      await expect(visit(app.publicPort, SITES.shifan.host, '/')).rejects.toMatchObject({
        code: 'ECONNREFUSED',
      });
    },
  );
});

describe('拒绝启动', () => {
  it('names every wrong variable on a line of its own and exits 1', async () => {
    const { code, said } = await ended({
      PUBLIC_PORT: '70000',
      CONSOLE_PORT: 'abc',
      DATABASE_URL: 'postgres://localhost/x',
      REDIS_URL: 'localhost:6379',
      SEED: 'everything',
      PUBLIC_SCHEME: 'ftp',
    });

    expect(code).toBe(1);
    const faults = said.split('\n').filter((line) => line.trimStart().startsWith('·'));
    for (const name of ['PUBLIC_PORT', 'CONSOLE_PORT', 'DATABASE_URL', 'REDIS_URL', 'SEED', 'PUBLIC_SCHEME'])
      expect(faults.filter((line) => line.includes(`${name}：`))).toHaveLength(1);
    expect(said).not.toMatch(/\n\s+at /);
  });

  it.each(['PUBLIC_PORT', 'CONSOLE_PORT'])(
    'says which port is taken and how to choose another: %s',
    async (variable) => {
      const port = await freePort();
      const other = createServer();
      await new Promise<void>((done) => other.listen(port, '127.0.0.1', done));
      try {
        const { code, said } = await ended({ [variable]: String(port), SEED: 'none' });

        expect(code).toBe(1);
        expect(said).toContain(String(port));
        expect(said).toContain(variable);
        expect(said).toContain('占用');
        expect(said).not.toMatch(/\n\s+at /);
      } finally {
        await new Promise((done) => other.close(done));
      }
    },
  );
});
