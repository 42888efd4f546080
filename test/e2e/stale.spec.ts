import { County, demoDatabase, SITES, type DemoDatabase } from '../support/county';
import { start } from '../support/processes';
import { breakable, type BreakableRedis } from '../support/redis';
import { until } from '../support/until';
import { visit } from '../support/visitor';

let database: DemoDatabase;
/** The line to the database; any server can stand behind it. */
let line: BreakableRedis;
let county: County;
let kept: string;
let other: string;

beforeAll(async () => {
  database = await demoDatabase();
  line = await breakable({ url: database.url, close: () => Promise.resolve() });
  county = new County(
    await start('all-in-one', { DATA_DIR: database.dataDir, DATABASE_URL: line.url, SEED: 'none' }),
  );
  const home = await county.page('qingshui', '/');
  const articles = [...new Set(home.body.match(/\/art\/\d{6}\/\d+\.html/g) ?? [])];
  [kept = '', other = ''] = articles;
  await county.page('qingshui', kept);
}, 300_000);

afterAll(async () => {
  await county?.close();
  await line?.close();
  await database?.dispose();
}, 60_000);

describe('数据库不可用', () => {
  it('is nothing a visitor of a kept page notices', async () => {
    await line.cut();

    for (const path of ['/', kept]) {
      const answer = await county.page('qingshui', path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(Number(answer.headers.age)).toBeGreaterThanOrEqual(0);
      expect(answer.body).toContain('清水镇');
    }
  });

  it('gives a clean 503 with the name of the site where nothing is kept', async () => {
    const answer = await county.page('qingshui', other);

    expect(answer.status).toBe(503);
    expect(answer.body).toContain('清水镇');
    expect(answer.headers['retry-after']).toBeDefined();
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).not.toMatch(/ECONN|Error|mariadb|mysql|127\.0\.0\.1|\n\s+at /);
    const never = await county.page('jyj', '/');
    expect(never.status).toBe(503);
    expect(never.body).toContain('教育局');
  });

  it('is told to the balancer: alive, not ready', async () => {
    for (const site of ['shifan'] as const) {
      expect((await county.page(site, '/healthz')).status).toBe(200);
      const ready = await until(async () => {
        const answer = await county.page(site, '/readyz');
        return answer.status === 503 ? answer : null;
      });
      expect(JSON.parse(ready.body)).toMatchObject({ status: 'failed', checks: { database: 'failed' } });
    }
  });

  it('is said at the console in Chinese, without a word of the driver', async () => {
    const answer = await visit(county.app.consolePort, 'localhost', '/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'qs-editor', password: 'x' }),
    });

    expect(answer.status).toBe(503);
    const { code, message } = JSON.parse(answer.body) as { code: string; message: string };
    expect(code).toMatch(/^platform\./);
    expect(message).toMatch(/\p{Script=Han}{4,}/u);
    expect(answer.body).not.toMatch(/ECONN|Error:|127\.0\.0\.1|mysql|mariadb/);
  });

  it('never keeps a 503: the page is there as soon as the database is', async () => {
    await line.restore();

    const back = await until(
      async () => {
        const answer = await county.page('qingshui', other);
        return answer.status === 200 ? answer : null;
      },
      { within: 20_000, every: 100, what: 'the page to be back' },
    );
    expect(back.body).toContain('<article');
    await until(async () => (await county.page('shifan', '/readyz')).status === 200, { within: 20_000 });
    expect((await county.page('jyj', '/')).status).toBe(200);
  });

  it('shows afterwards what is published afterwards', async () => {
    const live = await county.publish('qingshui', 'tzgg', '数据库恢复之后的通知', { kind: 'notice' });

    expect((await county.page('qingshui', live.path)).status).toBe(200);
    expect((await county.page('qingshui', '/tzgg/')).body).toContain(live.title);
  });

  it('shows a page that was just outdated rather than none, and says so', async () => {
    const before = await county.page('qingshui', '/tzgg/');
    const title = '断线前最后一篇';
    const live = await county.publish('qingshui', 'tzgg', title, { kind: 'notice' });
    await line.cut();

    // Purged by the publication and not yet made again.
    const answer = await county.page('qingshui', '/tzgg/');

    expect(answer.status).toBe(200);
    expect(answer.headers['x-cache']).toBe('stale');
    expect(answer.headers.warning).toContain('110');
    expect(answer.body).toBe(before.body);
    await line.restore();
    const fresh = await until(
      async () => {
        const again = await county.page('qingshui', '/tzgg/');
        return again.body.includes(title) ? again : null;
      },
      { within: 20_000, every: 100 },
    );
    expect(fresh.status).toBe(200);
    expect(new URL(live.url ?? '', `http://${SITES.qingshui.host}`).pathname).toBe(live.path);
  });

  it('brings nothing back that was withdrawn', async () => {
    const live = await county.publish('qingshui', 'tzgg', '撤稿后断线', { kind: 'notice' });
    expect((await county.page('qingshui', live.path)).status).toBe(200);
    await (
      await county.desk('qs-zhongshen')
    ).post(`/sites/qingshui/articles/${live.id}/withdraw`, {
      reason: '内容有误',
    });
    await line.cut();

    const answer = await county.page('qingshui', live.path);

    expect([404, 503]).toContain(answer.status);
    expect(answer.body).not.toContain('撤稿后断线的正文');
    await line.restore();
  });
});
