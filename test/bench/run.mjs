// `npm run bench`: figures, never a verdict. A table for people, then JSON for programs.
// `--sites N` (200): size of the network; `--built`: takes dist as it is; `--only hits,pages,…`.
import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { setUp } from '../../apps/all-in-one/setup.mjs';
import { measureFairness } from './fairness.mjs';
import { measureHits } from './hit.mjs';
import { measureMedia } from './media.mjs';
import { measureImport } from './import.mjs';
import { measureNginx } from './nginx.mjs';
import { measureBoot, measureNetwork } from './network.mjs';
import { measurePublishing } from './publish.mjs';
import { seedDemo, temporaryDirectory } from './server.mjs';
import { mb, ms, table } from './table.mjs';

const { values } = parseArgs({
  options: {
    sites: { type: 'string', default: '200' },
    built: { type: 'boolean' },
    only: { type: 'string' },
  },
});
const wanted = values.only?.split(',');
const say = (text) => process.stderr.write(`${text}\n`);

/** On a copy of the demo county, in a process of its own that prints its figures as the last line. */
function measuredBy(name, demo) {
  const data = temporaryDirectory(demo);
  const script = fileURLToPath(new URL(name, import.meta.url));
  const done = spawnSync(process.execPath, [script, data.path], {
    env: { PATH: process.env.PATH, NODE_NO_WARNINGS: '1' },
    encoding: 'utf8',
  });
  data.remove();
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout.trim().split('\n').at(-1));
}

