// `npm run bench:scale`: what a large network costs, against a small one with sites of the same size.
//   --sites 50 --articles 100  the large one; for the bars: --sites 1000 --articles 1000
//   --few 10                   sites of the small one
//   --rounds 3                 small and large are measured in turn, so often
//   --no-search                no search index, no questions
//   --questions 60             questions a round
//   --keep FOLDER              the networks stay there (and their databases), and are taken from there the next time
//   --measure-only             with --keep: fill nothing
//   --built                    take dist as it is
// On SQLite in folders of its own; with DATABASE_URL on that MariaDB server, in two databases of its own.
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { setUp } from '../../apps/all-in-one/setup.mjs';
import { command, databaseKind, lastLine, networkOf } from './scale-networks.mjs';
import { median, memoryMegabytes, startApp } from './server.mjs';
import { kb, mb, ms, table } from './table.mjs';

const { values } = parseArgs({
  options: {
    sites: { type: 'string', default: '50' },
    articles: { type: 'string', default: '100' },
    few: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    questions: { type: 'string', default: '60' },
    'no-search': { type: 'boolean' },
    keep: { type: 'string' },
    'measure-only': { type: 'boolean' },
    built: { type: 'boolean' },
  },
});
const number = (name) => Number(values[name]);
const [sites, articles, few, rounds] = ['sites', 'articles', 'few', 'rounds'].map(number);
const questions = values['no-search'] ? 0 : number('questions');
const SETTLE_MS = 3_000;
const FIGURES = fileURLToPath(new URL('./scale-figures.mjs', import.meta.url));
const say = (text) => process.stderr.write(`${text}\n`);

/** One round: the citizens' process started and left alone, then a process that measures pages, lists and hits. */
async function measure({ env }) {
  const app = await startApp('public', env);
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const memory = memoryMegabytes(app.pid);
  await app.stop();
  const figures = lastLine(command([FIGURES, questions], env));
  return { ...figures, memoryMb: memory, bootMs: app.bootMs, bootCpuMs: app.bootCpuMs };
}

if (!values.built) setUp();
const loadBefore = loadavg()[0];
const wish = { keep: values.keep, hasIndex: questions > 0, mayFill: !values['measure-only'] };
const networks = { few: await networkOf(few, articles, wish), many: await networkOf(sites, articles, wish) };
const measured = [];
try {
  for (let round = 0; round < rounds; round += 1) {
    say(`第 ${round + 1} 轮 …`);
    measured.push({ few: await measure(networks.few), many: await measure(networks.many) });
  }
} finally {
  await networks.few.drop();
  await networks.many.drop();
}

const rows = [['项目', `${few}×${articles}`, `${sites}×${articles}`, '之比', '目标']];
const summary = {};
/** The median of the rounds on each side, and of the ratios within a round. */
function compare(name, read, show, aim = '') {
  const [one, other] = ['few', 'many'].map((side) => median(measured.map((round) => read(round[side]))));
  const ratio = median(measured.map((round) => read(round.many) / read(round.few)));
  summary[name] = { few: one, many: other, ratio };
  rows.push([name, show(one), show(other), ratio.toFixed(2), aim]);
}
const [first] = measured;
for (const [name, key, aim] of [
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
]) {
  compare(`${name}：CPU p50`, (it) => it[key].cpuP50Ms, ms, aim);
  compare(`${name}：p50`, (it) => it[key].p50Ms, ms);
  compare(`${name}：SQL 语句`, (it) => it[key].statements, String);
  if (first.few[key].bytes) compare(`${name}：页面大小`, (it) => it[key].bytes / 1024, kb);
}
const us = (value) => `${value.toFixed(3)} µs`;
compare('缓存命中（含认站点）：CPU 中位', (it) => it.hits.cpuMicros, us, '≤ 1.05（Q16）');
compare('缓存命中（含认站点）：CPU 最少', (it) => it.hits.leastMicros, us, '≤ 1.05（Q16）');
compare('公众端静置内存', (it) => it.memoryMb ?? 0, mb, '每千站 +50 MB（Q16）');
compare('公众端启动', (it) => it.bootMs, ms);
compare('公众端启动：CPU', (it) => it.bootCpuMs, ms);
if (questions > 0) {
  compare('搜索全网：p95', (it) => it.searchNetwork.p95Ms, ms, '≤ 50 ms（Q18）');
  compare('搜索本站：p95', (it) => it.searchSite.p95Ms, ms);
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
process.stdout.write(`${table(rows)}\n\n${JSON.stringify({ ...facts, summary, measured })}\n`);
