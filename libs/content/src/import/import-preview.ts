import type { TableColumns } from './sources/table-columns';

/** One of the first items, as it would be taken over. */
export interface PreviewItem {
  readonly label: string;
  readonly title: string;
  readonly date: string;
  readonly source: string;
  readonly documentNumber: string;
  readonly category: string;
  readonly excerpt: string;
  readonly pictures: number;
  readonly attachments: number;
  readonly address: string;
  readonly warnings: readonly string[];
  /** Why it would be left out; empty when it would be taken over. */
  readonly reason: string;
}

/** 栏目 of the former site. */
export interface PreviewCategory {
  readonly key: string;
  readonly name: string;
  readonly count: number;
}

export interface ImportPreview {
  readonly items: readonly PreviewItem[];
  readonly categories: readonly PreviewCategory[];
  /** Address of the former site, where the package tells it. */
  readonly siteAddress: string;
  /** Of a table: the head row and the guesses. */
  readonly head: readonly string[];
  readonly columns: TableColumns | null;
}
