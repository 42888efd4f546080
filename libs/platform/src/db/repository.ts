import type { Ctx, Page, PageRequest, SiteCtx } from '@zhanqun/kernel';
import { rowNotFound } from './db.errors';
import type { SharedEntity, SiteEntity } from './entity';
import type { Lock, Order, Row, RunStatement, Selection, Table } from './table';
import { allOf } from './where';
import type { Where } from './where';

type AnyEntity = SharedEntity | SiteEntity;
/** Fields that a row has once and for all; the site of a site's row is the context's to decide. */
type FixedField<E> = E extends SiteEntity ? 'id' | 'siteId' : 'id';
/** What a caller may set on a new row. */
export type NewValues<E> = { -readonly [K in Exclude<keyof E, FixedField<E>>]?: E[K] };
/** What a caller may change in stored rows. */
export type Changes<E> = { -readonly [K in Exclude<keyof E, FixedField<E> | 'createdAt'>]?: E[K] };

/** The calls both kinds of repository offer; `scope` is the condition that every one of them carries. */
abstract class Repository<E extends AnyEntity> {
  constructor(
    protected readonly ctx: Ctx,
    private readonly entity: new () => E,
    private readonly table: Table<E>,
    private readonly run: RunStatement,
  ) {}

  find(selection: Selection<E> = {}): Promise<E[]> {
    this.mayLock(selection.lock);
    return this.table.select(this.run, null, this.scoped(selection)) as Promise<
      Row[]
    > as Promise<unknown> as Promise<E[]>;
  }

  async findOne(where: Where<E>, options: { order?: Order<E>; lock?: Lock } = {}): Promise<E | null> {
    const [row] = await this.find({ ...options, where, take: 1 });
    return row ?? null;
  }

  count(where?: Where<E>): Promise<number> {
    return this.table.count(this.run, this.scope(where));
  }

  /** One page of a list. Counts only when the page itself does not show how many there are. */
  async page(
    selection: { where?: Where<E>; order?: Order<E> },
    { page, pageSize }: PageRequest,
  ): Promise<Page<E>> {
    const skip = (page - 1) * pageSize;
    const items = await this.find({ ...selection, take: pageSize, skip });
    const isLast = items.length < pageSize && (items.length > 0 || page === 1);
    const total = isLast ? skip + items.length : await this.count(selection.where);
    return { items, total, page, pageSize };
  }

  /** Some columns of the matching rows, as plain objects: for lists, where the long text would weigh. */
  select<K extends keyof E & string>(
    columns: readonly K[],
    selection: Selection<E> = {},
  ): Promise<Pick<E, K>[]> {
    this.mayLock(selection.lock);
    return this.table.select(this.run, columns, this.scoped(selection)) as Promise<unknown> as Promise<
      Pick<E, K>[]
    >;
  }

  /** A new row in memory: defaults filled in; the caller's `id`, and `siteId` of a site's row, are ignored. */
  build(values: NewValues<E>): E {
    const row = this.table.blank();
    for (const [field, value] of Object.entries(values)) {
      if (value === undefined || this.table.isFixed(field)) continue;
      if (!this.table.hasField(field)) throw new Error(`${this.entity.name} has no field ${field}`);
      row[field] = value;
    }
    row['createdAt'] ??= this.ctx.now;
    row['updatedAt'] ??= this.ctx.now;
    this.stamp(row);
    return row as unknown as E;
  }

  /** Stores a new row, or what changed in a loaded one; `platform.row.notFound` when it is not there (any more). */
  async save(row: E): Promise<E> {
    const values = row as unknown as Row;
    this.refuseForeign(values);
    if (row.id === undefined) {
      await this.insert([values]);
      return row;
    }
    const changes = this.table.changes(values);
    if (Object.keys(changes).length === 0) return row;
    row.updatedAt = this.ctx.now;
    const where = this.only(row.id);
    const matched = await this.table.update(this.run, where, { ...changes, updatedAt: row.updatedAt });
    if (matched === 0) throw this.notFound(row);
    this.table.remember(values);
    return row;
  }

