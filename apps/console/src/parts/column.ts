export interface Column<T> {
  key: string;
  title: string;
  /** Plain text of the cell: shown when no slot draws it, and exported. */
  text: (row: T) => string;
  width?: number;
  /** Field to sort by on the server. */
  sort?: string;
  align?: 'right';
  /** Not shown until chosen. */
  isOptional?: boolean;
  /** Always shown. */
  isFixed?: boolean;
}
