// Takes the pictures of the README and of the manual from a running demonstration (`npm start` first, in another
// terminal):
//
//   ZHANQUN_PASSWORD=… node docs/images/make.mjs [name …]
//
// The password is the one that `npm start` prints with the demonstration accounts; with names only those pictures are
// taken. Addresses and browser can be changed by PORTAL, CONSOLE and CHROMIUM. Starts nothing. For the pictures of the
// reviewers' chapter two articles of the demonstration township are revised and handed in (`story.mjs`), and what the
// editor's pictures write stays as drafts: use an installation that nobody works in.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { desks } from './desk.mjs';
import { manualPictures } from './manual.mjs';
import { writeStory } from './story.mjs';

const {
  PORTAL = 'http://shifan.localhost:8080/',
  CONSOLE = 'http://127.0.0.1:8081/',
  ZHANQUN_PASSWORD,
  CHROMIUM = '/usr/bin/chromium',
} = process.env;
const wanted = process.argv.slice(2);
const folder = dirname(fileURLToPath(import.meta.url));
const MOST_BYTES = 150 * 1024;

const homePictures = [
  { name: 'portal-home', address: PORTAL },
  { name: 'console-home', user: 'sf-zhongshen', path: '/' },
];

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
const portalPort = `http://127.0.0.1:${new URL(PORTAL).port || 80}/`;
for (const address of [portalPort, CONSOLE])
  if (!(await answers(address))) leave(`Nothing answers at ${address}. Run \`npm start\` first.`);

/** Fewer colours until the picture is light enough; words stay sharp, photographs lose a little. */
async function lighten(file) {
  const full = await readFile(file);
  for (const colours of [256, 128, 64, 32]) {
    const light = await sharp(full)
      .png({ palette: true, colours, effort: 10, compressionLevel: 9 })
      .toBuffer();
    if (light.length > MOST_BYTES && colours > 32) continue;
    await writeFile(file, light);
    return light.length;
  }
}

async function take(page, { name, clip }) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(600);
  const file = join(folder, `${name}.png`);
  await page.screenshot({ path: file, ...(clip ? { clip } : {}) });
  const bytes = await lighten(file);
  process.stdout.write(`docs/images/${name}.png  ${Math.round(bytes / 1024)} KB\n`);
}

const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--font-render-hinting=none', '--force-color-profile=srgb'],
});
const people = desks(browser, CONSOLE, ZHANQUN_PASSWORD);
const isWanted = ({ name }) => wanted.length === 0 || wanted.includes(name);

try {
  const chosen = manualPictures.filter(isWanted);
  const story = chosen.some(({ needsStory }) => needsStory) ? await writeStory(people) : {};
  for (const picture of [...homePictures.filter(isWanted), ...chosen]) {
    const page = await (picture.user ? people.page(picture.user, picture.size) : people.visitor());
    const address = picture.address ?? new URL(await pathOf(picture, story), CONSOLE).href;
    const response = await page.goto(address, { waitUntil: 'networkidle' });
    if (!response?.ok()) throw new Error(`${address} answers ${response?.status()}`);
    await picture.prepare?.(page, story);
    await take(page, picture);
    await page.close();
  }
} catch (error) {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
} finally {
  await browser.close();
}

async function pathOf({ path, user }, story) {
  return typeof path === 'string' ? path : path(await people.desk(user), story);
}
