import { strToU8, zipSync } from 'fflate';
import writeExcel from 'write-excel-file/node';
import { readAttachment } from './read-attachment';

const zip = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const run = (...texts: string[]): string => texts.map((text) => `<w:r><w:t>${text}</w:t></w:r>`).join('');
const word = (body: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="urn:w"><w:body>${body}</w:body></w:document>`;

/** A PDF of one page that says this; small enough to be written by hand. */
function pdf(words: string): Uint8Array {
  const stream = `BT /F1 12 Tf 40 700 Td (${words}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return new TextEncoder().encode(text);
}

describe('附件文字', () => {
  it('reads a Word file as its paragraphs, words put together across runs', async () => {
    const bytes = zip({
      'word/document.xml': word(
        `<w:p>${run('关于', '布', '署')}</w:p><w:p/><w:tbl><w:tr><w:tc><w:p>${run('甲 &amp; 乙')}</w:p></w:tc></w:tr></w:tbl>` +
          '<w:p><w:del><w:r><w:delText>删掉的话</w:delText></w:r></w:del></w:p>',
      ),
      'word/footnotes.xml': word(`<w:p>${run('脚注')}</w:p>`),
      'word/theme/theme1.xml': word(`<w:p>${run('不读')}</w:p>`),
    });

    expect(await readAttachment(bytes, 'docx')).toEqual({ state: 'read', text: '关于布署\n甲 & 乙\n脚注' });
  });

  it('reads every sheet of an Excel file row by row, numbers too', async () => {
    const cell = (value: string | number) => ({ value, type: typeof value === 'number' ? Number : String });
    const rows = [
      [cell('姓名'), cell('电话')],
      [cell('张三'), cell(13812345678)],
    ];
    const bytes = await writeExcel([
      { data: rows, sheet: '一' },
      { data: [[cell('第二张')]], sheet: '二' },
    ] as never).toBuffer();

    const { state, text } = await readAttachment(bytes, 'xlsx');

    expect(state).toBe('read');
    expect(text.split('\n')).toEqual(['姓名 ｜ 电话', '张三 ｜ 13812345678', '第二张']);
  });

  it('reads slides in their order', async () => {
    const slide = (text: string): string =>
      `<p:sld xmlns:p="urn:p" xmlns:a="urn:a"><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`;
    const bytes = zip({ 'ppt/slides/slide10.xml': slide('十'), 'ppt/slides/slide2.xml': slide('二') });

    expect(await readAttachment(bytes, 'pptx')).toEqual({ state: 'read', text: '二\n十' });
  });

  it('reads a PDF with text, and says of one without that it is a scan', async () => {
    expect(await readAttachment(pdf('TEL 13812345678'), 'pdf')).toEqual({
      state: 'read',
      text: 'TEL 13812345678',
    });
    expect(await readAttachment(pdf(''), 'pdf')).toEqual({ state: 'scanned', text: '' });
  });

  it('reads plain text in GBK', async () => {
    expect(await readAttachment(Buffer.from('b2bccaf0', 'hex'), 'txt')).toEqual({
      state: 'read',
      text: '布署',
    });
  });

  it.each([
    ['docx', strToU8('no archive')],
    ['docx', zip({ 'word/document.xml': '<w:document><w:p>' })],
    ['docx', zip({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><w:document>&b;</w:document>' })],
    ['pdf', strToU8('%PDF-1.4 broken')],
  ])('says of a broken %s that it could not be read', async (extension, bytes) => {
    expect(await readAttachment(bytes, extension)).toEqual({ state: 'unreadable', text: '' });
  });

  it('reads a CSV row by row, so that the commas between cells are no punctuation', async () => {
    const { text } = await readAttachment(Buffer.from('村,时间\r\n"石桥,双井",周一\r\n'), 'csv');

    expect(text.split('\n')).toEqual(['村 ｜ 时间', '石桥,双井 ｜ 周一']);
  });

  it('does not unpack what announces more than it may hold', async () => {
    const archive = Buffer.from(zip({ 'word/document.xml': word('') }));
    archive.writeUInt32LE(100 * 1024 * 1024, archive.lastIndexOf('PK\u0001\u0002', undefined, 'latin1') + 24);

    expect(await readAttachment(archive, 'docx')).toEqual({ state: 'unreadable', text: '' });
  });
});
