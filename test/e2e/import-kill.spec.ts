import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { wxr } from '../../libs/content/test/former-sites';
import { launch, type RunningApp } from '../support/processes';
import { temporaryDirectory, type TemporaryDirectory } from '../support/temporary';
import { until } from '../support/until';

const ARTICLES = 160;

let data: TemporaryDirectory;
beforeAll(() => {
  data = temporaryDirectory();
});
afterAll(() => data.remove());

const command = (...args: string[]): Promise<RunningApp> =>
  launch('cli', { DATA_DIR: data.path, SEED: 'none' }, args);

async function finished(app: RunningApp): Promise<number | null> {
  await until(() => app.child.exitCode !== null, { within: 120_000, every: 20 });
  return app.child.exitCode;
}

function rows<T>(sql: string): T[] {
  const db = new Database(join(data.path, 'zhanqun.sqlite'), { readonly: true });
  try {
    return db.prepare(sql).all() as T[];
  } finally {
    db.close();
  }
}
const position = (): number =>
  rows<{ position: number }>('SELECT position FROM import_run')[0]?.position ?? 0;
const count = (sql: string): number => rows<{ n: number }>(`SELECT COUNT(*) AS n FROM ${sql}`)[0]?.n ?? 0;

describe('导入当中断电', () => {
  it('stores no half batch and, given again, goes on where it stopped: nothing lost, nothing twice', async () => {
    const posts = Array.from({ length: ARTICLES }, (_, n) => ({
      id: n + 1,
      title: `旧闻第${n + 1}篇`,
      body: `<p>第${n + 1}篇的正文。</p>`,
    }));
    const file = join(data.path, 'export.xml');
    writeFileSync(file, wxr(posts));
    const site = ['--key', 'old', '--name', '旧站迁入站', '--host', 'old.localhost'];
    expect(await finished(await command('site', 'open', '--blueprint', 'portal', ...site))).toBe(0);
    const wish = ['import', 'wordpress', file, '--site', 'old', '--channel', 'xwzx/zwyw'];

    const cut = await command(...wish);
    await until(() => position() > 0, { within: 60_000, every: 5 });
    await cut.stop('SIGKILL');

    const reached = position();
    expect(reached).toBeLessThan(ARTICLES);
    expect([
      count('article'),
      count('import_item'),
      count('import_source'),
      count('article_revision'),
    ]).toEqual([reached, reached, reached, reached]);
    const again = await command(...wish);
    expect(await finished(again)).toBe(0);
    expect(again.output()).toContain(`共 ${ARTICLES} 条：新增 ${ARTICLES}，更新 0，跳过 0，失败 0`);
    expect(count('(SELECT DISTINCT title FROM article)')).toBe(ARTICLES);
    expect(count('article')).toBe(ARTICLES);
    expect(count('import_run')).toBe(1);

    const third = await command(...wish);
    expect(await finished(third)).toBe(0);
    expect(third.output()).toContain(`新增 0，更新 0，跳过 ${ARTICLES}，失败 0`);
    expect(count('article')).toBe(ARTICLES);
  }, 240_000);
});
