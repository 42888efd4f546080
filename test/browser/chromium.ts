import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';

const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The machine's Chromium; names below `.localhost` lead to this machine in it by themselves. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: QUIET });
}

export const WIDE = { width: 1440, height: 900 };
export const NARROW = { width: 375, height: 760 };
export const NARROWEST = { width: 320, height: 640 };

/** One person's browser: own cookies, Chinese, the county's time, no waiting for motion. */
export function person(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({
    viewport: WIDE,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...options,
  });
}
