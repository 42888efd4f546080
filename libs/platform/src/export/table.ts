/** What a cell may hold. Instants are written as Shanghai minutes by the caller, so that they read as shown. */
export type CellValue = string | number | boolean | null | undefined;

/** One column of an exported table. */
export interface TableColumn<T> {
  readonly title: string;
  readonly value: (row: T) => CellValue;
  /** In characters of the default font; 14 unless told. */
  readonly width?: number;
}

/** Rows with their columns: one sheet of a workbook, or a file of comma separated values. */
export interface Table<T> {
  readonly name: string;
  readonly columns: readonly TableColumn<T>[];
  readonly rows: readonly T[];
}
