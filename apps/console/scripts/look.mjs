// Opens every screen against the stand-in API, takes screenshots and runs axe:
//   node apps/console/scripts/look.mjs OUT_DIR [name-filter]
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { screens } from './screens.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const out = process.argv[2] ?? '/tmp/console-look';
const filter = process.argv[3] ?? '';
const port = process.env.PORT ?? '18981';
const base = `http://127.0.0.1:${port}`;
const WIDTHS = { 1440: 900, 1280: 800, 375: 760 };
mkdirSync(out, { recursive: true });

const server = spawn(process.execPath, [fileURLToPath(new URL('../mock/server.mjs', import.meta.url))], {
  env: { ...process.env, PORT: port },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise((resolve) => server.stdout.once('data', resolve));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
let faults = 0;
const complain = (name, text) => {
  faults += 1;
  process.stdout.write(`✗ ${name}: ${text}\n`);
};

async function look(screen, width) {
  const context = await browser.newContext({
    viewport: { width, height: WIDTHS[width] },
    bypassCSP: false,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  if (!screen.isSignedOut) await context.addCookies([{ name: 'zq_session', value: 'mock', url: base }]);
  const page = await context.newPage();
  const name = `${screen.name}@${width}`;
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !/status of (401|404|409|429)/.test(message.text()))
      complain(name, `console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complain(name, `page: ${error.message}`));
  try {
    await page.goto(base + screen.path, { waitUntil: 'networkidle' });
    if (screen.act) await screen.act(page, context);
    await page.waitForTimeout(350);
    await page.screenshot({ path: join(out, `${name}.png`), fullPage: screen.isFull ?? false });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const inner = await page.evaluate(() => {
      const main = document.querySelector('main');
      return main ? main.scrollWidth - main.clientWidth : 0;
    });
    if (overflow > 0 || inner > 0) complain(name, `overflows by ${Math.max(overflow, inner)} px`);
    if (process.env.AXE === 'no') return;
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { iframes: false }));
    for (const each of violations)
      complain(
        name,
        `axe ${each.id} (${each.impact}): ${each.nodes
          .slice(0, 3)
          .map((node) => node.html.slice(0, 160))
          .join(' | ')}`,
      );
  } catch (error) {
    complain(name, error.message.split('\n').slice(0, 4).join(' '));
  } finally {
    await context.close();
  }
}

try {
  for (const screen of screens.filter((each) => each.name.includes(filter)))
    for (const width of process.env.WIDTHS
      ? process.env.WIDTHS.split(',').map(Number)
      : (screen.widths ?? [1440]))
      await look(screen, width);
} finally {
  await browser.close();
  server.kill();
}
process.stdout.write(`${faults} faults\n`);
process.exitCode = faults > 0 ? 1 : 0;
