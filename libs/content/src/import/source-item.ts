import type { PackageFiles } from './package/package-files';

/** A file that belongs to an item, by its address at the former site. */
export interface FoundFile {
  readonly address: string;
  readonly name: string;
}

/** An article as a source tells it, nothing stored yet. */
export interface FoundArticle {
  readonly title: string;
  readonly subtitle: string;
  readonly summary: string;
  readonly keywords: readonly string[];
  readonly source: string;
  readonly author: string;
  /** `2020-03-19` or `2020-03-19 09:54:05`, Shanghai time; `''` when nobody says. */
  readonly publishedAt: string;
  readonly documentNumber: string;
  readonly issuer: string;
  readonly issuedOn: string;
  /** Key and name of its category at the former site. */
  readonly category: string;
  readonly categoryName: string;
  /** HTML as it was found; addresses as they stood there. */
  readonly body: string;
  /** What relative addresses in the body stand under: path below the former site. */
  readonly base: string;
  readonly attachments: readonly FoundFile[];
  readonly oldAddresses: readonly string[];
  /** False for what its former site did not show: it never becomes public by an import. */
  readonly isPublic: boolean;
  readonly warnings: readonly string[];
}

export interface SourceItem {
  /** The same each time the same item is read; with the origin it makes the import key. */
  readonly key: string;
  /** For people: file, line or number. */
  readonly label: string;
  readonly title: string;
  readonly article: FoundArticle | null;
  /** Why there is no article. */
  readonly reason: string;
  /** Whether that is a fault, or only nothing to be taken over. */
  readonly isFault: boolean;
}

/** A former site, opened: its items in a fixed order and the files that came with it. */
export interface OpenSource {
  /** What tells this former site from others. */
  readonly origin: string;
  readonly siteAddress: string;
  readonly files: PackageFiles;
  readonly head: readonly string[];
  /** Items that are left to be counted when the source is read; null until then. */
  readonly total: number | null;
  items(from: number): AsyncIterable<SourceItem>;
}

export const skippedItem = (
  facts: Pick<SourceItem, 'key' | 'label' | 'title'>,
  reason: string,
): SourceItem => ({ ...facts, article: null, reason, isFault: false });

export const faultyItem = (
  facts: Pick<SourceItem, 'key' | 'label' | 'title'>,
  reason: string,
): SourceItem => ({ ...facts, article: null, reason, isFault: true });

export const goodItem = (facts: Pick<SourceItem, 'key' | 'label'>, article: FoundArticle): SourceItem => ({
  ...facts,
  title: article.title,
  article,
  reason: '',
  isFault: false,
});
