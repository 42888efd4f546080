// A process of its own: what pages, lists, hits and questions cost on the county that `copy-sites.mjs` wrote. The database
// is that of the environment. Its parent names a figure and it answers with one round of it, so that two such processes,
// of a small and of a large network, can be asked in turn.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../apps/all-in-one/setup.mjs';
import { median, percentile } from './server.mjs';

const require = createRequire(import.meta.url);
const dist = (path) => require(join(root, 'dist', path));
const { NestFactory } = require('@nestjs/core');
const { CliModule } = dist('apps/cli/src/cli.module.js');
const { Db, PurgeLog, readConfig, SiteDirectory } = dist('libs/platform/src/index.js');
const { PublicSite } = dist('libs/theming/src/index.js');
const { Article, ArticleDesk } = dist('libs/content/src/index.js');
const { atSite, systemCtx } = dist('libs/kernel/src/index.js');

const TIMES = 25;
const HITS = 5_000;
const BURSTS = 20;
const QUESTIONS = 20;

const config = readConfig({ ...process.env, SEED: 'none' });
const app = await NestFactory.createApplicationContext(CliModule.forRoot(config), { logger: false });
await app.get(PurgeLog).catchUp();
await app.get(PurgeLog).stop();
const site = app.get(PublicSite);
const db = app.get(Db);
const desk = app.get(ArticleDesk);
const directory = app.get(SiteDirectory, { strict: false });
const sites = directory.all().filter(({ key }) => /^daxing(?:-\d+)?$/.test(key));
const portal = sites.find(({ key }) => key === 'daxing');
const open = (url) => site.handle({ method: 'GET', url, host: portal.host, headers: {} });

/** Processor time of the whole process and time by the clock, one call after the other; `before` is not counted. */
async function measured(times, work, before = async () => undefined) {
  const [clock, cpu] = [[], []];
  for (let at = 0; at < times; at += 1) {
    await before();
    const used = process.cpuUsage();
    const begun = performance.now();
    await work(at);
    clock.push(performance.now() - begun);
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1000);
    // Compressed bodies are made behind the answer; the next one does not pay for them.
    await site.settled();
  }
  return {
    p50Ms: median(clock),
    p95Ms: percentile(clock, 0.95),
    cpuP50Ms: median(cpu),
    cpuLeastMs: Math.min(...cpu),
  };
}

/** What is measured of a site: a list, an article in the middle of its first hundred, its desk in the console. */
async function placesOf(owner) {
  const ctx = atSite(systemCtx(new Date()), owner);
  const { items, total } = await db
    .site(ctx, Article)
    .page({ where: { state: 'published' }, order: { id: 'DESC' } }, { page: 1, pageSize: 100 });
  const { channelId } = items[0];
  const article = items[50] ?? items[0];
  const month = new Date(article.publishedAt.getTime() + 8 * 3_600_000)
    .toISOString()
    .slice(0, 7)
    .replace('-', '');
  const tree = await desk.tree(ctx);
  const channels = [channelId, article.channelId].map((id) => `channel:${id}`);
  return {
    ctx,
    total,
    channelId,
    home: directory.sitePath(owner, '/'),
    list: directory.sitePath(owner, `/${tree.find(channelId).path}/`),
    article: directory.sitePath(owner, `/art/${month}/${article.id}.html`),
    tags: [`site:${owner.id}:home`, ...channels, `article:${article.id}`, `channels:${owner.id}`],
  };
}

/** Makes a page anew, again and again; its frame stands, as after publishing. */
const page = ({ tags }, path) => {
  let bytes = 0;
  const once = async () => {
    const { status, headers, body } = await open(path);
    if (status !== 200 || headers['X-Cache'] !== 'miss') throw new Error(`${path} ${status}`);
    bytes = body.length;
  };
  const purge = async () => {
    await site.purge(tags);
    await site.settled();
  };
  return async () => {
    const figures = await measured(TIMES, once, purge);
    await purge();
    return { ...figures, statements: await db.countStatements(once), bytes };
  };
};

const consoleList = ({ ctx }, filter) => {
  const ask = () => desk.list(ctx, filter, { page: 1, pageSize: 20 });
  return async () => ({ ...(await measured(TIMES, ask)), statements: await db.countStatements(ask) });
};

/** A hit, the host looked up anew each time, spread over ten sites. */
async function hits() {
  const urls = sites.slice(0, 10).map(({ prefix }) => `${prefix}/`);
  for (const url of urls) await open(url);
  await site.settled();
  const bursts = [];
  for (let burst = 0; burst < BURSTS; burst += 1) {
    const used = process.cpuUsage();
    for (let at = 0; at < HITS; at += 1) {
      const answer = open(urls[at % urls.length]);
      if (answer instanceof Promise) throw new Error('not a hit');
    }
    const { user, system } = process.cpuUsage(used);
    bursts.push((user + system) / HITS);
  }
  return { cpuMicros: median(bursts), cpuLeastMicros: Math.min(...bursts) };
}

const WORDS = '春耕 防汛 项目 便民服务 招生 医保 会议 培训 乡村振兴 环境整治 公开 就业 检查 村民 资金'.split(
  ' ',
);
let asked = 0;
/** Questions of two words and a number, each asked once. */
const search = (scope) => async () => {
  const ask = async () => {
    const at = (asked += 1);
    const words = `${WORDS[at % WORDS.length]} ${WORDS[(at * 7 + 3) % WORDS.length]}${at}`;
    const { status } = await open(`/search.json?scope=${scope}&q=${encodeURIComponent(words)}`);
    if (status !== 200) throw new Error(`search ${status}`);
  };
  return measured(QUESTIONS, ask);
};

const top = await placesOf(portal);
/** One of the many sites below the portal: what 999 of 1,000 are. */
const below = await placesOf(directory.byKey('daxing-1'));
const FIGURES = {
  hits,
  home: page(top, top.home),
  list: page(top, top.list),
  article: page(top, top.article),
  belowHome: page(below, below.home),
  belowList: page(below, below.list),
  belowArticle: page(below, below.article),
  console: consoleList(top, {}),
  consoleChannel: consoleList(top, { channelId: top.channelId }),
  consoleWords: consoleList(top, { q: '春耕' }),
  belowConsole: consoleList(below, {}),
  searchNetwork: search('network'),
  searchSite: search('site'),
};
process.on('message', (name) => {
  if (name === 'end') return void app.close().then(() => process.exit(0));
  FIGURES[name]().then(
    (figures) => process.send(figures),
    (error) => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
});
process.send({ sites: sites.length, articlesOfPortal: top.total, articlesBelow: below.total });
