import type { TableColumns } from './sources/table-columns';

export const IMPORT_KINDS = ['news', 'notice', 'policyDocument'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What a person decides before a run begins. */
export interface RunOptions {
  /** Where items without a mapping go; null leaves them out. */
  readonly channelId: number | null;
  /** Channel by the category of the former site; 0 leaves the category out. */
  readonly mapping: Readonly<Record<string, number>>;
  /** Categories without a mapping become channels of their own, below `channelId` where it is given. */
  readonly createsChannels: boolean;
  /** Drafts for review, or articles that were public before, with the date they had (decisions 0010, 0019). */
  readonly publishes: 'draft' | 'historic';
  /** What to do with an item that was imported before and has changed since. */
  readonly onChanged: 'skip' | 'update';
  /** Pictures and files that are not in the package are fetched from the former site. */
  readonly fetchesRemote: boolean;
  readonly keepsAddresses: boolean;
  /** `http://www.example.gov.cn/`: what relative addresses stand under, and what tells two old sites apart. */
  readonly siteAddress: string;
  /** For items that do not name theirs; the site's name when empty. */
  readonly defaultSource: string;
  /** Guessed for each item when null. */
  readonly kind: ImportKind | null;
  /** Which column of a table holds what; guessed when null. */
  readonly columns: TableColumns | null;
}

export const DEFAULT_OPTIONS: RunOptions = {
  channelId: null,
  mapping: {},
  createsChannels: false,
  publishes: 'draft',
  onChanged: 'skip',
  fetchesRemote: false,
  keepsAddresses: true,
  siteAddress: '',
  defaultSource: '',
  kind: null,
  columns: null,
};