/** In a process of its own, so that its memory is its own. */
function measureSearch() {
  const script = fileURLToPath(new URL('./search.mjs', import.meta.url));
  const done = spawnSync(process.execPath, [script, '50000', '--json'], {
    env: { PATH: process.env.PATH, NODE_NO_WARNINGS: '1' },
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout.trim().split('\n').at(-1));
}

function measureTextCheck() {
  const script = fileURLToPath(new URL('./text-check.mjs', import.meta.url));
  const done = spawnSync(process.execPath, [script], {
    env: { PATH: process.env.PATH, NODE_NO_WARNINGS: '1' },
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout.trim().split('\n').at(-1));
}

if (!values.built) await setUp();
say('正在准备演示县 …');
const demo = await seedDemo();
const MEASURES = {
  boot: () => measureBoot(demo.path),
  hits: () => measureHits(demo.path),
  nginx: () => measureNginx(demo.path),
  pages: () => measuredBy('./render.mjs', demo.path),
  fairness: async () => ({
    turns: measuredBy('./fairness-turns.mjs', demo.path),
    ...(await measureFairness(demo.path)),
  }),
  publishing: () => measurePublishing(demo.path),
  import: () => measureImport(),
  network: () => measureNetwork(Number(values.sites)),
  media: () => measureMedia(demo.path),
  textCheck: () => measureTextCheck(),
  search: () => measureSearch(),
};
const figures = {
  measuredAt: new Date().toISOString(),
  node: process.versions.node,
  processors: cpus().length,
  loadBefore: loadavg()[0],
};
try {
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (wanted && !wanted.includes(name)) continue;
    say(`正在测量 ${name} …`);
    figures[name] = await measure();
  }
} finally {
  demo.remove();
}
figures.loadAfter = loadavg()[0];

const rows = [['项目', '结果', '目标']];
if (figures.hits) {
  const { cpuMicros, bareCpuMicros, ratio, perSecond, barePerSecond } = figures.hits;
  rows.push([
    '缓存命中：每次 CPU',
    `${cpuMicros.toFixed(0)} µs（裸 node:http ${bareCpuMicros.toFixed(0)} µs）`,
    '',
  ]);
  rows.push(['缓存命中：与裸 node:http 之比', ratio.toFixed(2), '≤ 1.15']);
  rows.push(['缓存命中：每秒', `${perSecond.toFixed(0)}（裸 ${barePerSecond.toFixed(0)}）`, '']);
}
if (figures.nginx) {
  const { micros, filesToPlain, hitToPlain, hitToBare } = figures.nginx;
  const us = (value) => `${value.toFixed(1)} µs`;
  rows.push(['同一页每次 CPU：nginx 静态文件', us(micros.plain), '']);
  rows.push(['nginx 读页面文件', `${us(micros.files)}，${filesToPlain.toFixed(2)} 倍`, '≤ 1.2 倍']);
  rows.push(['缓存命中与 nginx 静态文件之比', `${us(micros.hit)}，${hitToPlain.toFixed(2)} 倍`, '≤ 3.3 倍']);
  rows.push(['缓存命中与裸 node:http 之比', `${us(micros.bare)}，${hitToBare.toFixed(2)} 倍`, '≤ 1.15 倍']);
}
if (figures.pages) {
  const { home, article, siteCreation } = figures.pages;
  for (const [name, page, cpu, sql] of [
    ['首页', home, 4, 6],
    ['文章页', article, 2, 4],
  ]) {
    rows.push([`未缓存${name}：主线程 CPU`, ms(page.mainThreadMs), `≤ ${cpu} ms`]);
    rows.push([`未缓存${name}：CPU（含压缩线程）`, ms(page.cpuMsWithCompression), '']);
    rows.push([`未缓存${name}：p50`, ms(page.p50Ms), name === '首页' ? '≤ 6 ms' : '']);
    rows.push([`未缓存${name}：SQL 语句`, String(page.statements), `≤ ${sql}`]);
  }
  rows.push(['建站（蓝本、栏目、设置）p50', ms(siteCreation.openP50Ms), '']);
  rows.push([
    `写入 ${siteCreation.starterArticles} 篇文章 p50`,
    ms(siteCreation.starterArticlesP50Ms),
    '合计 ≤ 50 ms',
  ]);
}
if (figures.fairness) {
  const { floodConnections, made, kept, turns } = figures.fairness;
  for (const [name, times] of [
    ['未缓存的文章页', made],
    ['已缓存的首页', kept],
  ])
    rows.push([
      `别的站点有 ${floodConnections} 人同时涌入时，${name} p50`,
      `${ms(times.p50.besideMs)}（平时 ${ms(times.p50.aloneMs)}，${times.p50.ratio.toFixed(2)} 倍）`,
      '≤ 1.25 倍',
    ]);
  const { alone, beside, ratio } = turns;
  rows.push([
    `同上，不经网络：等到文章页所用 CPU`,
    `${ms(beside.cpuMs)}（平时 ${ms(alone.cpuMs)}，${ratio.toFixed(2)} 倍）`,
    '≤ 1.25 倍',
  ]);
  rows.push(['其间插到前面的涌入页面', beside.floodedBetween.toFixed(2), '']);
}
if (figures.publishing) {
  const { clickToAnswerP50Ms, answerToVisibleP50Ms, answerToVisibleP95Ms } = figures.publishing;
  rows.push(['终审点击到应答 p50', ms(clickToAnswerP50Ms), '']);
  rows.push([
    '应答到公众可见 p50 / p95',
    `${ms(answerToVisibleP50Ms)} / ${ms(answerToVisibleP95Ms)}`,
    '≤ 100 ms',
  ]);
  const { answerToFindableP50Ms, answerToFindableMostMs } = figures.publishing;
  rows.push([
    '应答到能搜到 p50 / 最久',
    `${ms(answerToFindableP50Ms)} / ${ms(answerToFindableMostMs)}`,
    '≤ 2000 ms',
  ]);
}
if (figures.import) {
  const { articles, drafts, again, exported } = figures.import;
  for (const [name, run] of [
    [`导入 ${articles} 个旧网页为草稿`, drafts],
    ['再导入一次（全部跳过）', again],
    ['整站导出', exported],
  ])
    rows.push([
      name,
      `${run.perSecond.toFixed(0)} 篇/秒，${run.seconds.toFixed(0)} 秒，内存 ${mb(run.middleMb)} → ${mb(run.endMb)}`,
      '内存平稳',
    ]);
}
if (figures.network) {
  const { sites, idleMb, addedIdleMb, visitedMb, homesVisited, few } = figures.network;
  rows.push([`${sites} 个站点：公众端内存`, `${mb(idleMb)}（比 ${few} 个站点多 ${mb(addedIdleMb)}）`, '']);
  rows.push([`访问 ${homesVisited} 个首页后`, mb(visitedMb), '']);
}
if (figures.search) {
  const { documents, network, site, suggest } = figures.search;
  for (const [name, times] of [
    ['全部网站', network],
    ['一个站点', site],
    ['输入提示', suggest],
  ])
    rows.push([
      `检索 ${documents} 篇，${name}：CPU p50 / p95`,
      `${ms(times.p50)} / ${ms(times.p95)}`,
      name === '全部网站' ? '百万篇 ≤ 50 ms' : '',
    ]);
}
if (figures.textCheck) {
  const {
    terms,
    characters,
    search,
    searchOfNothingButHits,
    withDetectors,
    ratioToPlain,
    buildMs,
    automatonMb,
  } = figures.textCheck;
  rows.push([`文字检查：${characters} 字对 ${terms} 词 p50`, ms(search.p50Ms), '≤ 20 ms']);
  rows.push(['文字检查：与逐词查找之比', ratioToPlain.toFixed(3), '']);
  rows.push(['文字检查：处处命中的文字 p50', ms(searchOfNothingButHits.p50Ms), '']);
  rows.push(['文字检查：连同全部检测器 p50', ms(withDetectors.p50Ms), '']);
  rows.push(['词表自动机：建立 / 内存', `${ms(buildMs)} / ${mb(automatonMb)}`, '']);
}
if (figures.media) {
  const { megabytes, restingMb, uploadPeakMb, uploadPerSecond, finishMs, downloadPeakMb, partP50Ms } =
    figures.media;
  const flat = `（静止 ${mb(restingMb)}）`;
  rows.push([`续传 ${megabytes} MB：内存最高`, `${mb(uploadPeakMb)}${flat}`, '不随文件增长']);
  rows.push([`续传 ${megabytes} MB：每秒`, mb(uploadPerSecond), '']);
  rows.push(['续传入库（校验、识别、登记）', ms(finishMs), '']);
  rows.push([`读取 ${megabytes} MB：内存最高`, mb(downloadPeakMb), '不随文件增长']);
  rows.push(['读取其中一段（256 KB）p50', ms(partP50Ms), '']);
}
if (figures.boot) {
  rows.push(['已有数据时启动到就绪 p50', ms(figures.boot.p50Ms), '≤ 2000 ms']);
  rows.push(['启动到就绪的 CPU', ms(figures.boot.cpuP50Ms), '']);
}

process.stdout.write(`${table(rows)}\n\n${JSON.stringify(figures, null, 1)}\n`);
