// `node test/bench/notice.mjs [sites]` (500), after a build: from the click that puts up a banner for all sites to the
// last of them showing it, every home page asked for by somebody at the same moment. Figures, never a verdict.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../apps/all-in-one/setup.mjs';
import { median, percentile, seedLarge } from './server.mjs';

const require = createRequire(import.meta.url);
const dist = (path) => require(join(root, 'dist', path));
const { NestFactory } = require('@nestjs/core');
const { CliModule } = dist('apps/cli/src/cli.module.js');
const { Db, PurgeLog, readConfig, SiteDirectory } = dist('libs/platform/src/index.js');
const { PublicSite } = dist('libs/theming/src/index.js');
const { systemCtx } = dist('libs/kernel/src/index.js');
const { NetworkNotices } = dist('libs/tenancy/src/index.js');

const ARTICLES = 20;
const AT_ONCE = 64;
const TITLE = '测量用横幅';

const data = seedLarge(Number(process.argv[2] ?? 500), ARTICLES);
const config = readConfig({ DATA_DIR: data.path, SEED: 'none' });
const app = await NestFactory.createApplicationContext(CliModule.forRoot(config), { logger: false });
await app.get(PurgeLog).catchUp();
await app.get(PurgeLog).stop();
const pages = app.get(PublicSite);
const sites = app
  .get(SiteDirectory, { strict: false })
  .all()
  .filter(({ status, host }) => status === 'online' && host !== '');
const home = async ({ host, prefix }) =>
  (await pages.handle({ method: 'GET', url: `${prefix}/`, host, headers: {} })).body.toString();

/** Every home page, some dozens at a time; when each was there, counted from `begun`. */
async function visitAll(begun, shows) {
  const waiting = [...sites];
  const took = [];
  const visitor = async () => {
    for (let site = waiting.pop(); site; site = waiting.pop()) {
      if ((await home(site)).includes(TITLE) !== shows) throw new Error(`${site.key} is not up to date`);
      took.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, visitor));
  return took;
}

await visitAll(performance.now(), false);
await pages.settled();
const notices = app.get(NetworkNotices, { strict: false });
const now = () => systemCtx(new Date());
const wish = { scope: 'all', level: 1, title: TITLE, text: '内容' };
let banner;
const begun = performance.now();
const statements = await app.get(Db).countStatements(async () => {
  banner = await notices.putUp(now(), 'emergency', wish);
});
const putUpMs = performance.now() - begun;
const took = await visitAll(begun, true);
const downBegun = performance.now();
await notices.takeDown(now(), banner.id, banner.version);
const gone = await visitAll(downBegun, false);
await pages.settled();
const round = (value) => Math.round(value);
process.stdout.write(
  `${JSON.stringify({
    sites: sites.length,
    statements,
    putUpMs: round(putUpMs),
    shownP50Ms: round(median(took)),
    shownP95Ms: round(percentile(took, 0.95)),
    lastShownMs: round(Math.max(...took)),
    lastGoneMs: round(Math.max(...gone)),
  })}\n`,
);
await app.close();
data.remove();
