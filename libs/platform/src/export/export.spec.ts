import readExcelFile from 'read-excel-file/node';
import { csv } from './csv';
import { safeCell } from './safe-cell';
import { sheet, workbook } from './workbook';

describe('导出表格', () => {
  it.each([
    '=1+1',
    '+86 0743',
    '-cmd',
    '@SUM(A1)',
    '\t=1',
    '　＝1+1',
    ' \r\n=HYPERLINK("x")',
    '\u200b=1',
    '－1＋1',
  ])('defuses %j, which a spreadsheet would run', (text) => expect(safeCell(text)).toBe(`'${text}`));

  it.each(['关于=的说明', '3-5 月', '-3.5', '12%', '（＝）', ''])('leaves %j as it is', (text) =>
    expect(safeCell(text)).toBe(text),
  );

  it('keeps rare characters whole and drops what no spreadsheet can hold', () => {
    expect(safeCell('𠮷野\u0000家\ud842')).toBe('𠮷野家\ufffd');
    expect(safeCell('𠮷'.repeat(20_000)).length).toBeLessThanOrEqual(32_767);
  });

  const columns = [
    { title: '标题', value: (row: { title: string; hits: number | null }) => row.title },
    { title: '点击', value: (row: { hits: number | null }) => row.hits },
  ];

  it('writes comma separated values with quotes where they are needed', () => {
    const rows = [
      { title: '甲,"乙"\n丙', hits: 3 },
      { title: '=A1', hits: null },
    ];

    expect(csv({ columns, rows })).toBe('\ufeff标题,点击\r\n"甲,""乙""\n丙",3\r\n\'=A1,\r\n');
  });

  it('writes a workbook that reads back as it was, formulas as text', async () => {
    const rows = [
      { title: '𠮷 <b>&', hits: 7 },
      { title: '=cmd|calc', hits: null },
    ];

    const bytes = await workbook([sheet({ name: '稿件/一月', columns, rows })]);

    const [read] = await readExcelFile(bytes);
    expect(read).toMatchObject({
      sheet: '稿件 一月',
      data: [
        ['标题', '点击'],
        ['𠮷 <b>&', 7],
        ["'=cmd|calc", null],
      ],
    });
  });
});
