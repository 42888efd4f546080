import { aspPage, gbk } from '../../../test/former-sites';
import { guessColumns } from '../sources/table-columns';
import { placesOf } from '../sources/html-source';
import { wordpressBody } from '../sources/wordpress-body';
import { instantOf, moment } from './moment';
import { tidyOldHtml } from './old-html';
import { readPage } from './read-page';

describe('旧系统的日期', () => {
  it.each([
    ['2019-05-01 08:00:00', '2019-05-01 08:00:00'],
    ['2012/3/5 8:30', '2012-03-05 08:30:00'],
    ['2013年11月25日', '2013-11-25'],
    ['20190501', '2019-05-01'],
    ['1556668800', '2019-05-01 08:00:00'],
    ['43586', '2019-05-01'],
    ['Wed, 01 May 2019 00:00:00 +0000', '2019-05-01 08:00:00'],
    ['2019-02-30', ''],
    ['昨天', ''],
  ])('reads %s as %s', (given, read) => {
    expect(moment(given)).toBe(read);
  });

  it('begins a day at nine in Shanghai', () => {
    expect(instantOf('2019-05-01')?.toISOString()).toBe('2019-05-01T01:00:00.000Z');
  });
});

describe('旧网页', () => {
  it('is found by the density of its text, without menus and frame, in GBK whatever it says', () => {
    const lines = [
      '六月八日，全镇秋粮收购工作会议在镇政府召开，各村主要负责人参加了会议，会议由镇长主持。',
      '会议要求，各村要提前做好仓库、资金、人员的准备，让农民卖上放心粮，确保颗粒归仓。',
    ];

    const { article, crumbs } = readPage(
      'news/7.html',
      gbk(aspPage({ title: '秋粮收购工作会议召开', lines })),
    );

    expect(article).toMatchObject({
      title: '秋粮收购工作会议召开',
      source: '镇农业办',
      publishedAt: '2009-06-08',
    });
    expect(article.body).toContain(lines[0]);
    expect(article.body).toContain(lines[1]);
    expect(article.body).not.toMatch(/首页|版权所有|点击数/);
    expect(crumbs).toEqual(['农业动态']);
    expect(article.warnings.join()).toContain('已按 GB18030 读取');
  });

  it('is told from a list of links', () => {
    const list = `<html><body><ul>${Array.from({ length: 20 }, (_, n) => `<li><a href="${n}.html">关于做好第${n}项工作的通知</a></li>`).join('')}</ul></body></html>`;

    expect(readPage('index.html', Buffer.from(list)).isList).toBe(true);
  });

  it('gives the document number, issuer and date of a policy document', () => {
    const html = `<html><body><h1>清水镇人民政府关于印发防汛预案的通知</h1><div class="content"><p>清政发〔2020〕9号</p>
      <p>各村：现将预案印发给你们，请认真贯彻执行，切实做好各项防汛准备工作。</p><p>清水镇人民政府</p><p>2020年3月16日</p>
      <p>附件：<a href="/files/plan.doc">防汛预案</a></p></div></body></html>`;

    expect(readPage('zwgk/9.html', Buffer.from(html)).article).toMatchObject({
      documentNumber: '清政发〔2020〕9号',
      issuer: '清水镇人民政府',
      issuedOn: '2020-03-16',
      attachments: [{ address: '/files/plan.doc', name: '防汛预案' }],
    });
  });

  it('loses the furniture of Word, keeps its pictures and its words', () => {
    const word = `<!--[if gte mso 9]><xml><w:Bad/></xml><![endif]--><p class="MsoNormal"><o:p>&nbsp;</o:p></p>
      <p style="mso-list:l0"><span lang="EN-US">&nbsp;&nbsp;　　第一段</span></p><v:shape><v:imagedata src="a.png"/></v:shape>
      <div>第二段<br><br>第三段</div><p style="display:none">藏着的</p><script>alert(1)</script>`;

    const tidy = tidyOldHtml(word);

    expect(tidy).toMatch(/<p[^>]*>(?:<span[^>]*>)?第一段/);
    expect(tidy).toContain('<img src="a.png">');
    expect(tidy).toContain('<p>第二段</p><p>第三段</p>');
    expect(tidy).not.toMatch(/mso 9|o:p|藏着的|alert|v:/);
  });

  it('stands thousands of nested tags', () => {
    const deep = `<html><body>${'<div>'.repeat(50_000)}正文在这里，说了一些话，还有一些话，足够长了。${'</div>'.repeat(50_000)}</body></html>`;

    expect(readPage('deep.html', Buffer.from(deep)).article.body).toContain('正文在这里');
  });
});

describe('旧站的文件和表格', () => {
  it.each([
    ['news/show.asp@id=7.html', '/news/show.asp?id=7'],
    ['news/show.asp?id=7&page=2', '/news/show.asp?id=7&page=2'],
    ['a/list.aspx.html', '/a/list.aspx'],
    ['zwgk/index.html', '/zwgk/'],
    ['a/7.htm', '/a/7.htm'],
  ])('%s stood at %s', (path, place) => {
    expect(placesOf(path)).toContain(place);
  });

  it.each([
    [
      ['ID', '标题', '内容', '发布时间', '来源', '所属栏目'],
      { id: 0, title: 1, body: 2, publishedAt: 3, source: 4, category: 5 },
    ],
    [['post_title', 'post_content', 'post_date', 'url'], { title: 0, body: 1, publishedAt: 2, address: 3 }],
    [
      ['标题', '文号', '发文机关', '成文日期', '正文'],
      { title: 0, documentNumber: 1, issuer: 2, issuedOn: 3, body: 4 },
    ],
  ])('guesses the columns %j', (head, columns) => {
    expect(guessColumns(head)).toEqual(columns);
  });

  it('makes paragraphs and figures of a WordPress text and says which short codes are gone', () => {
    const { html, warnings } = wordpressBody(
      '第一行\n接着\n\n[caption id="a1" width="300"]<img src="/a.png"> 会场[/caption]\n\n[gallery ids="1,2"]<!-- wp:paragraph -->末段',
    );

    expect(html).toBe(
      '<p>第一行<br>接着</p>\n<figure><img src="/a.png"><figcaption>会场</figcaption></figure>\n<p>末段</p>',
    );
    expect(warnings).toEqual(['短代码 gallery 没有随文导入']);
  });
});
