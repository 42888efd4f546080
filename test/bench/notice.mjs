// `node test/bench/notice.mjs [sites] [folder]` (500), after a build: from the click that puts up a banner for all sites
// to the last of them showing it, every home page asked for by somebody at the same moment. Beside the clock the
// processor time a home page takes, which other work on the machine does not lengthen. With a folder, on the network of
// `copy-sites.mjs` that lies there. Figures, never a verdict.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../apps/all-in-one/setup.mjs';
import { mainThreadSeconds, median, percentile, temporaryDirectory } from './server.mjs';

const require = createRequire(import.meta.url);
const dist = (path) => require(join(root, 'dist', path));
const { NestFactory } = require('@nestjs/core');
const { CliModule } = dist('apps/cli/src/cli.module.js');
const { Db, PurgeLog, readConfig, SiteDirectory } = dist('libs/platform/src/index.js');
const { PageCache, PageStore, PublicSite, ThemeLibrary } = dist('libs/theming/src/index.js');
const { systemCtx } = dist('libs/kernel/src/index.js');
const { NetworkNotices } = dist('libs/tenancy/src/index.js');

const ARTICLES = 20;
const AT_ONCE = 64;
const TITLE = '测量用横幅';
const COPY = fileURLToPath(new URL('./copy-sites.mjs', import.meta.url));

const [count = '500', folder] = process.argv.slice(2);
const data = folder ? { path: folder, remove: () => undefined } : temporaryDirectory();
if (!folder) {
  const env = { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', SEED: 'none', DATA_DIR: data.path };
  const done = spawnSync(process.execPath, [COPY, count, String(ARTICLES)], { env, stdio: 'ignore' });
  if (done.status !== 0) throw new Error('the network could not be made');
}
const config = readConfig({ DATA_DIR: data.path, SEED: 'none' });
const app = await NestFactory.createApplicationContext(CliModule.forRoot(config), { logger: false });
await app.get(PurgeLog).catchUp();
await app.get(PurgeLog).stop();
const pages = app.get(PublicSite);
const sites = app
  .get(SiteDirectory, { strict: false })
  .all()
  .filter(({ status, host }) => status === 'online' && host !== '');
// With page files, as a public process keeps them.
const store = new PageStore(join(data.path, 'bench-pages'), app.get(PageCache).history, (digest) =>
  app.get(ThemeLibrary).knows(digest),
);
pages.keepFiles({ store, isCaughtUp: () => true });
const home = async ({ host, prefix }) =>
  (await pages.handle({ method: 'GET', url: `${prefix}/`, host, headers: {} })).body.toString();

/** Every home page, some dozens at a time; when each was there, counted from `begun`, and what all of it took. */
async function visitAll(begun, shows) {
  const [used, main] = [process.cpuUsage(), mainThreadSeconds()];
  const waiting = [...sites];
  const took = [];
  const visitor = async () => {
    for (let site = waiting.pop(); site; site = waiting.pop()) {
      if ((await home(site)).includes(TITLE) !== shows) throw new Error(`${site.key} is not up to date`);
      took.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, visitor));
  const mainMs = ((mainThreadSeconds() - main) * 1000) / sites.length;
  const atAnswer = process.cpuUsage(used);
  await pages.settled();
  const inAll = process.cpuUsage(used);
  const each = ({ user, system }) => (user + system) / 1000 / sites.length;
  return {
    p50Ms: median(took),
    p95Ms: percentile(took, 0.95),
    lastMs: Math.max(...took),
    settledMs: performance.now() - begun,
    mainThreadMsAHome: mainMs,
    cpuMsAHome: each(atAnswer),
    cpuMsAHomeWithFiles: each(inAll),
  };
}

const before = await visitAll(performance.now(), false);
const notices = app.get(NetworkNotices, { strict: false });
const now = () => systemCtx(new Date());
const wish = { scope: 'all', level: 1, title: TITLE, text: '内容' };
let banner;
const begun = performance.now();
const statements = await app.get(Db).countStatements(async () => {
  banner = await notices.putUp(now(), 'emergency', wish);
});
const putUpMs = performance.now() - begun;
const shown = await visitAll(begun, true);
const downBegun = performance.now();
await notices.takeDown(now(), banner.id, banner.version);
const gone = await visitAll(downBegun, false);
process.stdout.write(
  `${JSON.stringify({ sites: sites.length, statements, putUpMs, before, shown, gone })}\n`,
);
await app.close();
rmSync(join(data.path, 'bench-pages'), { recursive: true, force: true });
data.remove();
process.exit(0);
