import { createClient } from 'redis';
import { createConnection } from 'mysql2/promise';
import {
  County,
  demoDatabase,
  pathOf,
  SITES,
  STAFF,
  type DemoDatabase,
  type PageOf,
} from '../support/county';
import { freePort, start, type RunningApp } from '../support/processes';
import { breakable, testRedis, type BreakableRedis } from '../support/redis';
import { until } from '../support/until';
import { visit } from '../support/visitor';

/** As a city runs it: two public processes, one console, one worker, on MariaDB and Redis. */
let database: DemoDatabase;
let redis: BreakableRedis;
let county: County;
let publics: RunningApp[] = [];
let worker: RunningApp;
let env: Record<string, string>;

beforeAll(async () => {
  const server = await testRedis();
  database = await demoDatabase();
  // A database of Redis of its own, behind a line that can be cut.
  redis = await breakable({
    url: Object.assign(new URL(server.url), { pathname: '/9' }).href,
    close: server.close,
  });
  const publicPort = await freePort();
  env = {
    NODE_ENV: 'production',
    DATA_DIR: database.dataDir,
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    PUBLIC_SCHEME: 'http',
    PUBLIC_LINK_PORT: String(publicPort),
  };
  const [first, second, console, jobs] = await Promise.all([
    start('public', { ...env, PUBLIC_PORT: String(publicPort) }),
    start('public', env),
    start('console-api', env),
    start('worker', env),
  ]);
  publics = [first, second];
  worker = jobs;
  county = new County(console, publicPort);
}, 300_000);

afterAll(async () => {
  for (const app of [...publics, county?.app, worker]) await app?.stop();
  await wipeRedis();
  await redis?.close();
  await database?.dispose();
}, 60_000);

/** Everything Redis holds for these processes, gone. */
async function wipeRedis(): Promise<void> {
  const given = await testRedis();
  const client = createClient({ url: Object.assign(new URL(given.url), { pathname: '/9' }).href });
  await client.connect();
  await client.flushDb();
  client.destroy();
  await given.close();
}

const HOST = SITES.qingshui.host;

interface Watch {
  /** How many visitors came after the first who saw the word. */
  visitorsSince(): number;
  /** Whether each visitor saw the word, in the order they asked. */
  stop(): Promise<boolean[]>;
}

/** Watches a path at one process for a word. */
function watch(port: number, path: string, word: string): Watch {
  const seen: boolean[] = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const { status, body } = await visit(port, HOST, path);
      expect(status).toBe(200);
      seen.push(body.includes(word));
    }
  })();
  return {
    visitorsSince: () => (seen.includes(true) ? seen.length - seen.indexOf(true) - 1 : 0),
    stop: async () => {
      isOver = true;
      await watching;
      return seen;
    },
  };
}

describe('分开的进程', () => {
  it('show what was published everywhere, and never again what was before', async () => {
    const title = '清水镇开通夜间门诊';
    const draft = await county.draft('qingshui', 'tzgg', title, { kind: 'notice' });
    const last = await county.bringToLastStep('qingshui', draft);
    const watches = publics.map(({ publicPort }) => watch(publicPort, '/tzgg/', title));

    const live = await county.pass('qingshui', draft.id, last);
    // Each has seen it, and has looked a good many times more.
    await until(() => watches.every((each) => each.visitorsSince() > 20));
    const seen = await Promise.all(watches.map((each) => each.stop()));

    for (const visits of seen) {
      expect(visits).toContain(true);
      expect(visits.slice(visits.indexOf(true))).not.toContain(false);
    }
    for (const { publicPort } of publics)
      expect((await visit(publicPort, HOST, pathOf(live, 'qingshui'))).status).toBe(200);
  });

  it('forget what was withdrawn everywhere', async () => {
    const live = await county.publish('qingshui', 'tzgg', '将要撤下的通知', { kind: 'notice' });
    for (const { publicPort } of publics) expect((await visit(publicPort, HOST, live.path)).status).toBe(200);

    const reviewer = await county.desk(STAFF.qingshui.finalReview);
    await reviewer.post(`/sites/qingshui/articles/${live.id}/withdraw`, { reason: '内容有误' });

    for (const { publicPort } of publics)
      await until(async () => (await visit(publicPort, HOST, live.path)).status === 410);
  });

  it('have one console and no console on the public ports', async () => {
    for (const { publicPort } of publics)
      expect((await visit(publicPort, HOST, '/api/session/')).status).toBe(404);
    expect((await visit(county.app.consolePort, 'localhost', '/api/session')).status).toBe(401);
    const home = await visit(county.app.consolePort, HOST, '/tzgg/');
    expect(home.body).not.toContain('清水镇通知公告');
  });
});

