import { Column, Entity, Index } from 'typeorm';
import { SharedEntity } from '../db';
import type { JobState } from './job-state';

/**
 * 后台任务：one piece of work to be done after commit. The payload stays here; the movers only carry
 * the id. `attempts` counts the starts and is the fence: a runner that lost its lease can no longer
 * change the row, because the number has moved on.
 */
@Entity('outbox')
@Index('IDX_outbox_due', ['state', 'runAfter'])
@Index('IDX_outbox_lease', ['state', 'lockedUntil'])
@Index('IDX_outbox_kind', ['kind', 'state'])
@Index('IDX_outbox_site', ['siteId', 'state'])
@Index('UQ_outbox_uniqueKey', ['uniqueKey'], { unique: true })
export class OutboxRow extends SharedEntity {
  @Column({ type: 'varchar', length: 120 })
  kind: string;

  @Column({ type: 'int', nullable: true })
  siteId: number | null;

  @Column({ type: 'simple-json' })
  payload: Record<string, unknown>;

  @Column({ type: 'datetime' })
  runAfter: Date;

  @Column({ type: 'int', default: 0 })
  attempts: number;

  @Column({ type: 'int', default: 5 })
  maxAttempts: number;

  @Column({ type: 'varchar', length: 10, default: 'waiting' })
  state: JobState;

  /** Bounded; made readable for the console. */
  @Column({ type: 'text', nullable: true })
  lastError: string | null;

  /** While `running`: the runner is believed dead after this instant. */
  @Column({ type: 'datetime', nullable: true })
  lockedUntil: Date | null;

  @Column({ type: 'datetime', nullable: true })
  startedAt: Date | null;

  @Column({ type: 'datetime', nullable: true })
  finishedAt: Date | null;

  /** Held while the row waits, given back when it starts. */
  @Column({ type: 'varchar', length: 190, nullable: true })
  uniqueKey: string | null;

  @Column({ type: 'varchar', length: 64 })
  traceId: string;

  /** Account that caused it; null for the platform itself. */
  @Column({ type: 'int', nullable: true })
  actorId: number | null;
}