  /** Stores many rows; new ones in few statements. */
  async saveAll(rows: readonly E[]): Promise<E[]> {
    const fresh = rows.filter((row) => row.id === undefined) as unknown as Row[];
    fresh.forEach((row) => this.refuseForeign(row));
    const stored = rows.filter((row) => row.id !== undefined);
    await this.insert(fresh);
    for (const row of stored) await this.save(row);
    return [...rows];
  }

  /**
   * 累加: stores rows as new, or adds their `fields` to the stored row of the same unique key. The database
   * does the adding, so nothing is lost between processes; the rows in hand do not learn the sums.
   */
  async addUp(rows: readonly E[], fields: readonly (keyof E & string)[]): Promise<void> {
    const values = rows as unknown as readonly Row[];
    values.forEach((row) => this.refuseForeign(row));
    if (rows.some(({ id }) => id !== undefined)) throw new Error(`only new ${this.entity.name} rows add up`);
    await this.table.addUp(this.run, values, fields);
  }

  async remove(row: E): Promise<void> {
    this.refuseForeign(row as unknown as Row);
    if ((await this.table.remove(this.run, this.only(row.id))) === 0) throw this.notFound(row);
  }

  /** Removes all matching rows and tells how many there were. */
  removeWhere(where: Where<E>): Promise<number> {
    return this.table.remove(this.run, this.scope(where));
  }

  /**
   * Changes all matching rows and tells how many matched: 0 for a stale `{ id, version }`. A row in hand
   * does not learn of it, and `save` writes only what changed since it was loaded: use one or the other.
   */
  updateWhere(where: Where<E>, values: Changes<E>): Promise<number> {
    return this.table.update(this.run, this.scope(where), { updatedAt: this.ctx.now, ...values });
  }

  protected abstract scope(where: Where<E> | undefined): Where<E>;
  protected abstract stamp(row: Row): void;
  protected abstract isForeign(row: Row): boolean;

  private async insert(rows: Row[]): Promise<void> {
    for (const row of rows) {
      row['createdAt'] ??= this.ctx.now;
      row['updatedAt'] ??= this.ctx.now;
      this.stamp(row);
    }
    await this.table.insert(this.run, rows);
  }

  private scoped(selection: Selection<E>): Selection<E> {
    return { ...selection, where: this.scope(selection.where) };
  }

  private only(id: number): Where<E> {
    return this.scope({ id } as Where<E>);
  }

  private refuseForeign(row: Row): void {
    if (this.isForeign(row))
      throw rowNotFound({ entity: this.entity.name, id: (row['id'] as number) ?? null });
  }

  private notFound(row: E): Error {
    return rowNotFound({ entity: this.entity.name, id: row.id ?? null });
  }

  private mayLock(lock: Lock | undefined): void {
    if (lock && !this.ctx.tx) throw new Error(`locking ${this.entity.name} rows needs a transaction`);
  }
}

/** The doorway to rows that belong to the whole platform. */
export class SharedRepository<E extends SharedEntity> extends Repository<E> {
  protected override scope(where: Where<E> | undefined): Where<E> {
    return where ?? {};
  }

  protected override stamp(): void {
    // Shared rows carry no site of their own accord.
  }

  protected override isForeign(): boolean {
    return false;
  }
}

/**
 * The doorway to the rows of one site. Every call is narrowed to `ctx.site.id` around the caller's
 * condition, so neither a smuggled `siteId` nor a branch of an OR can reach another site's row; new rows
 * are stamped, and a row of another site is not found, whoever hands it in.
 */
export class SiteRepository<E extends SiteEntity> extends Repository<E> {
  private readonly siteId: number;

  constructor(ctx: SiteCtx, entity: new () => E, table: Table<E>, run: RunStatement) {
    super(ctx, entity, table, run);
    // The type asks for a site; a caller that lied to the compiler is stopped here.
    if (!Number.isSafeInteger(ctx.site?.id))
      throw new Error(`${entity.name} rows need a context with a site`);
    this.siteId = ctx.site.id;
  }

  protected override scope(where: Where<E> | undefined): Where<E> {
    const own = { siteId: this.siteId } as Where<E>;
    return where === undefined ? own : allOf(own, where);
  }

  protected override stamp(row: Row): void {
    row['siteId'] = this.siteId;
  }

  protected override isForeign(row: Row): boolean {
    return row['siteId'] !== undefined && row['siteId'] !== this.siteId;
  }
}
