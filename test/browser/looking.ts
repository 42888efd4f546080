import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeAnswer {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/**
 * Runs in the page: until what is on its way has come. Even `prefers-reduced-motion` leaves everything a
 * transition of one frame, and axe, which remembers what it saw, must not begin before that frame and end after it.
 */
const AT_REST = `Promise.allSettled(document.getAnimations()
  .filter((one) => one.playState === 'running' && Number.isFinite(one.effect.getComputedTiming().endTime))
  .map((one) => one.finished))`;

/** What axe finds wrong with the page as it is now, one line a fault; all its rules unless some are named. */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(axe);
  const options = { iframes: false, preload: false, resultTypes: ['violations'], runOnly: rules };
  const found = await page.evaluate<AxeAnswer>(
    `${AT_REST}.then(() => axe.run(document, ${JSON.stringify(options)}))`,
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary = '' }) => {
      const why = failureSummary.split('\n').at(1)?.trim() ?? '';
      return `${id}：${html.slice(0, 200)} —— ${why}`;
    }),
  );
}

/** What reaches beyond the right edge of the window; empty when nobody has to scroll sideways. */
export function sideways(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return [];
    const beyond = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > edge + 1);
    return ['' + document.documentElement.scrollWidth, ...beyond.slice(0, 4).map((one) => one.tagName.toLowerCase() + '.' + one.className)];
  })()`);
}

/** Not signed in yet is no fault; nor that a preview is kept from running scripts. */
const EXCUSED = /status of 401|^Blocked script execution in '([^']+\/preview|about:srcdoc)'/;

/** Notes in `heard` what the page complains about in the browser's console, and errors nobody caught. */
export function listen(page: Page, heard: string[], excused = EXCUSED): void {
  page.on('pageerror', (error) => heard.push(`${page.url()}：${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !excused.test(message.text()))
      heard.push(`${page.url()}：${message.text()}`);
  });
}
