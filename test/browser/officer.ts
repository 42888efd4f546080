import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../support/county';
import { person } from './chromium';

/** A member of staff at the console, doing what hands and eyes can do there. */
export class Officer {
  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly address: string,
  ) {}

  /** Comes in through the sign-in page. */
  static async signIn(browser: Browser, consolePort: number, username: string): Promise<Officer> {
    const context = await person(browser);
    const officer = new Officer(await context.newPage(), context, `http://127.0.0.1:${consolePort}`);
    const { page } = officer;
    page.setDefaultTimeout(20_000);
    await page.goto(`${officer.address}/`);
    await page.getByLabel('账号', { exact: true }).fill(username);
    await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: /今天有 \d+ 件待办/ }).waitFor();
    return officer;
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
