import writeExcelFile, { type Cell, type Image, type Sheet } from 'write-excel-file/node';
import { safeCell } from './safe-cell';
import type { CellValue, Table, TableColumn } from './table';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const WIDTH = 14;
/** Excel refuses these in the name of a sheet, and names over 31 signs. */
const NOT_IN_NAMES = /[\\/?*[\]:]/g;

/** One sheet, ready to be written. */
export type WorkbookSheet = Sheet<Image['content']>;

/**
 * A table as a sheet; the head line stays in view. Texts are texts: no cell is a formula, whatever
 * somebody typed.
 */
export function sheet<T>({ name, columns, rows }: Table<T>): WorkbookSheet {
  return {
    sheet: name.replace(NOT_IN_NAMES, ' ').slice(0, 31),
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width: width ?? WIDTH })),
    data: [columns.map(headOf), ...rows.map((row) => columns.map(({ value }) => cellOf(value(row))))],
  };
}

/** The bytes of an Excel file. */
export async function workbook(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  return writeExcelFile([...sheets], { fontFamily: '宋体', fontSize: 11 }).toBuffer();
}

function headOf<T>({ title }: TableColumn<T>): Cell {
  return { value: safeCell(title), type: String, fontWeight: 'bold', backgroundColor: '#E8EEF5' };
}

function cellOf(value: CellValue): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? { value, type: Number } : null;
  if (typeof value === 'boolean') return { value: value ? '是' : '否', type: String };
  return { value: safeCell(value), type: String, wrap: value.length > 40, alignVertical: 'top' };
}
