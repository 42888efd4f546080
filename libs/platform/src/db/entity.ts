import { Column, PrimaryGeneratedColumn } from 'typeorm';

/**
 * A row that belongs to the whole platform. Extending it instead of `SiteEntity` is the isolation
 * decision of an entity: nothing narrows these rows to a site.
 *
 * What entities write (the same words give the same column on both databases):
 *
 * | meaning | decorator |
 * |---|---|
 * | whole number, id of another row | `@Column({ type: 'int' })` |
 * | large number (below 2^53) | `@Column({ type: 'bigint' })` |
 * | short text | `@Column({ type: 'varchar', length: 200 })` |
 * | long text (LONGTEXT on MySQL) | `@Column({ type: 'text' })` |
 * | yes/no | `@Column({ type: 'boolean' })` |
 * | instant, UTC, milliseconds | `@Column({ type: 'datetime' })`, without a precision |
 * | calendar day of Shanghai, `2026-03-01` | `@Column({ type: 'varchar', length: 10 })` |
 * | data without columns of its own | `@Column({ type: 'simple-json' })` |
 *
 * Defaults are plain values (`default: 'draft'`, `default: 0`, `default: false`); `text`, `simple-json`
 * and `datetime` have none. Unique keys are `@Index('UQ_…', […], { unique: true })`, never `@Unique`.
 */
export abstract class SharedEntity {
  /** Exists for the compiler only: a site's row must not pass for a shared one. */
  declare protected readonly belongsTo?: 'platform';

  @PrimaryGeneratedColumn({ type: 'int' })
  id: number;

  /** Stamped by the doorway with the time of the context. */
  @Column({ type: 'datetime' })
  createdAt: Date;

  @Column({ type: 'datetime' })
  updatedAt: Date;
}

/** A row of one site: reached only through `db.site(ctx, …)`, which narrows every call to that site. */
export abstract class SiteEntity {
  declare protected readonly belongsTo?: 'site';

  @PrimaryGeneratedColumn({ type: 'int' })
  id: number;

  @Column({ type: 'int' })
  siteId: number;

  /** Stamped by the doorway with the time of the context. */
  @Column({ type: 'datetime' })
  createdAt: Date;

  @Column({ type: 'datetime' })
  updatedAt: Date;
}
