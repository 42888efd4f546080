import { safeCell } from './safe-cell';
import type { CellValue, Table, TableColumn } from './table';

/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** A whole table as comma separated values (RFC 4180) that Excel opens without questions. */
export function csv<T>({ columns, rows }: Pick<Table<T>, 'columns' | 'rows'>): string {
  return [csvHead(columns), ...rows.map((row) => csvLine(columns, row))].join('');
}

/** The first line, for tables that are written row by row. */
export function csvHead<T>(columns: readonly TableColumn<T>[]): string {
  return BYTE_ORDER_MARK + line(columns.map(({ title }) => title));
}

/** One further line. */
export function csvLine<T>(columns: readonly TableColumn<T>[], row: T): string {
  return line(columns.map(({ value }) => value(row)));
}

function line(cells: readonly CellValue[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: CellValue): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? safeCell(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
