// A process of its own: what pages, lists, hits and questions cost on the county that `seed demo --sites` wrote.
// argv: number of questions. The database is that of the environment. Prints one line of JSON.
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

const WARM = 20;
const TIMES = 100;
const HITS = 20_000;
const HIT_ROUNDS = 9;

const config = readConfig({ ...process.env, SEED: 'none' });
const app = await NestFactory.createApplicationContext(CliModule.forRoot(config), { logger: false });
await app.get(PurgeLog).catchUp();
await app.get(PurgeLog).stop();
const site = app.get(PublicSite);
const db = app.get(Db);
const directory = app.get(SiteDirectory, { strict: false });
const sites = directory.all().filter(({ key }) => /^daxing(?:-\d+)?$/.test(key));
const portal = sites.find(({ key }) => key === 'daxing');
const open = (url) => site.handle({ method: 'GET', url, host: portal.host, headers: {} });

/** Processor time of the whole process and time by the clock, one call after the other. */
async function measured(times, work) {
  const [clock, cpu] = [[], []];
  for (let at = 0; at < times; at += 1) {
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
  };
}

/** Makes a page anew, again and again; its frame stands, as after publishing. */
async function page({ site: owner, tags }, path) {
  let bytes = 0;
  const once = async () => {
    const { status, headers, body } = await open(path);
    if (status !== 200 || headers['X-Cache'] !== 'miss') throw new Error(`${path} ${status}`);
    bytes = body.length;
  };
  const renew = async () => {
    await site.purge([`site:${owner.id}:home`, ...tags]);
    await site.settled();
  };
  await open(path);
  for (let time = 0; time < WARM; time += 1) {
    await renew();
    await once();
  }
  const [clock, cpu] = [[], []];
  for (let time = 0; time < TIMES; time += 1) {
    await renew();
    const used = process.cpuUsage();
    const begun = performance.now();
    await once();
    clock.push(performance.now() - begun);
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1000);
  }
  await renew();
  const statements = await db.countStatements(once);
  return { p50Ms: median(clock), p95Ms: percentile(clock, 0.95), cpuP50Ms: median(cpu), statements, bytes };
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
  return {
    site: owner,
    ctx,
    total,
    channelId,
    home: directory.sitePath(owner, '/'),
    list: directory.sitePath(owner, `/${tree.find(channelId).path}/`),
    article: directory.sitePath(owner, `/art/${month}/${article.id}.html`),
    tags: [
      `channel:${channelId}`,
      `channel:${article.channelId}`,
      `article:${article.id}`,
      `channels:${owner.id}`,
    ],
  };
}

const desk = app.get(ArticleDesk);
const top = await placesOf(portal);
/** One of the many sites below the portal: what 999 of 1,000 are. */
const below = await placesOf(directory.byKey('daxing-1'));

const consoleList = async ({ ctx }, filter) => {
  const ask = () => desk.list(ctx, filter, { page: 1, pageSize: 20 });
  for (let time = 0; time < WARM; time += 1) await ask();
  return { ...(await measured(TIMES, ask)), statements: await db.countStatements(ask) };
};

/** A hit, the host looked up anew each time, spread over the sites there are. */
async function hits() {
  const urls = sites.slice(0, 10).map(({ prefix }) => `${prefix}/`);
  for (const url of urls) await open(url);
  await site.settled();
  const rounds = [];
  for (let round = 0; round < HIT_ROUNDS; round += 1) {
    const { user, system } = process.cpuUsage();
    for (let at = 0; at < HITS; at += 1) {
      const answer = open(urls[at % urls.length]);
      if (answer instanceof Promise) throw new Error('not a hit');
    }
    const used = process.cpuUsage({ user, system });
    rounds.push((used.user + used.system) / HITS);
  }
  return { cpuMicros: median(rounds.slice(1)), leastMicros: Math.min(...rounds) };
}

const WORDS = '春耕 防汛 项目 便民服务 招生 医保 会议 培训 乡村振兴 环境整治 公开 就业 检查 村民 资金'.split(
  ' ',
);
async function search(count, scope) {
  const ask = async (at) => {
    const words = `${WORDS[at % WORDS.length]} ${WORDS[(at * 7 + 3) % WORDS.length]}${at >= 0 ? Math.floor(at / WORDS.length) || '' : ''}`;
    const { status, body } = await open(`/search.json?scope=${scope}&q=${encodeURIComponent(words)}`);
    if (status !== 200) throw new Error(`search ${status}`);
    return JSON.parse(body.toString()).state;
  };
  const state = await ask(0);
  if (state !== 'ready' && state !== 'found') process.stderr.write(`检索库：${state}\n`);
  return { state, ...(await measured(count, ask)) };
}

const questions = Number(process.argv[2] ?? 100);
const figures = {
  sites: sites.length,
  articlesOfPortal: top.total,
  articlesBelow: below.total,
  hits: await hits(),
  home: await page(top, top.home),
  list: await page(top, top.list),
  article: await page(top, top.article),
  belowHome: await page(below, below.home),
  belowList: await page(below, below.list),
  belowArticle: await page(below, below.article),
  console: await consoleList(top, {}),
  consoleChannel: await consoleList(top, { channelId: top.channelId }),
  consoleWords: await consoleList(top, { q: '春耕' }),
  belowConsole: await consoleList(below, {}),
  ...(questions > 0
    ? { searchNetwork: await search(questions, 'network'), searchSite: await search(questions, 'site') }
    : {}),
};
await app.close();
process.stdout.write(`${JSON.stringify(figures)}\n`);
process.exit(0);
