import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** `word`: 词典里的词; `synonyms`: 同义词, separated by `;`; `blocked`: never shown as a hot word. */
export const SEARCH_ENTRY_KINDS = ['word', 'synonyms', 'blocked'] as const;
export type SearchEntryKind = (typeof SEARCH_ENTRY_KINDS)[number];

/** 检索词典: what a network adds to the common dictionary. Rows of its portal; holds for the whole network. */
@Entity('search_entry')
@Index('UQ_search_entry', ['siteId', 'kind', 'text'], { unique: true })
export class SearchEntry extends SiteEntity {
  @Column({ type: 'varchar', length: 10 })
  kind: SearchEntryKind;

  @Column({ type: 'varchar', length: 180 })
  text: string;

  /** Real name of who added it. */
  @Column({ type: 'varchar', length: 50 })
  byName: string;
}
