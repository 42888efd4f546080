import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { ThemeLibrary, type TemplateData, type Theme } from '@zhanqun/theming';
import { GALLERY_THEMES, galleryPages, type GalleryPage, type GalleryTheme } from './data';
import { pictures } from './pictures';

const ORIGIN = 'http://shifan.localhost';
const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'";

/** Fields that a link or a setting may leave out. */
const OPTIONAL = new Set(['.isCurrent', '.isExternal', '.styleUrl', '.head', '.visit', '.style', '.note']);

interface Options {
  readonly themes: readonly string[];
  readonly pages: readonly string[];
  readonly widths: readonly number[];
  readonly javaScript: boolean;
  readonly axe: boolean;
  readonly print: boolean;
  readonly out: string;
}

function options(root: string, args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      theme: { type: 'string' },
      page: { type: 'string' },
      width: { type: 'string', default: '1440,375,320' },
      'no-js': { type: 'boolean', default: false },
      'no-axe': { type: 'boolean', default: false },
      print: { type: 'boolean', default: false },
      out: { type: 'string', default: join(root, '.cache/theme-gallery') },
    },
  });
  return {
    themes: values.theme?.split(',') ?? GALLERY_THEMES,
    pages: values.page?.split(',') ?? [],
    widths: values.width.split(',').map(Number),
    javaScript: !values['no-js'],
    axe: !values['no-axe'],
    print: values.print,
    out: values.out,
  };
}

function defaultsOf(theme: Theme): Record<string, unknown> {
  return Object.fromEntries(Object.entries(theme.settings).map(([key, setting]) => [key, setting.default]));
}

/** Serves page, theme assets and pictures from memory; nothing listens on a port. */
async function serve(context: BrowserContext, theme: Theme, html: () => string): Promise<void> {
  await context.route('**/*', (route) => {
    const { pathname, origin } = new URL(route.request().url());
    if (origin !== ORIGIN) return route.abort();
    const asset = /^\/_theme\/[^/]+\/[^/]+\/(.+)$/.exec(pathname);
    const found = asset ? theme.assets.get(asset[1]!) : null;
    if (found) return route.fulfill({ body: found.body, contentType: found.contentType });
    const picture = pictures[pathname];
    if (picture) return route.fulfill({ body: picture, contentType: 'image/svg+xml' });
    if (pathname.endsWith('.mp4')) return route.fulfill({ body: '', contentType: 'video/mp4' });
    if (asset || pathname.startsWith('/_files/')) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({
      body: html(),
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': CSP },
    });
  });
}

/** Runs in the page: what reaches beyond its right edge, or null. */
const SIDEWAYS = `(() => {
  const limit = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= limit) return null;
  const culprits = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > limit + 1);
  return culprits.slice(0, 4).map((one) => one.tagName.toLowerCase() + '.' + one.className).join(' ');
})()`;

/** Runs in the page: pictures below the fold load for the photograph too. */
const LOAD_ALL = `document.querySelectorAll('img[loading=lazy]').forEach((one) => { one.loading = 'eager'; })`;

interface AxeAnswer {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

/** Faults that a picture does not show: sideways scrolling and axe violations. */
async function faultsOf(page: Page, axeSource: string | null): Promise<string[]> {
  const faults: string[] = [];
  const wide = await page.evaluate<string | null>(SIDEWAYS);
  if (wide) faults.push(`scrolls sideways: ${wide}`);
  if (axeSource) {
    await page.addScriptTag({ content: axeSource });
    const { violations } = await page.evaluate<AxeAnswer>('axe.run()');
    for (const { id, nodes } of violations) {
      const { html, failureSummary } = nodes[0]!;
      faults.push(
        `axe ${id} ×${nodes.length}: ${html.slice(0, 160)} — ${failureSummary.replace(/\s+/g, ' ').slice(0, 240)}`,
      );
    }
  }
  return faults;
}

async function shoot(
  browser: Browser,
  theme: Theme,
  entry: GalleryPage,
  choice: Options,
  axeSource: string | null,
): Promise<string[]> {
  const data = { chrome: entry.chrome, view: entry.view, page: entry.page } as TemplateData;
  const { html, missing: asked } = theme.renderStrictly(entry.template, data);
  const missing = asked.filter((name) => !OPTIONAL.has(name));
  const folder = join(choice.out, theme.name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${entry.name}.html`), html);

  const faults: string[] = missing.length > 0 && entry.chrome ? [`missing names: ${missing.join(' ')}`] : [];
  for (const width of choice.widths) {
    const context = await browser.newContext({
      viewport: { width, height: width > 800 ? 900 : 740 },
      javaScriptEnabled: choice.javaScript,
      bypassCSP: axeSource !== null && choice.javaScript,
      hasTouch: width < 800,
    });
    await serve(context, theme, () => html);
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())));
    page.on('pageerror', (fault) => void problems.push(fault.message));
    await page.goto(`${ORIGIN}${entry.page.path}`, { waitUntil: 'load' });
    await page.evaluate(LOAD_ALL);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${entry.name}-${width}.png`), fullPage: true });
    if (choice.print && width === choice.widths[0])
      await page.pdf({ path: join(folder, `${entry.name}.pdf`), preferCSSPageSize: true });
    const seen = choice.javaScript ? await faultsOf(page, axeSource) : [];
    faults.push(...[...problems, ...seen].map((one) => `${width} px: ${one}`));
    await context.close();
  }
  return faults;
}

export async function run(root: string, args: string[]): Promise<void> {
  const choice = options(root, args);
  const library = ThemeLibrary.read(join(root, 'themes'));
  const axeSource =
    choice.axe && choice.javaScript
      ? readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')
      : null;
  if (!args.length) rmSync(choice.out, { recursive: true, force: true });
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
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
  let count = 0;
  try {
    for (const name of choice.themes) {
      const theme = library.get(name);
      for (const entry of galleryPages(name as GalleryTheme, defaultsOf(theme))) {
        if (choice.pages.length > 0 && !choice.pages.includes(entry.name)) continue;
        for (const fault of await shoot(browser, theme, entry, choice, axeSource)) {
          count += 1;
          process.stdout.write(`${name}/${entry.name}: ${fault}\n`);
        }
      }
    }
  } finally {
    await browser.close();
  }
  process.stdout.write(`${count} faults; pictures in ${choice.out}\n`);
  process.exitCode = count > 0 ? 1 : 0;
}
