// `npm run bench:scale`: what a large network costs, against a small one with sites of the same size.
// `--sites 50 --articles 100`: the large one; `--few 10`: sites of the small one; `--questions 60`; `--built`: takes
// dist as it is. On SQLite in folders of its own; with DATABASE_URL on that MariaDB server, in two databases of its
// own, which are dropped at the end. For the bars: `--sites 1000 --articles 1000`.
import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { root, setUp } from '../../apps/all-in-one/setup.mjs';
import { memoryMegabytes, startApp, temporaryDirectory } from './server.mjs';

const { values } = parseArgs({
  options: {
    sites: { type: 'string', default: '50' },
    articles: { type: 'string', default: '100' },
    few: { type: 'string', default: '10' },
    questions: { type: 'string', default: '60' },
    built: { type: 'boolean' },
  },
});
const [sites, articles, few, questions] = [values.sites, values.articles, values.few, values.questions].map(
  Number,
);
const server = process.env.DATABASE_URL;
const SETTLE_MS = 3_000;
const say = (text) => process.stderr.write(`${text}\n`);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A database of this measurement's own, emptied before and dropped after. */
async function ownDatabase(name) {
  const run = async (...statements) => {
    const url = new URL(server.replace(/^mariadb:/, 'mysql:'));
    url.pathname = '/';
    const connection = await createConnection(url.href);
    for (const statement of statements) await connection.query(statement);
    await connection.end();
  };
  const drop = `DROP DATABASE IF EXISTS ${name}`;
  await run(drop, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(drop) };
}

function command(args, env) {
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', SEED: 'none', ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status !== 0) throw new Error(done.stderr || done.stdout);
  return done.stdout;
}

const seconds = (begun) => (performance.now() - begun) / 1000;

/** One network: filled through the archive (`seed demo --sites`), its index built, then measured. */
async function network(count, name) {
  const data = temporaryDirectory();
  const database = server ? await ownDatabase(name) : null;
  const env = { DATA_DIR: data.path, ...(database ? { DATABASE_URL: database.url } : {}) };
  try {
    const cli = join(root, 'dist/apps/cli/src/main.js');
    say(`正在写入 ${count} 个站点、每站 ${articles} 篇 …`);
    let begun = performance.now();
    command([cli, 'seed', 'demo', '--sites', String(count), '--articles', String(articles)], env);
    const fillSeconds = seconds(begun);
    say(`用时 ${fillSeconds.toFixed(0)} 秒；正在建立检索库 …`);
    begun = performance.now();
    command([cli, 'search', 'reindex'], env);
    const reindexSeconds = seconds(begun);
    say(`用时 ${reindexSeconds.toFixed(0)} 秒；正在测量 …`);
    const app = await startApp('public', env);
    await pause(SETTLE_MS);
    const idleMb = memoryMegabytes(app.pid);
    await app.stop();
    const script = fileURLToPath(new URL('./scale-figures.mjs', import.meta.url));
    const printed = command([script, String(questions)], env);
    const figures = JSON.parse(printed.trim().split('\n').at(-1));
    return {
      ...figures,
      articles: count * articles,
      fillSeconds,
      articlesPerSecond: (count * articles) / fillSeconds,
      reindexSeconds,
      bootMs: app.bootMs,
      memoryMb: idleMb,
    };
  } finally {
    await database?.drop();
    data.remove();
  }
}

if (!values.built) setUp();
const loadBefore = loadavg()[0];
const small = await network(few, 'zhanqun_scale_few');
const large = await network(sites, 'zhanqun_scale_many');

const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const kb = (value) => `${value.toFixed(0)} KB`;
const rows = [['项目', `${few}×${articles}`, `${sites}×${articles}`, '之比', '目标']];
const compare = (name, read, show, aim = '') => {
  const [one, other] = [read(small), read(large)];
  rows.push([name, show(one), show(other), (other / one).toFixed(2), aim]);
};
for (const [name, key, aim] of [
  ['栏目列表页，未缓存', 'list', '≤ 2（Q17）'],
  ['栏目列表页，下级站点', 'belowList', '≤ 2（Q17）'],
  ['文章页，未缓存', 'article', '≤ 2（Q17）'],
  ['后台稿件列表', 'console', '≤ 2（Q17）'],
  ['后台稿件列表，一个栏目', 'consoleChannel', ''],
  ['后台稿件列表，按标题找', 'consoleWords', ''],
  ['首页，未缓存', 'home', ''],
]) {
  compare(`${name}：CPU p50`, (it) => it[key].cpuP50Ms, ms, aim);
  compare(`${name}：p50`, (it) => it[key].p50Ms, ms);
  compare(`${name}：SQL 语句`, (it) => it[key].statements, String);
  if (small[key].bytes) compare(`${name}：页面大小`, (it) => it[key].bytes / 1024, kb);
}
compare(
  '缓存命中（含认站点）：CPU',
  (it) => it.hits.cpuMicros,
  (us) => `${us.toFixed(2)} µs`,
  '≤ 1.05（Q16）',
);
compare(
  '公众端静置内存',
  (it) => it.memoryMb ?? 0,
  (mb) => `${mb.toFixed(0)} MB`,
  '每千站 +50 MB（Q16）',
);
compare('搜索全网：p95', (it) => it.searchNetwork.p95Ms, ms, '≤ 50 ms（Q18）');
compare('搜索本站：p95', (it) => it.searchSite.p95Ms, ms, '');
compare(
  '写入：篇/秒',
  (it) => it.articlesPerSecond,
  (n) => n.toFixed(0),
);
compare(
  '建立检索库：篇/秒',
  (it) => it.articles / it.reindexSeconds,
  (n) => n.toFixed(0),
);
compare('公众端启动', (it) => it.bootMs, ms);

/** Chinese characters are two columns wide. */
const width = (text) => [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0);
const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => width(row[column]))));
const line = (row) =>
  row
    .map((cell, column) => cell + ' '.repeat(widths[column] - width(cell)))
    .join('  ')
    .trimEnd();
const facts = {
  measuredAt: new Date().toISOString(),
  node: process.versions.node,
  processors: cpus().length,
  database: server ? 'MariaDB' : 'SQLite',
  loadBefore,
  loadAfter: loadavg()[0],
};
process.stdout.write(
  `${rows.map(line).join('\n')}\n\n${JSON.stringify({ ...facts, few: small, many: large }, null, 1)}\n`,
);
