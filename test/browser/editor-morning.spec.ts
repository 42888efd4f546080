import type { Browser, Page } from 'playwright-core';
import { County } from '../support/county';
import { openBrowser } from './chromium';
import { listen } from './looking';
import { Officer } from './officer';

jest.setTimeout(240_000);

let county: County;
let browser: Browser;

beforeAll(async () => {
  [county, browser] = await Promise.all([County.open(), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await county?.close();
});

const TITLE = '清水镇部署春耕备耕工作';
/** A picture as Word puts it beside its text: one pixel of red. */
const PNG =
  '89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082';
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoTitle{mso-style-name:标题;}</style></head><body><!--StartFragment-->
<p class=MsoTitle align=center>${TITLE}</p>
<p class=MsoNormal style='text-indent:32pt;mso-char-indent-count:2'><span style='font-family:仿宋;color:red'>镇政府召开会议，布署春耕备耕工作。</span></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>村名</b></p></td><td><p class=MsoNormal><b>面积</b></p></td></tr><tr><td><p class=MsoNormal>石桥村</p></td><td><p class=MsoNormal>120亩</p></td></tr></table>
<p class=MsoNormal><img width=1 src="file:///C:/Temp/clip_image001.png" width=200 alt="图片 1"></p>
<!--EndFragment--></body></html>`;
const RTF = `{\\rtf1{\\*\\shppict{\\pict\\pngblip ${PNG}}}}`;

/** What Ctrl+V does with a clipboard that a word processor filled. */
async function paste(page: Page, clipboard: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('textbox', { name: '正文' }).click();
  await page.evaluate(
    `(() => {
      const data = new DataTransfer();
      for (const [type, words] of Object.entries(${JSON.stringify(clipboard)})) data.setData(type, words);
      document.querySelector('#article-body').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    })()`,
  );
}

it('编辑的早晨 pastes from Word, mends what the check found, survives a killed tab and hands in', async () => {
  const heard: string[] = [];
  const editor = await Officer.enter(browser, county.app.consolePort, 'qs-editor');
  listen(editor.page, heard);
  const { page } = editor;
  await editor.opens('/s/qingshui/articles/new');
  await editor.pick('栏目', /乡镇动态$/);
  await page.getByLabel('来源', { exact: true }).fill('清水镇党政办');

  await paste(page, { 'text/html': WORD, 'text/rtf': RTF, 'text/plain': TITLE });
  await page.locator('#article-body table th').first().waitFor();
  await page.locator('#article-body img[src*="/files/"]').waitFor();
  expect(await page.getByLabel('标题', { exact: true }).inputValue()).toBe(TITLE);
  await page.getByRole('button', { name: /1 张图片没有说明/ }).click();
  await page.getByLabel('第 1 张图片的说明').fill('石桥村春耕现场');
  await editor.press('保存说明');
  await page.keyboard.press('Control+s');
  await editor.reads(/已于 \d\d:\d\d 保存/);

  const hit = page.getByRole('listitem').filter({ hasText: '布署' });
  await hit.getByRole('button', { name: '改正', exact: true }).click();
  await page.locator('#article-body').getByText('部署春耕备耕工作。').waitFor();
  await editor.reads(/已自动保存 \d\d:\d\d/);
  const address = new URL(page.url()).pathname;
  await page.close({ runBeforeUnload: false });

  const again = await editor.anotherPage();
  listen(again.page, heard);
  await again.opens(address);
  await again.press('取回');
  await again.page.locator('#article-body').getByText('部署春耕备耕工作。').waitFor();
  await again.page.keyboard.press('Control+Enter');
  await again.reads(`《${TITLE}》已送审`);

  const desk = await county.desk('qs-editor');
  const saved = await desk.get<{ body: string }>(`/sites/qingshui/articles/${address.split('/').at(-1)}`);
  expect(saved.body).toMatch(
    /^<p>镇政府召开会议，部署春耕备耕工作。<\/p><table><thead><tr><th scope="col">村名<\/th><th scope="col">面积<\/th><\/tr><\/thead><tbody><tr><td>石桥村<\/td><td>120亩<\/td><\/tr><\/tbody><\/table><p[^>]*><img src="\/_files\/[^"]+" alt="石桥村春耕现场"[^>]*><\/p>$/,
  );
  expect(heard).toEqual([]);
  await editor.leave();
});
