import { load } from 'cheerio';
import { site, SmallDirectory } from '../testing/small-network';
import { traditionalPage } from './traditional-page';
import { traditionalText, type Conversion } from './traditional-text';
import { hasVariant, VariantLinks } from './variant-path';

const portal = site(1, 'portal');
const directory = new SmallDirectory([
  portal,
  site(2, 'hexi', { host: 'portal.localhost', prefix: '/hexi' }),
  site(3, 'english', { host: 'portal.localhost', prefix: '/en', lang: 'en' }),
  site(4, 'qingshui'),
]);
let convert: Conversion;
beforeAll(async () => {
  convert = await traditionalText();
});

const page = (html: string): string => {
  const links = new VariantLinks(directory, portal);
  return traditionalPage(html, { convert, link: (href) => links.to(href) });
};

describe('繁体版页面', () => {
  it.each([
    ['<p>头发</p>', '<p>頭髮</p>'],
    ['<html lang="zh-CN" class="发">', '<html lang="zh-Hant" class="发">'],
    ['<img src="/_files/发.png" alt="头发">', '<img src="/_files/发.png" alt="頭髮">'],
    [
      '<button data-copy="复制" data-say-copied="链接已复制">复制</button>',
      '<button data-copy="复制" data-say-copied="鏈接已複製">複製</button>',
    ],
    [
      '<input placeholder="请输入" value="头发" name="发">',
      '<input placeholder="請輸入" value="头发" name="发">',
    ],
    ['<input type="submit" value="搜索后退">', '<input type="submit" value="搜索後退">'],
    ['<meta name="description" content="头发">', '<meta name="description" content="頭髮">'],
    ['<meta name="Url" content="http://x/头发">', '<meta name="Url" content="http://x/头发">'],
    ['<meta property="og:locale" content="zh_CN">', '<meta property="og:locale" content="zh_TW">'],
    ['<a title="头 > 发">发</a>', '<a title="頭 > 發">發</a>'],
    ['<h2 id="发展" data-x="发">发展</h2>', '<h2 id="发展" data-x="发">發展</h2>'],
    ['a < 头发', 'a < 頭髮'],
    ['<a title="写 href=" href="/tzgg/">发</a>', '<a title="寫 href=" href="/zh-hant/tzgg/">發</a>'],
    [
      `<a title='头 href="/发/"' href='/tzgg/'>发</a>`,
      `<a title='頭 href="/發/"' href='/zh-hant/tzgg/'>發</a>`,
    ],
    ['<a href = "/tzgg/" href="/x/">发</a>', '<a href = "/zh-hant/tzgg/" href="/zh-hant/tzgg/">發</a>'],
    [`<input value="发" title=' type="submit"'>`, `<input value="发" title=' type="submit"'>`],
  ])('%s becomes %s', (simplified, traditional) => {
    expect(page(simplified)).toBe(traditional);
  });

  it('reads a tag in the time its length takes', () => {
    const blanks = ' '.repeat(60_000);
    const titles = 'title="头 href="'.repeat(4_000);

    expect(page(`<p${blanks}title="头">发</p>`)).toContain('title="頭"');
    expect(page(`<a ${titles} href="/tzgg/">发</a>`)).toContain('發</a>');
  });

  it.each([
    '<script src="/a.js">const 发 = "头发 </p>";</script>',
    '<script type="application/ld+json">{"name":"头发"}</script>',
    '<STYLE>.发::before{content:"头发"}</STYLE>',
    '<!-- 头发 -->',
    '<!DOCTYPE html>',
    '<link rel="canonical" href="http://portal.localhost/tzgg/">',
  ])('leaves %s as it is', (html) => {
    expect(page(html)).toBe(html);
  });

  it.each([
    ['/tzgg/', '/zh-hant/tzgg/'],
    ['/', '/zh-hant/'],
    ['/art/202601/7.html?a=1#b', '/zh-hant/art/202601/7.html?a=1#b'],
    ['/hexi/tzgg/', '/hexi/zh-hant/tzgg/'],
    ['http://qingshui.localhost:8080/tzgg/', 'http://qingshui.localhost:8080/zh-hant/tzgg/'],
    ['/zh-hant/tzgg/', '/tzgg/'],
    ['/en/news/', '/en/news/'],
    ['/_files/a.pdf', '/_files/a.pdf'],
    ['/_theme/base/1/a.css', '/_theme/base/1/a.css'],
    ['/feed.xml', '/feed.xml'],
    ['//evil.example/a/', '//evil.example/a/'],
    ['https://www.gov.cn/a/', 'https://www.gov.cn/a/'],
    ['#main', '#main'],
    ['mailto:a@b.cn', 'mailto:a@b.cn'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
  ])('a link to %s leads to %s', (href, leads) => {
    expect(page(`<a href="${href}">x</a>`)).toBe(`<a href="${leads}">x</a>`);
    expect(page(`<link href="${href}">`)).toBe(`<link href="${href}">`);
  });

  it('sends forms to the same variant', () => {
    expect(page('<form action="/search/" method="get">')).toBe(
      '<form action="/zh-hant/search/" method="get">',
    );
  });

  it('turns the link to this variant into the one back', () => {
    expect(
      page(
        '<a href="/zh-hant/tzgg/" hreflang="zh-Hant" lang="zh-Hant" title="繁體版"><b>繁體版</b></a><p>体</p>',
      ),
    ).toBe('<a href="/tzgg/" hreflang="zh-Hans" lang="zh-Hans" title="简体版"><b>简体版</b></a><p>體</p>');
  });

  it('changes no element, no name and no address of a page, whatever stands in it', () => {
    const html = `<!DOCTYPE html><html lang="zh-CN"><head><title>发</title><style>a{}</style></head><body class="a">
      <p id="发">头<b>发</b>&amp;&lt;发&gt;</p><textarea>发</textarea><svg viewBox="0 0 1 1"><path d="M0"/></svg>
      <table><tr><td data-label="发">发</table><script>if (a<b) 发()</script></body></html>`;
    const shape = (text: string) => {
      const $ = load(text);
      return $('*')
        .toArray()
        .map((each) => [
          $(each).prop('tagName'),
          $(each).attr('id'),
          $(each).attr('class'),
          $(each).attr('d'),
        ]);
    };

    expect(shape(page(html))).toEqual(shape(html));
    expect(load(page(html))('p').text()).toBe(convert('头') + convert('发') + '&<發>');
  });
});

describe('有繁体版的站点', () => {
  it.each([
    ['zh-CN', true],
    ['zh', true],
    ['zh-Hans', true],
    ['zh-Hant', false],
    ['zh-HK', false],
    ['en', false],
    ['bo', false],
  ])('%s: %s', (lang, expected) => {
    expect(hasVariant(site(1, 'x', { lang }))).toBe(expected);
  });
});
