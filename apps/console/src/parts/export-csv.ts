import type { Column } from './column';

/** A cell that a spreadsheet would run as a formula is defused with a leading apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

export function saveCsv<T>(name: string, columns: readonly Column<T>[], rows: readonly T[]): void {
  const lines = [columns.map((column) => cell(column.title))];
  for (const row of rows) lines.push(columns.map((column) => cell(column.text(row))));
  const text = `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = `${name}.csv`;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
