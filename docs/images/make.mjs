// Takes the pictures of the README from a running demonstration (`npm start` first, in another terminal):
//
//   ZHANQUN_PASSWORD=… node docs/images/make.mjs
//
// The password is the one that `npm start` prints with the demonstration accounts. Addresses, account and browser can be
// changed by PORTAL, CONSOLE, ZHANQUN_USER and CHROMIUM. Starts nothing and changes nothing but the two pictures.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const {
  PORTAL = 'http://shifan.localhost:8080/',
  CONSOLE = 'http://127.0.0.1:8081/',
  ZHANQUN_USER = 'sf-zhongshen',
  ZHANQUN_PASSWORD,
  CHROMIUM = '/usr/bin/chromium',
} = process.env;
const folder = dirname(fileURLToPath(import.meta.url));
const SIZE = { width: 1440, height: 900 };

function leave(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

if (!ZHANQUN_PASSWORD) leave('ZHANQUN_PASSWORD is not set: use the password that `npm start` printed.');

async function answers(address) {
  try {
    const response = await fetch(new URL('/healthz', address), { signal: AbortSignal.timeout(3000) });
    return response.ok;
  } catch {
    return false;
  }
}
const backOffice = new URL(CONSOLE);
const portalPort = `http://127.0.0.1:${new URL(PORTAL).port || 80}/`;
for (const address of [portalPort, backOffice])
  if (!(await answers(address))) leave(`Nothing answers at ${address}. Run \`npm start\` first.`);

const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--font-render-hinting=none', '--force-color-profile=srgb'],
});

async function opened() {
  const context = await browser.newContext({
    viewport: SIZE,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

async function take(page, name) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  process.stdout.write(`docs/images/${name}.png\n`);
}

try {
  const portal = await opened();
  const response = await portal.goto(PORTAL, { waitUntil: 'networkidle' });
  if (!response?.ok()) throw new Error(`${PORTAL} answers ${response?.status()}`);
  await take(portal, 'portal-home');

  const desk = await opened();
  await desk.goto(new URL('/sign-in', backOffice).href, { waitUntil: 'networkidle' });
  await desk.locator('input[autocomplete="username"]').fill(ZHANQUN_USER);
  await desk.locator('input[autocomplete="current-password"]').fill(ZHANQUN_PASSWORD);
  const [session] = await Promise.all([
    desk.waitForResponse((one) => one.url().endsWith('/api/session') && one.request().method() === 'POST'),
    desk.locator('button[type="submit"]').click(),
  ]);
  if (!session.ok()) throw new Error(`sign-in as ${ZHANQUN_USER} answers ${session.status()}`);
  await desk.waitForURL((url) => url.pathname === '/', { timeout: 15_000 });
  await desk.waitForLoadState('networkidle');
  await take(desk, 'console-home');
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
