// `npm run bench:scale`: what a large network costs, against a small one with sites of the same size.
//   --sites 50 --articles 100  the large one; for the bars: --sites 1000 --articles 1000
//   --few 10                   sites of the small one
//   --rounds 9                 each figure is taken of the small and of the large one in turn, so often
//   --no-search                no search index, no questions
//   --keep FOLDER              the networks stay there (and their databases), and are taken from there the next time
//   --measure-only             with --keep: fill nothing
//   --built                    take dist as it is
// On SQLite in folders of its own; with DATABASE_URL on that MariaDB server, in two databases of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { setUp } from '../../apps/all-in-one/setup.mjs';
import { databaseKind, networkOf } from './scale-networks.mjs';
import { median, memoryMegabytes, startApp } from './server.mjs';
import { kb, mb, ms, table } from './table.mjs';

const { values } = parseArgs({
  options: {
    sites: { type: 'string', default: '50' },
    articles: { type: 'string', default: '100' },
    few: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '9' },
    'no-search': { type: 'boolean' },
    keep: { type: 'string' },
    'measure-only': { type: 'boolean' },
    built: { type: 'boolean' },
  },
});
const number = (name) => Number(values[name]);
const [sites, articles, few, rounds] = ['sites', 'articles', 'few', 'rounds'].map(number);
const hasSearch = !values['no-search'];
const SETTLE_MS = 3_000;
const FIGURES = fileURLToPath(new URL('./scale-figures.mjs', import.meta.url));
const IDLE_ROUNDS = 3;
const PAGES = [
  ['门户列表页，未缓存', 'list', '≤ 2（Q17）'],
  ['门户文章页，未缓存', 'article', '≤ 2（Q17）'],
  ['下级站点列表页，未缓存', 'belowList', '≤ 2（Q17）'],
  ['下级站点文章页，未缓存', 'belowArticle', '≤ 2（Q17）'],
  ['门户后台稿件列表', 'console', '≤ 2（Q17）'],
  ['下级站点后台稿件列表', 'belowConsole', '≤ 2（Q17）'],
  ['门户后台稿件列表，一个栏目', 'consoleChannel', ''],
  ['门户后台稿件列表，按标题找', 'consoleWords', ''],
  ['门户首页，未缓存', 'home', ''],
  ['下级站点首页，未缓存', 'belowHome', ''],
];
const SEARCHES = ['searchNetwork', 'searchSite'];
const say = (text) => process.stderr.write(`${text}\n`);

/** Memory of the citizens' process, started and left alone, and what its start took. */
async function idle({ env }) {
  const app = await startApp('public', env);
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const megabytes = memoryMegabytes(app.pid);
  await app.stop();
  return { megabytes, bootMs: app.bootMs, bootCpuMs: app.bootCpuMs };
}

/** A process that takes figures of one network when asked. */
async function figuresOf({ env }) {
  const child = fork(FIGURES, {
    env: { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', SEED: 'none', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const early = once(child, 'exit').then(() => Promise.reject(new Error('measuring ended early')));
  early.catch(() => undefined);
  const answer = () => Promise.race([new Promise((resolve) => void child.once('message', resolve)), early]);
  await answer();
  return {
    take: (name) => {
      const figures = answer();
      child.send(name);
      return figures;
    },
    end: async () => {
      child.send('end');
      await once(child, 'exit');
    },
  };
}

if (!values.built) await setUp();
const loadBefore = loadavg()[0];
const wish = { keep: values.keep, hasIndex: hasSearch, mayFill: !values['measure-only'] };
const networks = { few: await networkOf(few, articles, wish), many: await networkOf(sites, articles, wish) };
const measured = { idle: [] };
try {
  for (let round = 0; round < IDLE_ROUNDS; round += 1)
    measured.idle.push({ few: await idle(networks.few), many: await idle(networks.many) });
  const [small, large] = [await figuresOf(networks.few), await figuresOf(networks.many)];
  for (const name of [...PAGES.map(([, key]) => key), 'hits', ...(hasSearch ? SEARCHES : [])]) {
    say(`正在测量 ${name} …`);
    // Both warm before either counts.
    await small.take(name);
    await large.take(name);
    measured[name] = [];
    for (let round = 0; round < rounds; round += 1)
      measured[name].push({ few: await small.take(name), many: await large.take(name) });
  }
  await small.end();
  await large.end();
} finally {
  await networks.few.drop();
  await networks.many.drop();
}

const rows = [['项目', `${few}×${articles}`, `${sites}×${articles}`, '之比', '目标']];
const summary = {};
/** The median of the rounds on each side, and of the ratios of neighbouring rounds; what is the least, over all of them. */
function compare(name, key, field, show, aim = '') {
  const [one, other] = ['few', 'many'].map((side) =>
    median(measured[key].map((round) => round[side][field])),
  );
  const ratio = median(measured[key].map((round) => round.many[field] / round.few[field]));
  summary[`${key}.${field}`] = { few: one, many: other, ratio };
  rows.push([name, show(one), show(other), ratio.toFixed(2), aim]);
}
for (const [name, key, aim] of PAGES) {
  compare(`${name}：CPU p50`, key, 'cpuP50Ms', ms, aim);
  compare(`${name}：CPU 最少`, key, 'cpuLeastMs', ms);
  compare(`${name}：p50`, key, 'p50Ms', ms);
  compare(`${name}：SQL 语句`, key, 'statements', String);
  if (measured[key][0].few.bytes) compare(`${name}：页面大小`, key, 'bytes', (bytes) => kb(bytes / 1024));
}
const us = (value) => `${value.toFixed(3)} µs`;
compare('缓存命中（含认站点）：CPU p50', 'hits', 'cpuMicros', us, '≤ 1.05（Q16）');
compare('缓存命中（含认站点）：CPU 最少', 'hits', 'cpuLeastMicros', us, '≤ 1.05（Q16）');
compare('公众端静置内存', 'idle', 'megabytes', mb, '每千站 +50 MB（Q16）');
compare('公众端启动', 'idle', 'bootMs', ms);
compare('公众端启动：CPU', 'idle', 'bootCpuMs', ms);
if (hasSearch) {
  compare('搜索全网：p95', 'searchNetwork', 'p95Ms', ms, '≤ 50 ms（Q18）');
  compare('搜索本站：p95', 'searchSite', 'p95Ms', ms);
}

const facts = {
  measuredAt: new Date().toISOString(),
  node: process.versions.node,
  processors: cpus().length,
  database: databaseKind,
  rounds,
  loadBefore,
  loadAfter: loadavg()[0],
  few: networks.few.facts,
  many: networks.many.facts,
};
process.stdout.write(`${table(rows)}\n\n${JSON.stringify({ ...facts, summary })}\n`);
