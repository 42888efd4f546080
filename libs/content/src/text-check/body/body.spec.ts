import { EffectiveList } from '../lists/effective-list';
import { checkBody } from './check-body';
import { readBody } from './read-body';

const list = new EffectiveList([]);
const hits = (html: string) => {
  const body = readBody(html);
  return checkBody(list, body, ['example.org']).map(({ rule, text, start, end }) => {
    if (rule !== 'altMissing') expect(body.text.slice(start, end)).toBe(text);
    return [rule, text];
  });
};

describe('正文', () => {
  it('is read as its text blocks, one a line', () => {
    const html =
      '<h2>一、总则</h2>\n<p>第一<strong>条</strong> 　内容</p><p></p><ul><li><p>甲</p></li><li>乙<br>丙</li></ul>' +
      '<table><tr><th>名称</th><td><p>数</p></td></tr></table><figure><img src="/_files/a.png" alt="图"><figcaption>图一</figcaption></figure>尾';

    expect(readBody(html).text).toBe('一、总则\n第一条 　内容\n甲\n乙\n丙\n名称\n数\n图一\n尾');
  });

  it('knows where links and headings stand', () => {
    const body = readBody('<p>请见<a href="https://a.example/x">附表</a>。</p><h3>二</h3>');

    expect(body.links).toEqual([{ start: 2, end: 4, address: 'https://a.example/x' }]);
    expect(body.headings).toEqual([{ start: 6, end: 7, level: 3 }]);
  });

  it('reads thousands of nested tags without harm', () => {
    expect(readBody('<div>'.repeat(5000) + '深').text).toBe('');
  });
});

describe('正文规则', () => {
  it('finds pictures without words, also with a file name for words', () => {
    expect(hits('<p><img src="/_files/202603/a%20b.png" alt=""></p>')).toEqual([['altMissing', 'a b.png']]);
    expect(hits('<p><img src="/_files/a.png" alt="IMG_001.jpg"></p>')).toEqual([['altMissing', 'a.png']]);
    expect(hits('<p><img src="/_files/a.png" alt="党群服务中心外景"></p>')).toEqual([]);
  });

  it('finds headings that skip a level', () => {
    expect(hits('<h2>一</h2><h4>细目</h4><h2>二</h2><h3>三</h3>')).toEqual([['headingSkipped', '细目']]);
    expect(hits('<h3>先小后大</h3>')).toEqual([['headingSkipped', '先小后大']]);
  });

  it('finds tables without a header cell', () => {
    expect(hits('<table><tr><td>项目</td><td>数</td></tr><tr><td>甲</td><td>1</td></tr></table>')).toEqual([
      ['tableHeadMissing', '项目'],
    ]);
    expect(hits('<table><tr><th>项目</th></tr><tr><td>甲</td></tr></table>')).toEqual([]);
  });

  it.each([
    'display:none',
    'visibility: hidden',
    'font-size:0',
    'font-size: 0.1px',
    'position:absolute;left:-9999px',
    'color:#fff',
    'text-indent:-9999px',
    'opacity:0',
  ])('finds words hidden by %s', (style) => {
    expect(hits(`<p>正文<span style="${style}">澳门网站</span></p>`)).toEqual([['textHidden', '澳门网站']]);
  });

  it.each([
    'font-size:10.5pt',
    'color:#fff;background:#900',
    'text-indent:2em',
    'line-height:0.5',
    'opacity:0.8',
    'height:100px',
    'line-height:1px',
  ])('leaves words seen with %s', (style) => {
    expect(hits(`<p><span style="${style}">正文</span></p>`)).toEqual([]);
  });

  it.each([
    ['https://www.gov.cn/x', false],
    ['https://qs.example.gov.cn/', false],
    ['https://example.org/', false],
    ['/zwgk/', false],
    ['#top', false],
    ['mailto:a@b.cn', false],
    ['https://evilgov.cn/', true],
    ['https://gov.cn.example.com/', true],
    ['//other.example/', true],
  ])('says of %s whether it leads out: %s', (address, isOutside) => {
    expect(hits(`<p><a href="${address}">链接</a></p>`)).toEqual(isOutside ? [['linkOutside', '链接']] : []);
  });
});
