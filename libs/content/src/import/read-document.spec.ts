import { execFileSync } from 'node:child_process';
import { readDocument } from './read-document';

const read = (text: string, name = 'file.txt') => readDocument(name, Buffer.from(text));

const NOTICE = `清水镇人民政府-清水镇人民政府办公室 关于印发《清水镇网站管理办法》的通 知(清政办函〔2020〕9号)

清水镇人民政府办公室 关于印发《清水镇网站管理办法》的通 知(清政办函〔2020〕9号)

来源:清水镇人民政府办公室 作者: 发布时间:2020-03-19 09:54:05 字体大小:


各村(居)民委员会:

《清水镇网站管理办法》已经镇人民政府同意,现印发给你们,请认真遵照执行。

\u00a0\u00a0\u00a0\u00a0清水镇人民政府办公室

\u00a0\u00a0\u00a0\u00a02020年3月16日

清水镇网站管理办法

第一章 总 则

第一条\u00a0\u00a0为加强网站建设,制定本办法。

  第二条 网站应当<及时>更新。

相关文档:
扫一扫在手机打开
关闭 打印
`;

describe('导入：公文', () => {
  it('finds title, source, dates, number and issuer in a page copied as text', () => {
    expect(read(NOTICE)).toMatchObject({
      encoding: 'UTF-8',
      title: '清水镇人民政府办公室关于印发《清水镇网站管理办法》的通知',
      source: '清水镇人民政府办公室',
      author: '',
      publishedOn: '2020-03-19',
      issuedOn: '2020-03-16',
      issuer: '清水镇人民政府办公室',
      documentNumber: '清政办函〔2020〕9号',
    });
  });

  it('makes chapters, clauses and a signature of the lines, and leaves the page furniture out', () => {
    const { body, warnings } = read(NOTICE);

    expect(body.split('\n')).toEqual([
      '<p>各村(居)民委员会:</p>',
      '<p>《清水镇网站管理办法》已经镇人民政府同意,现印发给你们,请认真遵照执行。</p>',
      '<p class="align-right">清水镇人民政府办公室</p>',
      '<p class="align-right">2020年3月16日</p>',
      '<h2>清水镇网站管理办法</h2>',
      '<h2>第一章　总则</h2>',
      '<p><strong>第一条</strong>　为加强网站建设,制定本办法。</p>',
      '<p><strong>第二条</strong>　网站应当&lt;及时&gt;更新。</p>',
    ]);
    expect(warnings).toEqual(['已去掉网页边角文字 3 处']);
  });

  it('takes the number from a line of its own and the file name for a missing title', () => {
    const found = read(
      '示审发〔2019〕2号\n各科室:\n现就有关事项通知如下:\n一、加强整改\n要突出重点。\n',
      '通知.txt',
    );

    expect(found).toMatchObject({ title: '通知', documentNumber: '示审发〔2019〕2号' });
    expect(found.warnings).toContain('文中没有找到标题，暂用文件名，请修改');
    expect(found.body).toContain('<h2>一、加强整改</h2>');
  });

  it('joins a title of two lines and ignores numbers that the text only quotes', () => {
    const found = read(
      '示范县人民政府办公室\n关于做好防汛工作的通知\n\n根据国办发〔2017〕47号文件,各单位要落实责任。\n',
    );

    expect(found.title).toBe('示范县人民政府办公室关于做好防汛工作的通知');
    expect(found.documentNumber).toBe('');
    expect(found.issuer).toBe('示范县人民政府办公室');
  });

  it('warns of lost clauses, several documents in one file and traditional script', () => {
    const clauses = read('管理制度\n第一条 甲。\n第二条 乙。\n第五条 丙。\n');
    const several = read(
      '第一篇:更新规定\n更新规定\n要更新。\n第二篇:考核办法\n考核办法\n第三篇:其他\n要考核。\n',
    );
    const traditional = read(
      `門戶網站規定\n${'為了豐富門戶網站內容，發揮門戶作用，各區縣應當實時發布。'.repeat(4)}\n`,
    );

    expect(clauses.warnings).toContain('条文序号不连续：第 2 条之后是第 5 条，请与原件核对');
    expect(several.title).toBe('更新规定');
    expect(several.warnings).toContain('文件中有多篇文章，已作为一篇导入，请核对是否需要拆分');
    expect(traditional.warnings).toContain('原文为繁体，已按原样保留');
    expect(traditional.body).toContain('為了豐富門戶網站內容');
  });

  it('joins lines that were broken at a fixed width', () => {
    const line = '各单位要高度重视网站信息发布工作落实专人负责及时更新';
    const text = `工作要求\n\n　　${line.slice(2)}\n${`${line}\n`.repeat(6)}完。\n\n　　下一段。\n`;

    expect(read(text).body.match(/<p>/g)).toHaveLength(2);
  });

  it.each([
    ['2013年11月25日', '2013-11-25'],
    ['二〇一三年十一月二十五日', '2013-11-25'],
    ['二○一三年一月三十一日', '2013-01-31'],
    ['2020-03-19', '2020-03-19'],
    ['2013年2月30日', ''],
  ])('reads the date %s under a text', (date, expected) => {
    expect(read(`关于休假的说明\n说明如下。\n${date}\n`).issuedOn).toBe(expected);
  });
});

