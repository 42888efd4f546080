// Pages of the demo county in Chromium as a six-year-old telephone meets them: `node test/bench/page-speed.mjs`.
// CPU slowed to a quarter, 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back (the "slow 4G" of Lighthouse),
// 375 × 667, nothing cached. `--rounds N` (3, the median counts); `--public http://shifan.localhost:8080` takes a
// running county instead of starting one from dist.
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { median, seedDemo, startApp } from './server.mjs';
import { kb, ms, table } from './table.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, public: { type: 'string' } },
});
const SITES = ['', 'czj', 'jyj', 'wjw', 'rsj', 'qingshui', 'longtan', 'hexi'];
const NET = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};

/** Notes paints, shifts and long tasks from the beginning of the page. */
const WATCH = `(() => {
  const seen = (window.seen = { fcp: null, lcp: null, cls: 0, tasks: [] });
  const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch('paint', (one) => { if (one.name === 'first-contentful-paint') seen.fcp = one.startTime; });
  watch('largest-contentful-paint', (one) => { seen.lcp = one.startTime; });
  watch('layout-shift', (one) => { if (!one.hadRecentInput) seen.cls += one.value; });
  watch('longtask', (one) => { seen.tasks.push([one.startTime, one.duration]); });
})()`;

/** One cold visit: figures of the page, and bytes on the wire of all that is no picture. */
async function visit(browser, url) {
  const context = await browser.newContext({
    viewport: { width: 375, height: 667 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  const kinds = new Map();
  const bytes = { words: 0, pictures: 0 };
  protocol.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  protocol.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[['Image', 'Media'].includes(kinds.get(requestId)) ? 'pictures' : 'words'] += encodedDataLength;
  });
  await protocol.send('Network.enable');
  await protocol.send('Network.emulateNetworkConditions', NET);
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(WATCH);
  await page.goto(url, { waitUntil: 'networkidle', timeout: 120_000 });
  const { fcp, lcp, cls, tasks } = await page.evaluate('window.seen');
  await context.close();
  // What keeps the page from answering between the first paint and the end, beyond 50 ms at a time.
  const blocked = tasks.reduce((sum, [at, long]) => sum + (at + long > fcp ? Math.max(0, long - 50) : 0), 0);
  return { fcp, lcp, cls, blocked, ...bytes };
}

async function measure(browser, url) {
  const rounds = [];
  for (let round = 0; round < Number(values.rounds); round += 1) rounds.push(await visit(browser, url));
  return Object.fromEntries(
    Object.keys(rounds[0]).map((key) => [key, median(rounds.map((one) => one[key]))]),
  );
}

/** Home, the channel with most in it, and its newest text. */
async function pagesOf(page, home) {
  await page.goto(home);
  const first = (selector) =>
    page
      .locator(selector)
      .first()
      .evaluate((link) => link.href);
  const list = await first('main a.more[href*="/"]:not([href*="/zt/"])');
  await page.goto(list);
  return { home, list, article: await first('main .article-list a[href*="/art/"]') };
}

const demo = values.public ? null : await seedDemo();
const app = demo ? await startApp('all-in-one', { DATA_DIR: demo.path }) : null;
const portal = new URL(values.public ?? `http://shifan.localhost:${app.publicPort}`);
const homeOf = (site) => {
  if (site === 'hexi') return `${portal.origin}/hexi/`;
  return site ? `${portal.protocol}//${site}.${portal.host}/` : `${portal.origin}/`;
};
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});
const figures = {};
try {
  const guide = await browser.newPage();
  for (const site of SITES) {
    const pages = await pagesOf(guide, homeOf(site));
    for (const [kind, url] of Object.entries(pages)) {
      figures[`${site || 'shifan'} ${kind}`] = await measure(browser, url);
      process.stderr.write(`${site || 'shifan'} ${kind}\n`);
    }
  }
} finally {
  await browser.close();
  await app?.stop();
  demo?.remove();
}
const rows = Object.entries(figures).map(([name, one]) => [
  name,
  ms(one.fcp),
  ms(one.lcp),
  one.cls.toFixed(3),
  ms(one.blocked),
  kb(one.words / 1024),
  kb(one.pictures / 1024),
]);
process.stdout.write(
  `${table([['页面', '首次绘制', '最大绘制', '版面移动', '阻塞', '图片以外', '图片'], ...rows])}\n`,
);
process.stdout.write(
  `${cpus()[0].model}，${cpus().length} 核，负载 ${loadavg()[0].toFixed(1)}\n${JSON.stringify(figures)}\n`,
);
