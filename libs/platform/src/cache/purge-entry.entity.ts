import { Column, Entity, Index } from 'typeorm';
import { SharedEntity } from '../db';

/** 清除记录：tags of pages that are outdated. Written in the transaction that outdates them, never changed. */
@Entity('purge_entry')
@Index('IDX_purge_entry_createdAt', ['createdAt'])
export class PurgeEntry extends SharedEntity {
  @Column({ type: 'simple-json' })
  tags: string[];
}