describe('后台任务', () => {
  interface Run {
    id: number;
    state: string;
    sitesTotal: number;
    sitesDone: number;
  }
  const runOf = async (id: number): Promise<Run | undefined> =>
    (await (await county.desk('jianguan')).get<PageOf<Run>>('/sites/shifan/supervision/patrols')).items.find(
      (run) => run.id === id,
    );

  it('are done after a restart when their process was killed in the middle', async () => {
    const { id } = await (await county.desk('jianguan')).post<Run>('/sites/shifan/supervision/patrol');
    const operator = await county.desk('sysadmin');
    await until(async () => (await operator.get<{ running: number }>('/jobs/summary')).running > 0, {
      within: 20_000,
      every: 5,
      what: 'a job to be running',
    });

    worker.child.kill('SIGKILL');
    await worker.stop('SIGKILL');
    const cut = await operator.get<{ running: number }>('/jobs/summary');
    expect(cut.running).toBeGreaterThan(0);
    await endLeases();
    worker = await start('worker', env);

    const run = await until(
      async () => {
        const found = await runOf(id);
        return found?.state === 'done' ? found : null;
      },
      { within: 90_000, every: 200, what: 'the patrol to be finished by the new worker' },
    );
    expect(run.sitesDone).toBe(run.sitesTotal);
    expect(await operator.get('/jobs/summary')).toMatchObject({ failed: 0 });
  }, 150_000);

  it('and publishing go on without Redis, and nothing is lost when it comes back empty', async () => {
    // Announced to Redis now, due while Redis is away.
    const scheduled = await county.draft('qingshui', 'tzgg', '定时发布的通知', { kind: 'notice' });
    const author = await county.desk(STAFF.qingshui.editor);
    const last = await county.bringToLastStep('qingshui', scheduled);
    const chief = await county.desk('qs-admin');
    const at = new Date(Date.now() + 4_000).toISOString();
    await chief.post(`/sites/qingshui/articles/${scheduled.id}/schedule`, { at });
    await county.pass('qingshui', scheduled.id, last);

    await redis.cut();
    await wipeRedis();

    // The bus is away: readers of the purge log look once a second by themselves.
    const live = await county.publish('qingshui', 'tzgg', '没有 Redis 时发布的通知', { kind: 'notice' });
    for (const { publicPort } of publics)
      await until(async () => (await visit(publicPort, HOST, '/tzgg/')).body.includes(live.title), {
        within: 5_000,
      });
    const { sent } = await author.post<{ sent: [{ id: number }] }>(
      `/sites/qingshui/articles/${live.id}/deliver`,
      { to: ['shifan'] },
    );
    expect(sent[0].id).toBeGreaterThan(0);
    expect((await visit(county.app.consolePort, 'localhost', '/readyz')).status).toBe(503);

    await redis.restore();

    const back = await until(
      async () => {
        const found = await author.get<{ state: string; url: string | null; title: string }>(
          `/sites/qingshui/articles/${scheduled.id}`,
        );
        return found.state === 'published' ? found : null;
      },
      { within: 60_000, every: 200, what: 'the scheduled article to be published' },
    );
    for (const { publicPort } of publics)
      await until(async () => (await visit(publicPort, HOST, pathOf(back, 'qingshui'))).status === 200, {
        within: 5_000,
      });
    const operator = await county.desk('sysadmin');
    await until(
      async () => {
        const { waiting, running, failed } = await operator.get<Record<string, number>>('/jobs/summary');
        const later = (
          await operator.get<PageOf<{ runAfter: string }>>('/jobs?state=waiting&pageSize=100')
        ).items.filter(({ runAfter }) => new Date(runAfter) > new Date()).length;
        return failed === 0 && running === 0 && waiting === later;
      },
      { within: 60_000, every: 200, what: 'every due job to be done' },
    );
    await until(async () => (await visit(county.app.consolePort, 'localhost', '/readyz')).status === 200);
  }, 150_000);
});

describe('停止', () => {
  it('ends every process with 0', async () => {
    const codes = await Promise.all([...publics, county.app, worker].map((app) => app.stop()));

    expect(codes).toEqual([0, 0, 0, 0]);
  });
});

/** As if a minute had passed: the leases of a dead process run out. */
async function endLeases(): Promise<void> {
  const connection = await createConnection(database.url.replace('mariadb:', 'mysql:'));
  await connection.query(
    "UPDATE outbox SET lockedUntil = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE state = 'running'",
  );
  await connection.end();
}
