import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { Severity } from '../check-hit';
import type { LexiconKind } from '../lexicon';

/** Stands for the platform where the number of a site is meant. */
export const PLATFORM = 0;

/**
 * 错敏词：a term of one place, or what the place makes of an inherited one. `ofSiteId` 0 is the platform; a
 * portal's row also holds at its sites. One word has one row a place.
 */
@Entity('flagged_term')
@Index('UQ_flagged_term_word', ['ofSiteId', 'wordHash'], { unique: true })
export class FlaggedTerm extends SharedEntity {
  @Column({ type: 'int' })
  ofSiteId: number;

  /** Digest of the folded word: databases compare letters in their own ways. */
  @Column({ type: 'varchar', length: 32 })
  wordHash: string;

  @Column({ type: 'varchar', length: 100 })
  wrong: string;

  @Column({ type: 'varchar', length: 200, default: '' })
  right: string;

  @Column({ type: 'varchar', length: 20 })
  kind: LexiconKind;

  /** Null: as the rule of the kind says, for an inherited term as it says above. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  severity: Severity | null;

  @Column({ type: 'varchar', length: 300, default: '' })
  reason: string;

  @Column({ type: 'simple-json' })
  notAfter: readonly string[];

  @Column({ type: 'simple-json' })
  notBefore: readonly string[];

  @Column({ type: 'simple-json' })
  within: readonly string[];

  @Column({ type: 'boolean', default: false })
  isQuotable: boolean;

  @Column({ type: 'varchar', length: 50, default: '' })
  category: string;

  /** The word is inherited; the row only changes its severity or switches it off. */
  @Column({ type: 'boolean', default: false })
  isOverride: boolean;

  @Column({ type: 'boolean', default: false })
  isOff: boolean;

  /** Places below may not touch it. */
  @Column({ type: 'boolean', default: false })
  isLocked: boolean;

  @Column({ type: 'int' })
  editedById: number;

  @Column({ type: 'varchar', length: 50, default: '' })
  editedByName: string;
}
