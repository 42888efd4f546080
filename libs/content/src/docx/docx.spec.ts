import { docxFile, paragraph, table } from '../../test/docx-file';
import { photo, png } from '../../test/sample-files';
import { readDocx } from './read-docx';

let uploads = 0;
const convert = (content: Buffer, fileName = '通知.docx') =>
  readDocx(fileName, content, ({ alt }) => {
    uploads += 1;
    return Promise.resolve({ path: `202603/${uploads}.png`, alt });
  });
const refused = (code: string) => ({ code });

describe('读取 Word 文档', () => {
  it('finds title, number, issuer and date, and makes an official text of the rest', async () => {
    const body = [
      paragraph({ text: '示范县人民政府文件', align: 'center' }),
      paragraph({ text: '示政发[2026]3 号', align: 'center' }),
      paragraph({ text: '示范县人民政府关于印发', align: 'center' }),
      paragraph({ text: '《示范县春耕备耕工作方案》的通知', align: 'center' }),
      paragraph('各乡镇人民政府，县直各单位：'),
      paragraph({ text: '　　现将方案印发给你们。', isIndented: true, note: 1 }),
      paragraph({ text: '一、总体要求', isIndented: true, isBold: true }),
      paragraph({ text: '（一）基本原则', isIndented: true }),
      paragraph({ text: '坚持早谋划、早部署。', isIndented: true }),
      table([['乡镇', '面积'], ['清水镇', '1200'], [['合计 1200 亩', 2]]], true),
      paragraph({ text: '示范县人民政府', align: 'right' }),
      paragraph({ text: '2026年3月5日', align: 'right' }),
    ].join('');

    const found = await convert(docxFile({ body, footnotes: ['面积按二调数据。'] }));

    expect(found).toMatchObject({
      title: '示范县人民政府关于印发《示范县春耕备耕工作方案》的通知',
      documentNumber: '示政发〔2026〕3号',
      issuer: '示范县人民政府',
      issuedOn: '2026-03-05',
      pictures: [],
    });
    expect(found.html).toBe(
      '<p class="no-indent">各乡镇人民政府，县直各单位：</p><p>现将方案印发给你们。<sup>［1］</sup></p>' +
        '<h2>一、总体要求</h2><h3>（一）基本原则</h3><p>坚持早谋划、早部署。</p>' +
        '<table><thead><tr><th scope="col">乡镇</th><th scope="col">面积</th></tr></thead>' +
        '<tbody><tr><td>清水镇</td><td>1200</td></tr><tr><td colspan="2">合计 1200 亩</td></tr></tbody></table>' +
        '<p class="align-right">示范县人民政府</p><p class="align-right">2026年3月5日</p>' +
        '<p><strong>注释</strong></p><p>［1］面积按二调数据。</p>',
    );
    expect(found.notes.join('；')).toMatch(/脚注.*；.*公文格式/);
  });

  it('reads headings by the names of their styles, and lists as lists', async () => {
    const body = [
      paragraph({ text: '政务公开工作要点', style: '公文标题' }),
      paragraph({ text: '总体情况', style: '标题 1' }),
      paragraph({ text: '主要做法', style: 'heading 2' }),
      paragraph({ text: '甲', list: { id: 2, level: 0 } }),
      paragraph({ text: '甲之一', list: { id: 2, level: 1 } }),
      paragraph({ text: '乙', list: { id: 2, level: 0 } }),
      paragraph({ text: '丙', list: { id: 1, level: 0 } }),
    ].join('');

    const { title, html } = await convert(docxFile({ body, styles: ['公文标题', '标题 1', 'heading 2'] }));

    expect(title).toBe('政务公开工作要点');
    expect(html).toBe(
      '<h2>总体情况</h2><h3>主要做法</h3>' +
        '<ol><li>甲<ol><li>甲之一</li></ol></li><li>乙</li></ol><ul><li>丙</li></ul>',
    );
  });

  it('takes its pictures along, and says which could not come', async () => {
    const body = [paragraph('现场情况如下。'), paragraph({ text: '', picture: '春耕现场' })].join('');

    const found = await convert(docxFile({ body, picture: { bytes: await photo(), extension: 'png' } }));

    const [picture] = found.pictures;
    expect(picture).toMatchObject({ alt: '春耕现场' });
    expect(found.html).toContain(`<img src="/_files/${picture?.path}" alt="春耕现场" />`);

    const drawn = await convert(docxFile({ body, picture: { bytes: await png(), extension: 'emf' } }));
    expect(drawn.html).not.toContain('<img');
    expect(drawn.notes.join()).toMatch(/1 张图片的格式不能在网页显示/);
  });

  it('refuses what is no document, locked, with macros, too large or empty, and stores nothing', async () => {
    const good = docxFile({ body: paragraph('甲') });
    const before = uploads;
    const refusals: [string, Buffer, string][] = [
      ['content.docx.only', good, '通知.wps'],
      ['content.docx.only', good, '通知.doc'],
      ['content.asset.macro', good, '通知.docm'],
      [
        'content.asset.macro',
        docxFile({ body: '', extra: { 'word/vbaProject.bin': new Uint8Array(9) } }),
        'a.docx',
      ],
      ['content.asset.encrypted', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'), 'a.docx'],
      ['content.docx.broken', Buffer.from('%PDF-1.7 ......................'), 'a.docx'],
      ['content.docx.broken', good.subarray(0, good.length - 60), 'a.docx'],
      ['content.docx.broken', docxFile({ body: '<w:p><w:r>' }), 'a.docx'],
      [
        'content.docx.broken',
        docxFile({
          body: '',
          extra: { 'word/comments.xml': Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><x/>') },
        }),
        'a.docx',
      ],
      [
        'content.docx.tooLarge',
        docxFile({ body: '', extra: { 'word/header1.xml': new Uint8Array(40 * 1024 * 1024) } }),
        'a.docx',
      ],
      ['content.docx.empty', docxFile({ body: '' }), 'a.docx'],
    ];
    for (const [code, content, name] of refusals)
      await expect(convert(content, name)).rejects.toMatchObject(refused(code));
    expect(uploads).toBe(before);
  });

  it('says what an article cannot hold', async () => {
    const body = `${paragraph('甲')}<w:p><m:oMath xmlns:m="m"/></w:p><w:p><w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>`;
    const comments = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0"/></w:comments>`;

    const { notes, html } = await convert(
      docxFile({ body, extra: { 'word/comments.xml': Buffer.from(comments) } }),
    );

    expect(html).toBe('<p>甲</p>');
    expect(notes.join('；')).toMatch(/公式.*修订.*批注/);
  });
});
