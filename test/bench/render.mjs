// A process of its own: what a page costs when the cache has none, and what opening a site costs.
// argv: data directory. Prints one line of JSON.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../apps/all-in-one/setup.mjs';
import { mainThreadSeconds, median, percentile } from './server.mjs';

const require = createRequire(import.meta.url);
const dist = (path) => require(join(root, 'dist', path));
const { NestFactory } = require('@nestjs/core');
const { CliModule } = dist('apps/cli/src/cli.module.js');
const { Db, PurgeLog, readConfig, SiteDirectory } = dist('libs/platform/src/index.js');
const { PublicSite, homeTag } = dist('libs/theming/src/index.js');
const { ArchiveService, ChannelReading } = dist('libs/content/src/index.js');
const { atSite, systemCtx } = dist('libs/kernel/src/index.js');
const { SiteService } = dist('libs/tenancy/src/index.js');

const WARM = 100;
const TIMES = 500;
const SITES = 20;
const STARTERS = 200;

const config = readConfig({ DATA_DIR: process.argv[2], SEED: 'none' });
const app = await NestFactory.createApplicationContext(CliModule.forRoot(config), { logger: false });
await app.get(PurgeLog).catchUp();
await app.get(PurgeLog).stop();
const site = app.get(PublicSite);
const db = app.get(Db);
const portal = app.get(SiteDirectory, { strict: false }).byKey('shifan');
const open = (url) => site.handle({ method: 'GET', url, host: portal.host, headers: {} });

async function uncached(path, tags) {
  const once = async () => {
    await site.purge(tags);
    const begun = performance.now();
    const { status, headers } = await open(path);
    if (status !== 200 || headers['X-Cache'] !== 'miss') throw new Error(`${path} ${status}`);
    return performance.now() - begun;
  };
  for (let time = 0; time < WARM; time += 1) await once();
  await site.settled();
  const cpu = process.cpuUsage();
  const own = mainThreadSeconds();
  const took = [];
  for (let time = 0; time < TIMES; time += 1) took.push(await once());
  // The compressed bodies are made on other threads behind the answers; their cost is counted as well.
  await site.settled();
  const { user, system } = process.cpuUsage(cpu);
  const ownMs = (mainThreadSeconds() - own) * 1000;
  await site.purge(tags);
  const statements = await db.countStatements(() => open(path));
  return {
    p50Ms: median(took),
    p95Ms: percentile(took, 0.95),
    mainThreadMs: ownMs / TIMES,
    cpuMsWithCompression: (user + system) / 1000 / TIMES,
    statements,
  };
}

const home = (await open('/')).body.toString();
const [path] = home.match(/\/art\/\d{6}\/\d+\.html/);
const id = /(\d+)\.html/.exec(path)[1];
const figures = {
  home: await uncached('/', [homeTag(portal.id)]),
  article: await uncached(path, [`article:${id}`]),
};

const ctx = systemCtx(new Date());
const opened = [];
const filled = [];
for (let n = 0; n < SITES; n += 1) {
  const begun = performance.now();
  const { site: made } = await app.get(SiteService).open(ctx, {
    blueprint: 'township',
    key: `bench${n}`,
    name: `示范县测量镇${n}人民政府`,
    parent: 'shifan',
    bindings: [{ host: portal.host, prefix: `/bench${n}`, isCanonical: true }],
  });
  opened.push(performance.now() - begun);
  const at = atSite(ctx, made);
  const channel = (await app.get(ChannelReading).tree(at)).at('xzdt');
  const starters = Array.from({ length: STARTERS }, (_, k) => ({
    channelId: channel.id,
    kind: 'news',
    title: `测量镇${n}工作动态${k}`,
    source: '测量镇',
    body: `<p>测量镇${n}工作动态${k}正文。</p>`,
    originallyPublishedAt: new Date(ctx.now.getTime() - k * 3_600_000),
  }));
  const half = performance.now();
  await app.get(ArchiveService).publishAll(at, starters);
  filled.push(performance.now() - half);
}
figures.siteCreation = {
  sites: SITES,
  openP50Ms: median(opened),
  openP95Ms: percentile(opened, 0.95),
  starterArticles: STARTERS,
  starterArticlesP50Ms: median(filled),
};

await app.close();
process.stdout.write(`${JSON.stringify(figures)}\n`);
