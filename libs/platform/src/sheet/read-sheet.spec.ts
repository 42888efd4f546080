import { strToU8, zipSync } from 'fflate';
import writeExcel from 'write-excel-file/node';
import { readSheet } from './read-sheet';
import { unpack } from './unpack';

const csv = (text: string): Uint8Array => new TextEncoder().encode(text);
/** 错误,正确 / 布署,部署 */
const GBK = Buffer.from('b4edcef32cd5fdc8b70ab2bccaf02cb2bfcaf00a', 'hex');
/** The archive with another length in its table of contents. */
const announcing = (archive: Uint8Array, bytes: number): Buffer => {
  const changed = Buffer.from(archive);
  changed.writeUInt32LE(bytes, changed.lastIndexOf('PK\u0001\u0002', undefined, 'latin1') + 24);
  return changed;
};
const faultOf = (bytes: Uint8Array, bounds = {}) =>
  readSheet(bytes, '表.csv', bounds).then(
    () => null,
    (error: { details: { fault: string } }) => error.details.fault,
  );

describe('读取表格', () => {
  it('reads the first sheet of an Excel file as text, days as days', async () => {
    const rows = [
      [{ value: '错误写法' }, { value: '正确写法' }, { value: '日期' }],
      [
        { value: ' 布署 ' },
        null,
        { value: new Date('2026-03-05T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
      ],
      [{ value: 12.5, type: Number }, { value: true, type: Boolean }, null],
    ];
    const bytes = await writeExcel(rows as never).toBuffer();

    expect(await readSheet(bytes, '词表.xlsx')).toEqual([
      ['错误写法', '正确写法', '日期'],
      ['布署', '', '2026-03-05'],
      ['12.5', 'true', ''],
    ]);
  });

  it.each([
    ['UTF-8', csv('错误,正确\n布署,部署\n\n')],
    ['UTF-8 with a mark', csv('\uFEFF错误,正确\r\n"布署",部署')],
    ['GBK', GBK],
    ['UTF-16', Buffer.from('\uFEFF错误\t正确\n布署\t部署', 'utf16le')],
  ])('reads a CSV in %s', async (_, bytes) => {
    expect(await readSheet(bytes, '词表.csv')).toEqual([
      ['错误', '正确'],
      ['布署', '部署'],
    ]);
  });

  it('keeps rows of different lengths and quotes that stand alone', async () => {
    expect(await readSheet(csv('甲,乙\n说"是",,丙'), 'a.csv')).toEqual([
      ['甲', '乙'],
      ['说"是"', '', '丙'],
    ]);
  });

  it.each([
    ['empty', csv('')],
    ['empty', csv('\n \n')],
    ['format', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['format', zipSync({ 'word/document.xml': strToU8('<a/>') })],
    ['broken', zipSync({ 'xl/workbook.xml': strToU8('<a/>') })],
    ['broken', Buffer.from('PK\u0003\u0004 no archive')],
    ['encoding', Buffer.from([0x41, 0xff, 0xff, 0xff, 0x80])],
  ])('refuses as %s', async (fault, bytes) => {
    expect(await faultOf(bytes)).toBe(fault);
  });

  it('stays within its bounds', async () => {
    const table = csv('a,b\nc,d\ne,f');

    expect(await faultOf(table, { maxRows: 2 })).toBe('rows');
    expect(await faultOf(table, { maxColumns: 1 })).toBe('columns');
    expect(await faultOf(table, { maxBytes: 5 })).toBe('bytes');
    expect(await faultOf(csv('abcdef'), { maxCell: 5 })).toBe('cell');
  });

  it('does not unpack a bomb', async () => {
    const bomb = announcing(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 300 * 1024 * 1024);

    expect(await faultOf(bomb)).toBe('bomb');
  });

  it('does not believe a file that announces less than it holds', () => {
    const lying = announcing(zipSync({ 'a.xml': new Uint8Array(1_000_000) }), 10);

    const parts = unpack(lying, () => true, { maxBytes: 100, maxFiles: 1 });

    expect(parts.get('a.xml')?.length).toBe(10);
  });

  it.each([
    ['rows', 'A1048576'],
    ['columns', 'XFD1'],
  ])('refuses a table with too many %s because of one far cell', async (fault, place) => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="${place}"><v>1</v></c></row></sheetData></worksheet>`;
    const parts = { 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': sheet };

    expect(await faultOf(zipSync(mapped(parts)))).toBe(fault);
  });

  it.each([
    ['columns', 'xl/worksheets/sheet1.xml', `<row r='1'><c r='ZZZZZZ1'/></row>`],
    ['rows', 'xl/worksheets/sheet1.xml', `<row r = '1048576'/>`],
    ['columns', 'xl/elsewhere/a.xml', '<row r="1"><c r="ZZZ1"/></row>'],
    ['columns', 'xl/worksheets/sheet1.xml', '<x:row r="1"><x:c s="&gt;" r="ZZZ1"/></x:row>'],
    ['broken', 'xl/worksheets/sheet1.xml', '<row r="1"><c r="ZZZ&#49;"/></row>'],
    ['rows', 'xl/worksheets/sheet1.xml', '<row/>'.repeat(50_001)],
    ['broken', 'xl/worksheets/sheet1.xml', '<!DOCTYPE a [<!ENTITY b "c">]>'],
  ])('refuses a far cell as %s however it is spelt or hidden: %s', async (fault, name, rows) => {
    const parts = { 'xl/workbook.xml': '<workbook/>', [name]: `<worksheet><sheetData>${rows}</sheetData>` };

    expect(await faultOf(zipSync(mapped(parts)))).toBe(fault);
  });
});

const mapped = (parts: Record<string, string>): Record<string, Uint8Array> =>
  Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
