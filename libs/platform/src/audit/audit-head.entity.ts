import { Column, Entity, Index } from 'typeorm';
import { SharedEntity } from '../db';

/** 审计链头：the newest link of one chain, locked while the next one is appended; shows when the end was cut off. */
@Entity('audit_head')
@Index('UQ_audit_head_chain', ['chain'], { unique: true })
export class AuditHead extends SharedEntity {
  @Column({ type: 'int' })
  chain: number;

  @Column({ type: 'int' })
  seq: number;

  @Column({ type: 'varchar', length: 64 })
  hash: string;
}