describe('导入：编码', () => {
  const gb = (text: string): Buffer =>
    execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: text });

  it('reads GB18030 with its rare characters', () => {
    const found = readDocument('a.txt', gb('镇政府通知\n各村要在汛期前做好𠮷䶮河道的清理工作，保证安全。\n'));

    expect(found).toMatchObject({ encoding: 'GB18030', title: '镇政府通知' });
    expect(found.body).toContain('𠮷䶮河道');
  });

  it('believes the bytes and not what a page says of itself', () => {
    const page =
      '<html><head><meta charset="gbk"><title>公告 - 清水镇</title></head><body><p>本镇的公告正文，请大家周知。</p></body></html>';
    const found = read(page, 'a.html');

    expect(found).toMatchObject({ encoding: 'UTF-8', title: '公告' });
    expect(found.warnings).toContain('网页声明的编码 gbk 与实际不符，已按 UTF-8 读取');
  });

  it('reads marked UTF-8 and UTF-16', () => {
    expect(read('\ufeff标题\n正文。').title).toBe('标题');
    expect(readDocument('a.txt', Buffer.from('\ufeff标题\n正文。', 'utf16le'))).toMatchObject({
      encoding: 'UTF-16',
      title: '标题',
    });
  });

  it.each([
    ['Big5', Buffer.from('b2c4a440bde8a5d8aabaa4bdA7ded1b4b6bcd2aabab3a1aba5aabab3f8bbf8', 'hex')],
    ['Latin-1', Buffer.from('Jos\xe9 est all\xe9 au march\xe9 \xe0 No\xebl', 'latin1')],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3])],
    ['a lone lead byte', Buffer.from([0xc4, 0xe3, 0x81])],
  ])('refuses %s rather than storing gibberish', (_, bytes) => {
    expect(() => readDocument('a.txt', bytes)).toThrow(
      expect.objectContaining({ code: 'content.import.unknownEncoding' }),
    );
  });

  it('refuses an empty file and one beyond a million characters', () => {
    expect(() => read(' \n　\n')).toThrow(expect.objectContaining({ code: 'content.import.empty' }));
    expect(() => read('字'.repeat(1_000_001))).toThrow(
      expect.objectContaining({ code: 'content.import.tooLong' }),
    );
  });
});

describe('导入：网页和 Markdown', () => {
  it('takes the facts of the page tags and the article without its frame', () => {
    const page = `<!doctype html><html><head><title>春耕 - 清水镇</title>
      <meta name="ArticleTitle" content="春耕生产启动"><meta name="ContentSource" content="农业办">
      <meta name="PubDate" content="2024-03-05 08:30"></head><body><nav>首页</nav>
      <div class="content"><h1>春耕生产启动</h1><p onclick="x()">来源：农业办 发布时间：2024-03-05</p>
      <p>全镇春耕生产已经全面启动，各村进展顺利。</p><img src="a.jpg"><script>alert(1)</script></div><footer>版权</footer></body></html>`;
    const found = read(page, 'a.htm');

    expect(found).toMatchObject({ title: '春耕生产启动', source: '农业办', publishedOn: '2024-03-05' });
    expect(found.body).toBe('<p>全镇春耕生产已经全面启动，各村进展顺利。</p>');
    expect(found.warnings).toContain('1 张图片没有随文导入，请到素材库上传后插入');
  });

  it('reads Markdown with its front matter', () => {
    const found = read(
      '---\nsource: 党政办\ndate: 2024-05-01\n---\n# 劳动节放假安排\n\n- 一日放假\n- **二日**上班\n',
      'a.md',
    );

    expect(found).toMatchObject({ title: '劳动节放假安排', source: '党政办', publishedOn: '2024-05-01' });
    expect(found.body.replace(/\s+/g, '')).toBe(
      '<ul><li>一日放假</li><li><strong>二日</strong>上班</li></ul>',
    );
  });
});
