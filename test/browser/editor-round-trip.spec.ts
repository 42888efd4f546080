import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { sanitizeRichText } from '@zhanqun/content';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './chromium';

jest.setTimeout(120_000);

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const script = execFileSync(process.execPath, [join(__dirname, 'bundle-editor.mjs')], {
    maxBuffer: 32 * 1024 * 1024,
    encoding: 'utf8',
  });
  browser = await openBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ content: script });
});
afterAll(() => browser?.close());

/** Opens texts in the editor's form and writes them again, as saving does. */
const through = (texts: readonly string[]): Promise<string[]> =>
  page.evaluate(`${JSON.stringify(texts)}.map((text) => textDocument.throughEditor(text))`);

const words = fc.constantFrom('春耕', '备耕 ', '工作𠮷', ' a < b & "c"', '　', '\u00a0', '2026年', '\n', 'x');
const inline = fc.letrec((tie) => ({
  line: fc
    .array(fc.oneof({ maxDepth: 3 }, words, tie('marked')), { maxLength: 3 })
    .map((parts) => parts.join('')),
  marked: fc.oneof(
    fc
      .tuple(
        fc.constantFrom('b', 'strong', 'i', 'em', 'u', 's', 'del', 'sub', 'sup', 'code', 'span'),
        tie('line'),
      )
      .map(([tag, line]) => `<${tag}>${line}</${tag}>`),
    fc
      .tuple(
        fc.constantFrom('/art/1.html', 'https://a.cn/?a=1&amp;b=2', 'mailto:a@b.cn', '#x', 'x" onclick="y'),
        tie('line'),
      )
      .map(([href, line]) => `<a href="${href}" target="_blank" title="提示">${line}</a>`),
    fc.constantFrom(
      '<br>',
      '<img src="/_files/202603/a.png" alt="图" width="20">',
      '<img src="https://x.cn/a.png" alt="外">',
    ),
  ),
})).line;

const attributes = fc.constantFrom(
  '',
  ' class="align-center"',
  ' class="no-indent"',
  ' style="text-align:right"',
  ' align="justify"',
);
const block = fc.letrec<{ blocks: string; block: string }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 3 }).map((parts) => parts.join('')),
  block: fc.oneof(
    { maxDepth: 3 },
    fc
      .tuple(fc.constantFrom('p', 'div', 'h1', 'h2', 'h3', 'h5', 'li', 'center'), attributes, inline)
      .map(([tag, kept, line]) => `<${tag}${kept}>${line}</${tag}>`),
    fc
      .tuple(
        fc.constantFrom(
          '<hr>',
          '<p></p>',
          '<img src="/_files/a.png" alt="">',
          '<pre>甲\n  乙 <b>丙</b></pre>',
          '<video src="/_files/a.mp4" width="640"></video>',
          '<audio controls src="/_files/a.mp3"></audio>',
          '<p>甲<video src="/_files/a.mp4"></video>乙</p>',
        ),
      )
      .map(([one]) => one),
    inline,
    fc
      .tuple(
        attributes,
        fc.constantFrom(
          '<img src="/_files/a.png" alt="图">',
          '<video src="/_files/a.mp4"></video>',
          '<p><a href="/x"><img src="/_files/a.png" alt="图"></a></p>',
          '<table><tr><td>1</td></tr></table>',
        ),
        inline,
      )
      .map(([kept, shown, line]) => `<figure${kept}>${shown}<figcaption>${line}</figcaption></figure>`),
    fc
      .tuple(fc.constantFrom('blockquote', 'section', 'td', 'div'), tie('blocks'))
      .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
    fc
      .tuple(
        fc.constantFrom('ul', 'ol', 'ol start="3"'),
        fc.array(fc.oneof(inline, tie('blocks')), { maxLength: 3 }),
      )
      .map(
        ([tag, items]) =>
          `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag.split(' ')[0]}>`,
      ),
    fc
      .tuple(
        fc.constantFrom('', '<caption>表 <b>一</b></caption>'),
        fc.array(
          fc.tuple(
            fc.constantFrom('th', 'td'),
            fc.constantFrom('td', 'th', 'td class="align-right"'),
            tie('block'),
            inline,
          ),
          { minLength: 1, maxLength: 3 },
        ),
        fc.constantFrom(
          '',
          '<tr><th colspan="2" scope="row">合计</th></tr>',
          '<tfoot><tr><td>x</td><td>y</td></tr></tfoot>',
        ),
      )
      .map(
        ([caption, rows, last]) =>
          `<table>${caption}<colgroup><col span="2"></colgroup>${rows.map(([a, b, one, two]) => `<tr><${a}>${one}</${a}><${b}>${two}</${b.split(' ')[0]}></tr>`).join('')}${last}</table>`,
      ),
  ),
})).blocks;

it('changes nothing of a stored text by opening and saving it', async () => {
  const texts = [...fc.sample(block, { numRuns: 800, seed: 20260305 }), ...fc.sample(block, 200)];
  const stored = texts.map(sanitizeRichText);

  const again = (await through(stored)).map(sanitizeRichText);

  const changed = stored.flatMap((text, at) =>
    again[at] === text ? [] : [{ given: texts[at], text, again: again[at] }],
  );
  expect(changed.slice(0, 1)).toEqual([]);
});
