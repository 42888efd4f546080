// Takes every public page type and console screen of a running demo county, to be looked at:
//   node test/browser/screens.mjs --console http://127.0.0.1:8081 --public http://shifan.localhost:8080 --out DIR [--only NAME]
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values } = parseArgs({
  options: {
    console: { type: 'string', default: 'http://127.0.0.1:8081' },
    public: { type: 'string', default: 'http://shifan.localhost:8080' },
    out: { type: 'string', default: '.cache/screens' },
    only: { type: 'string', default: '' },
    width: { type: 'string', default: '1440,375' },
  },
});
const PASSWORD = 'Shifan@2026demo';
const HEIGHTS = { 1440: 900, 375: 760 };
const screens = JSON.parse(readFileSync(new URL('screens.json', import.meta.url), 'utf8'));
const widths = values.width.split(',').map(Number);
const portal = new URL(values.public);
mkdirSync(values.out, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});
const people = new Map();

async function person(username) {
  if (people.has(username)) return people.get(username);
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  if (username) {
    await page.goto(`${values.console}/sign-in`);
    await page.getByLabel('账号', { exact: true }).fill(username);
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: /今天有/ }).waitFor();
  }
  people.set(username, page);
  return page;
}

async function take(page, name, width, isFull) {
  if (isFull) {
    // Pictures below the fold are fetched for the photograph too.
    await page.evaluate(
      `document.querySelectorAll('img[loading=lazy]').forEach((one) => { one.loading = 'eager'; })`,
    );
    await page.waitForLoadState('networkidle');
  }
  await page.screenshot({ path: join(values.out, `${name}@${width}.png`), fullPage: isFull });
  process.stdout.write(`${name}@${width}\n`);
}

async function consoleScreen({ name, as, path, follow, press }) {
  const page = await person(as);
  for (const width of widths) {
    await page.setViewportSize({ width, height: HEIGHTS[width] ?? 800 });
    await page.goto(values.console + path, { waitUntil: 'networkidle' });
    if (follow) await page.locator(follow).first().click();
    await page.waitForTimeout(follow ? 900 : 100);
    if (press) await page.getByRole('button', { name: press, exact: true }).first().click();
    await page.waitForTimeout(press ? 900 : 200);
    await take(page, `console-${name}`, width, false);
  }
}

/** Fetched by the browser: names below `.localhost` are known there and not everywhere else. */
const fetchPage = (page, url) =>
  page.evaluate(`fetch(${JSON.stringify(url)}).then((answer) => (answer.ok ? answer.text() : ''))`);

/** Walks a site from its home page until every kind of page was met, breadth first. */
async function pagesOf(page, home) {
  const found = new Map(Object.entries(screens.named).map(([kind, path]) => [kind, home + path.slice(1)]));
  const wanted = Object.entries(screens.marks);
  const known = new Set([home]);
  const queue = [home];
  await page.goto(home);
  for (let url = queue.shift(); url && known.size < 900; url = queue.shift()) {
    const body = await fetchPage(page, url);
    const kind = wanted.find(([, mark]) => body.includes(mark))?.[0];
    if (kind && !found.has(kind)) found.set(kind, url);
    if (found.size === wanted.length + Object.keys(screens.named).length) break;
    for (const [, href] of body.matchAll(/href="([^"#]+)"/g)) {
      const to = new URL(href.replaceAll('&amp;', '&'), url).href;
      if (!to.startsWith(home) || /\/_(theme|files)\//.test(to) || known.has(to)) continue;
      known.add(to);
      queue.push(to);
    }
  }
  return found;
}

async function publicPages(theme, home) {
  const page = await person('');
  for (const [kind, url] of await pagesOf(page, home))
    for (const width of widths) {
      if (values.only && !`public-${theme}-${kind}`.includes(values.only)) continue;
      await page.setViewportSize({ width, height: HEIGHTS[width] ?? 800 });
      await page.goto(url, { waitUntil: 'load' });
      await take(page, `public-${theme}-${kind}`, width, true);
    }
}

const homes = {
  'portal-red': portal.href,
  'department-blue': `${portal.protocol}//czj.${portal.host}/`,
  'township-green': `${portal.protocol}//qingshui.${portal.host}/`,
};
const faults = [];
const attempt = async (name, work) => {
  try {
    await work();
  } catch (error) {
    faults.push(`${name}: ${error.message.split('\n')[0]}`);
  }
};
try {
  for (const [theme, home] of Object.entries(homes))
    if (`public-${theme}`.includes(values.only) || values.only.startsWith(`public-${theme}`))
      await attempt(theme, () => publicPages(theme, home));
  for (const screen of screens.console)
    if (`console-${screen.name}`.includes(values.only))
      await attempt(screen.name, () => consoleScreen(screen));
} finally {
  await browser.close();
}
for (const fault of faults) process.stdout.write(`✗ ${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
