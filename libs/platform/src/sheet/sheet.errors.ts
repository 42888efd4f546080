import { defineError } from '@zhanqun/kernel';

export type SheetFault =
  'format' | 'broken' | 'encoding' | 'bomb' | 'empty' | 'rows' | 'columns' | 'cell' | 'bytes';

const FAULTS: Readonly<Record<SheetFault, string>> = {
  format: '只能读取 .xlsx 和 .csv 表格；旧的 .xls 请先另存为 .xlsx',
  broken: '表格文件已损坏，无法打开，请重新保存后再试',
  encoding: '无法识别 CSV 文件的文字编码，请另存为 UTF-8 或 GBK 编码后再试',
  bomb: '表格解压后过大，已拒绝读取',
  empty: '表格中没有内容',
  rows: '表格行数过多，请拆分后分次导入',
  columns: '表格列数过多，请删除多余的列',
  cell: '表格中有单元格文字过长，请删减后再试',
  bytes: '表格文件过大，请拆分后分次导入',
};

export const sheetUnreadable = defineError<{ fault: SheetFault; name: string }>(
  'platform.sheet.unreadable',
  'invalid',
  ({ fault }) => `读不了这个表格：${FAULTS[fault]}`,
);
