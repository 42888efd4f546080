import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../support/county';
import { until } from '../support/until';
import { visit } from '../support/visitor';
import { person } from './chromium';

/** A member of staff at the console, doing what hands and eyes can do there. */
export class Officer {
  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly address: string,
  ) {
    page.setDefaultTimeout(20_000);
  }

  /** Comes in through the sign-in page. */
  static async signIn(browser: Browser, consolePort: number, username: string): Promise<Officer> {
    const context = await person(browser);
    const officer = new Officer(await context.newPage(), context, `http://127.0.0.1:${consolePort}`);
    const { page } = officer;
    await page.goto(`${officer.address}/`);
    await page.getByLabel('账号', { exact: true }).fill(username);
    await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: /今天有 \d+ 件待办/ }).waitFor();
    return officer;
  }

  /** Is there already: signed in elsewhere, or nobody yet when no name is given. */
  static async enter(browser: Browser, consolePort: number, username: string): Promise<Officer> {
    const context = await person(browser);
    const address = `http://127.0.0.1:${consolePort}`;
    if (username) {
      const { headers } = await visit(consolePort, '127.0.0.1', '/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password: DEMO_PASSWORD }),
      });
      const [name = '', value = ''] = (headers['set-cookie']?.[0] ?? '').split(';')[0]?.split('=') ?? [];
      await context.addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Strict' }]);
    }
    return new Officer(await context.newPage(), context, address);
  }

  /** A second tab of the same browser. */
  async anotherPage(): Promise<Officer> {
    return new Officer(await this.context.newPage(), this.context, this.address);
  }

  /** Goes to a screen and waits until all of it is there. */
  async opens(path: string): Promise<void> {
    await this.goTo(path);
    await this.settles();
  }

  /** Until the screen is there and no part of it is still being read. */
  async settles(): Promise<void> {
    await this.page.locator('h1').first().waitFor();
    await this.page.locator('.waiting, [aria-busy=true]').first().waitFor({ state: 'hidden' });
  }

  /** Clicks what leads to another screen or opens a drawer, and waits until that is there. */
  async follows(link: Locator): Promise<void> {
    const before = this.page.url();
    await link.click();
    await until(async () => this.page.url() !== before || (await this.page.getByRole('dialog').count()) > 0);
    await this.settles();
  }

  /** Presses Tab until the keyboard has arrived there. */
  async tabTo(target: Locator): Promise<void> {
    for (let step = 0; step < 120; step += 1) {
      if (
        await target.evaluate(
          (one) => one === (one as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement,
        )
      )
        return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error('the keyboard does not get there');
  }

  goTo(path: string): Promise<unknown> {
    return this.page.goto(this.address + path);
  }

  /** Follows the navigation at the left. */
  async choose(label: string): Promise<void> {
    await this.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: label }).click();
  }

  /** Presses a button, in the open dialog when there is one. */
  async press(button: string): Promise<void> {
    const dialog = this.page.getByRole('dialog').last();
    const place = (await dialog.isVisible()) ? dialog : this.page;
    await place.getByRole('button', { name: button, exact: true }).click();
  }

  /** Chooses in one of the drop-down fields. */
  async pick(field: string, option: string | RegExp): Promise<void> {
    // The value shown lies above the field itself, as the eye wants it.
    await this.page.getByRole('combobox', { name: field, exact: true }).click({ force: true });
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Waits until something is said on the screen. */
  async reads(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}
