// A process of its own: the citizens' port, with a cache that keeps no articles, so that every request for one
// must be made. argv: data directory. Prints its port and the articles of two sites.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../apps/all-in-one/setup.mjs';

const require = createRequire(import.meta.url);
const dist = (path) => require(join(root, 'dist', path));
const { NestFactory } = require('@nestjs/core');
const { PublicModule } = dist('apps/public/src/public.module.js');
const { prepareDatabase, readConfig, SiteDirectory } = dist('libs/platform/src/index.js');
const { CitizenServer, PageCache, PublicSite } = dist('libs/theming/src/index.js');
const { CachedPage } = dist('libs/theming/src/cache/cached-page.js');

const config = readConfig({ DATA_DIR: process.argv[2], SEED: 'none' });
await prepareDatabase(config);
const app = await NestFactory.createApplicationContext(PublicModule.forRoot(config), { logger: false });
const site = app.get(PublicSite);
const directory = app.get(SiteDirectory, { strict: false });
const port = await app.get(CitizenServer).listen('127.0.0.1', 0);

async function articlesOf(key) {
  const { host } = directory.byKey(key);
  const ask = async (url) => String((await site.handle({ method: 'GET', url, host, headers: {} })).body);
  const found = new Set();
  for (const [, url] of (await ask('/')).matchAll(/href="(\/[a-z/-]+\/)"/g))
    for (const [path] of (await ask(url)).matchAll(/\/art\/\d{6}\/\d+\.html/g)) found.add(path);
  return { host, paths: [...found] };
}

const sites = { flooded: await articlesOf('shifan'), other: await articlesOf('qingshui') };
const cache = app.get(PageCache);
const put = cache.put.bind(cache);
cache.put = (content, mark) =>
  content.path.startsWith('/art/')
    ? Object.assign(new CachedPage(content), { state: 'dropped' })
    : put(content, mark);
process.stdout.write(`${JSON.stringify({ port, ...sites })}\n`);
