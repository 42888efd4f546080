import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { GALLERY_THEMES, type GalleryTheme } from '../support/theme-gallery/data';
import { GalleryServer } from '../support/theme-gallery/server';
import { NARROW, openBrowser, person, WIDE } from './chromium';
import { violations } from './looking';

let gallery: GalleryServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [gallery, browser] = await Promise.all([GalleryServer.open(), openBrowser()]);
  context = await person(browser);
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

const opens = async (theme: GalleryTheme, name: string, viewport = WIDE): Promise<void> => {
  await page.setViewportSize(viewport);
  await page.goto(gallery.address(theme, name));
};
const focused = (): Locator => page.locator(':focus');
/** Whether the keyboard is now within what the selector names. */
const isFocusWithin = (selector: string): Promise<boolean> =>
  page.evaluate<boolean>(`document.activeElement?.closest('${selector}') !== null`);
const presses = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

describe('只用键盘', () => {
  it.each(GALLERY_THEMES)('%s offers first to skip to the content', async (theme) => {
    await opens(theme, 'article');
    await presses('Tab');

    expect(await focused().innerText()).toBe('跳到主要内容');
    expect((await focused().boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await presses('Enter', 'Tab');
    expect(await isFocusWithin('main')).toBe(true);
  });

  it('skips to the navigation and to the search as well', async () => {
    await opens('portal-red', 'article');
    await presses('Tab', 'Tab', 'Enter', 'Tab');
    expect(await isFocusWithin('.main-nav')).toBe(true);

    await opens('portal-red', 'article');
    await presses('Tab', 'Tab', 'Tab', 'Enter');
    expect(await focused().getAttribute('type')).toBe('search');
  });

  it('opens the second level of the navigation and closes it with Escape', async () => {
    await opens('portal-red', 'home');
    const parent = page.locator('.main-nav .has-children').first();
    const child = parent.locator('.nav-sub a').first();
    expect(await child.isVisible()).toBe(false);

    await parent.locator('.nav-top').focus();
    await child.waitFor({ state: 'visible' });
    await presses('Tab');
    expect(await isFocusWithin('.nav-sub')).toBe(true);

    await presses('Escape');
    await child.waitFor({ state: 'hidden' });
  });

  it('walks the navigation of a telephone and follows it', async () => {
    await opens('department-blue', 'home', NARROW);
    await page.locator('.nav-switch summary').focus();
    await presses('Enter', 'Tab');

    expect(await isFocusWithin('.nav-list')).toBe(true);
    const before = page.url();
    // Asked for is enough: what the gallery answers there is another matter.
    const followed = page.waitForRequest((request) => request.isNavigationRequest());
    await presses('Enter');
    expect((await followed).url()).not.toBe(before);
  });

  it('turns the tabs of a box with the arrows, and shows one panel at a time', async () => {
    await opens('portal-red', 'home-blocks');
    const tabs = page.getByRole('tab');
    await tabs.first().focus();
    await presses('ArrowRight');

    expect(await focused().innerText()).toBe(await tabs.nth(1).innerText());
    expect(await page.getByRole('tabpanel').count()).toBe(1);
    await presses('End', 'ArrowRight');
    expect(await tabs.first().getAttribute('aria-selected')).toBe('true');
    await presses('Tab');
    expect(await isFocusWithin('[role=tabpanel]')).toBe(true);
  });

  it('shows where the focus is on everything that takes it', async () => {
    await opens('township-green', 'home-blocks');
    const unmarked: string[] = [];
    for (let step = 0; step < 70; step += 1) {
      await presses('Tab');
      const fault = await page.evaluate<string | null>(UNMARKED);
      if (fault) unmarked.push(fault);
    }

    expect(unmarked).toEqual([]);
  });

  it('is asked before it leaves for a site that is no government’s, and comes back where it was', async () => {
    await opens('portal-red', 'article');
    const link = page.getByRole('link', { name: /工程建设信息平台/ });
    const dialog = page.getByRole('dialog', { name: '即将离开本网站' });
    await link.focus();
    await presses('Enter');
    await dialog.waitFor();

    expect(await dialog.innerText()).toContain('https://www.example.com/project');
    expect(await isFocusWithin('#leaving')).toBe(true);
    expect(await violations(page)).toEqual([]);
    await presses('Tab', 'Tab', 'Tab', 'Tab');
    expect(await page.evaluate<boolean>(`document.activeElement.closest('main') === null`)).toBe(true);

    await presses('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await focused().innerText()).toContain('工程建设信息平台');
    expect(page.url()).toBe(gallery.address('portal-red', 'article'));
  });
});

describe('轮播', () => {
  const shown = (of: Page): Promise<string> => of.locator('[data-slides-count]').first().innerText();

  it('moves by itself until it is paused with the keyboard, and is led by hand then', async () => {
    const moving = await person(browser, { reducedMotion: 'no-preference' });
    const lively = await moving.newPage();
    await lively.clock.install();
    await lively.goto(gallery.address('portal-red', 'home'));
    expect(await shown(lively)).toBe('1 / 4');
    await lively.clock.runFor(6_500);
    expect(await shown(lively)).toBe('2 / 4');

    const pause = lively.getByRole('button', { name: '暂停轮播' }).first();
    await pause.focus();
    await lively.keyboard.press('Enter');
    await lively.getByRole('button', { name: '继续轮播' }).first().waitFor();
    // What holds the focus stands still anyway.
    await lively.evaluate('document.activeElement.blur()');
    await lively.clock.runFor(20_000);
    expect(await shown(lively)).toBe('2 / 4');
    await lively.getByRole('button', { name: '下一张' }).first().press('Enter');
    expect(await shown(lively)).toBe('3 / 4');
    await moving.close();
  });

  it('stands still for who wants no motion, and nothing else moves either', async () => {
    const still = await context.newPage();
    await still.clock.install();
    await still.goto(gallery.address('portal-red', 'home-blocks'));
    const before = await shown(still);
    await still.clock.runFor(20_000);

    expect(await shown(still)).toBe(before);
    expect(await still.evaluate<number>(MOVING)).toBe(0);
    await still.close();
  });
});

/** Runs in the page: the focused thing when neither outline nor shadow tells that it is. */
const UNMARKED = `(() => {
  const one = document.activeElement;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
  const isMarked = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  return isMarked || one === document.body ? null : one.outerHTML.slice(0, 160);
})()`;

/** Runs in the page: how many things have a motion of noticeable length to begin with. */
const MOVING = `[...document.querySelectorAll('body *')].filter((one) => {
  const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(one);
  const longest = Math.max(...transitionDuration.split(',').map(parseFloat), animationName === 'none' ? 0 : parseFloat(animationDuration));
  return longest > 0.01 || scrollBehavior === 'smooth';
}).length`;
