import { Column, Entity, Index } from 'typeorm';
import { SharedEntity } from '../db';

export const AUDIT_OUTCOMES = ['done', 'refused'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/**
 * 审计记录：who did what, to which row, from where. Written once, never changed; each entry carries the
 * hash of the one before it, so a changed or removed entry breaks the chain of its site.
 */
@Entity('audit_entry')
@Index('UQ_audit_entry_chain', ['chain', 'seq'], { unique: true })
@Index('IDX_audit_entry_site', ['siteId', 'at'])
@Index('IDX_audit_entry_account', ['accountId', 'at'])
@Index('IDX_audit_entry_subject', ['subject', 'subjectId'])
export class AuditEntry extends SharedEntity {
  /** The site's id, or 0 for the platform: which chain the entry is a link of. */
  @Column({ type: 'int' })
  chain: number;

  /** Counted from 1 in its chain, without a gap. */
  @Column({ type: 'int' })
  seq: number;

  @Column({ type: 'int', nullable: true })
  siteId: number | null;

  @Column({ type: 'datetime' })
  at: Date;

  /** Null when nobody was signed in; 0 is the platform itself. */
  @Column({ type: 'int', nullable: true })
  accountId: number | null;

  @Column({ type: 'varchar', length: 60 })
  actorName: string;

  /** Network address the person came from. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  address: string | null;

  /** `article.passFinal` */
  @Column({ type: 'varchar', length: 80 })
  action: string;

  @Column({ type: 'varchar', length: 60 })
  subject: string;

  @Column({ type: 'varchar', length: 64, nullable: true })
  subjectId: string | null;

  @Column({ type: 'varchar', length: 10 })
  outcome: AuditOutcome;

  /** One Chinese sentence a person understands without the database. */
  @Column({ type: 'varchar', length: 500 })
  summary: string;

  @Column({ type: 'simple-json', nullable: true })
  detail: Readonly<Record<string, unknown>> | null;

  @Column({ type: 'varchar', length: 64 })
  traceId: string;

  @Column({ type: 'varchar', length: 64 })
  previousHash: string;

  @Column({ type: 'varchar', length: 64 })
  hash: string;
}
