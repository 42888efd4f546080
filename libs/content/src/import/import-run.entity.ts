import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { ImportPreview } from './import-preview';
import type { RunOptions } from './import-options';

export const IMPORT_SOURCES = ['wordpress', 'table', 'html', 'site'] as const;
export type ImportSourceKind = (typeof IMPORT_SOURCES)[number];

export const IMPORT_STATES = [
  'reading',
  'ready',
  'running',
  'paused',
  'cancelled',
  'done',
  'failed',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/**
 * 导入批次. `position` counts the items that are dealt with; it moves in the transaction that stores what
 * became of them, so whatever is interrupted goes on exactly where it stopped.
 */
@Entity('import_run')
@Index('IDX_import_run_list', ['siteId', 'state', 'id'])
export class ImportRun extends SiteEntity {
  @Column({ type: 'varchar', length: 20 })
  source: ImportSourceKind;

  @Column({ type: 'varchar', length: 20 })
  state: ImportState;

  /** As people know it. */
  @Column({ type: 'varchar', length: 200 })
  fileName: string;

  /** Where a command found it; empty for what was uploaded. */
  @Column({ type: 'varchar', length: 500 })
  place: string;

  /** False for a run of the command line, which does its work itself. */
  @Column({ type: 'boolean', default: true })
  isUploaded: boolean;

  /** Of the uploaded bytes. */
  @Column({ type: 'varchar', length: 64, default: '' })
  digest: string;

  @Column({ type: 'bigint', default: 0, transformer: { to: (value: number) => value, from: Number } })
  bytes: number;

  @Column({ type: 'simple-json' })
  options: RunOptions;

  /** What was found before anything is stored; null while it is being read. */
  @Column({ type: 'simple-json', nullable: true })
  preview: ImportPreview | null;

  /** 试运行: nothing is stored but the report. */
  @Column({ type: 'boolean', default: false })
  isDryRun: boolean;

  @Column({ type: 'int', default: 0 })
  total: number;

  @Column({ type: 'int', default: 0 })
  position: number;

  @Column({ type: 'int', default: 0 })
  created: number;

  @Column({ type: 'int', default: 0 })
  updated: number;

  @Column({ type: 'int', default: 0 })
  skipped: number;

  @Column({ type: 'int', default: 0 })
  failed: number;

  /** Items that went in with something to look at. */
  @Column({ type: 'int', default: 0 })
  warned: number;

  /** Why the whole run came to nothing. */
  @Column({ type: 'varchar', length: 500, default: '' })
  fault: string;

  @Column({ type: 'int' })
  startedById: number;

  @Column({ type: 'varchar', length: 50, default: '' })
  startedByName: string;

  @Column({ type: 'datetime', nullable: true })
  startedAt: Date | null;

  @Column({ type: 'datetime', nullable: true })
  finishedAt: Date | null;
}
