import { Logger } from '@nestjs/common';
import type { Ctx, SiteCtx, Transaction } from '@zhanqun/kernel';
import type { DataSource, QueryResult, QueryRunner } from 'typeorm';
import { isDeadlock, translateError } from './db.errors';
import type { SharedEntity, SiteEntity } from './entity';
import { SharedRepository, SiteRepository } from './repository';
import type { StatementLog } from './statement-log';
import { Table } from './table';

type Work = () => void | Promise<void>;

/** What `ctx.tx` really is. */
interface OpenTransaction {
  readonly db: Db;
  readonly runner: QueryRunner;
  readonly afterCommit: Work[];
  readonly afterEnd: Work[];
  isOpen: boolean;
  /** The first fault of a nested call: the outermost one cannot commit after it. */
  fault?: { readonly error: unknown };
}

const ATTEMPTS = 3;

/** The one way to the database. */
export class Db {
  readonly dialect: 'sqlite' | 'mysql';
  private readonly logger = new Logger('Db');
  private readonly tables = new Map<object, Table<never>>();

  constructor(
    private readonly source: DataSource,
    private readonly statements: StatementLog,
  ) {
    this.dialect = source.options.type === 'better-sqlite3' ? 'sqlite' : 'mysql';
  }

  /** Rows of the site the context stands at. */
  site<E extends SiteEntity>(ctx: SiteCtx, entity: new () => E): SiteRepository<E> {
    return new SiteRepository(ctx, entity, this.table(entity), this.runnerOf(ctx));
  }

  /** Rows of the whole platform. */
  shared<E extends SharedEntity>(ctx: Ctx, entity: new () => E): SharedRepository<E> {
    return new SharedRepository(ctx, entity, this.table(entity), this.runnerOf(ctx));
  }

  /**
   * Everything in `work` is stored, or nothing. Inside it only the given context reaches the database.
   *
   * A call inside an open transaction joins it; a fault of the inner call undoes the whole. When the
   * database makes this transaction the victim of a deadlock it is run again, up to three times, so
   * `work` must have no effect outside the database (use `afterCommit`).
   */
  async transaction<C extends Ctx, T>(ctx: C, work: (ctx: C) => Promise<T>): Promise<T> {
    const open = this.open(ctx);
    if (open) return this.join(open, ctx, work);
    for (let attempt = 1; ; attempt += 1) {
      const transaction = this.newTransaction();
      try {
        const result = await this.run(transaction, ctx, work);
        await this.runAll([...transaction.afterCommit, ...transaction.afterEnd]);
        return result;
      } catch (error) {
        if (isDeadlock(error) && attempt < ATTEMPTS) continue;
        await this.runAll(transaction.afterEnd);
        throw translateError(error);
      }
    }
  }

  /** Runs `work` once the outermost transaction is stored (at once when none is open); its faults are logged. */
  afterCommit(ctx: Ctx, work: Work): void {
    const open = this.open(ctx);
    if (open) open.afterCommit.push(work);
    else void this.runAll([work]);
  }

  /** Runs `work` once the outermost transaction has ended, stored or not: for what must be kept of a refusal. */
  afterEnd(ctx: Ctx, work: Work): void {
    const open = this.open(ctx);
    if (open) open.afterEnd.push(work);
    else void this.runAll([work]);
  }

  /**
   * Reviewed SQL, from `*.sql.ts` files only: `?` for values, backticks around names, the words both
   * databases know. Rows come as the driver gives them: instants through `instant()`, booleans as 0 and 1.
   */
  async sql<T>(ctx: Ctx, text: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const values = parameters.map((value) =>
      value instanceof Date && this.dialect === 'sqlite' ? utcText(value) : value,
    );
    const { records } = await this.runnerOf(ctx)(text, values);
    return Array.isArray(records) ? (records as T[]) : [];
  }

  /** Calls the listener with every statement; returns how to stop. For tests of statement budgets. */
  onStatement(listener: (text: string) => void): () => void {
    return this.statements.listen(listener);
  }

  /** How many statements `work` needed, transaction control not counted. */
  async countStatements(work: () => Promise<unknown>): Promise<number> {
    let count = 0;
    const stop = this.onStatement(() => (count += 1));
    try {
      await work();
    } finally {
      stop();
    }
    return count;
  }

  private async join<C extends Ctx, T>(
    open: OpenTransaction,
    ctx: C,
    work: (ctx: C) => Promise<T>,
  ): Promise<T> {
    try {
      return await work(ctx);
    } catch (error) {
      open.fault ??= { error };
      throw error;
    }
  }

  private newTransaction(): OpenTransaction {
    try {
      return {
        db: this,
        runner: this.source.createQueryRunner(),
        afterCommit: [],
        afterEnd: [],
        isOpen: true,
      };
    } catch (error) {
      throw translateError(error);
    }
  }

  private async run<C extends Ctx, T>(
    open: OpenTransaction,
    ctx: C,
    work: (ctx: C) => Promise<T>,
  ): Promise<T> {
    const { runner } = open;
    try {
      await runner.startTransaction();
      const result = await work({ ...ctx, tx: open as unknown as Transaction });
      if (open.fault) {
        throw new Error('a nested transaction failed and its error was swallowed', {
          cause: open.fault.error,
        });
      }
      open.isOpen = false;
      await runner.commitTransaction();
      return result;
    } catch (error) {
      open.isOpen = false;
      await rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private runnerOf(ctx: Ctx): (text: string, parameters: unknown[]) => Promise<QueryResult> {
    return async (text, parameters) => {
      const open = this.open(ctx);
      try {
        if (open) return await open.runner.query(text, parameters, true);
        return await this.runAlone(text, parameters);
      } catch (error) {
        // Inside a transaction a deadlock must reach `transaction` as it is: it runs the work again.
        throw open && isDeadlock(error) ? error : translateError(error);
      }
    };
  }

  private async runAlone(text: string, parameters: unknown[]): Promise<QueryResult> {
    const runner = this.source.createQueryRunner();
    try {
      return await runner.query(text, parameters, true);
    } finally {
      await runner.release();
    }
  }

  private open(ctx: Ctx): OpenTransaction | undefined {
    const open = ctx.tx as unknown as OpenTransaction | undefined;
    if (!open) return undefined;
    if (open.db !== this) throw new Error('the context belongs to a transaction of another database');
    if (!open.isOpen) throw new Error('the transaction of this context has ended');
    return open;
  }

  private table<E extends object>(entity: new () => E): Table<E> {
    let table = this.tables.get(entity) as Table<E> | undefined;
    if (!table) {
      table = new Table<E>(this.source, this.source.getMetadata(entity));
      this.tables.set(entity, table as unknown as Table<never>);
    }
    return table;
  }

  /** One after the other; a fault is logged and does not keep the next from running. */
  private async runAll(works: readonly Work[]): Promise<void> {
    for (const work of works) {
      try {
        await work();
      } catch (error) {
        this.logger.error('after a transaction', error instanceof Error ? error.stack : String(error));
      }
    }
  }
}

/** An instant as `Db.sql` returns it: text on SQLite, a Date on MySQL. */
export function instant(value: unknown): Date | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value;
  if (typeof value !== 'string') throw new Error(`not an instant: ${typeof value}`);
  return new Date(`${value.replace(' ', 'T').replace(/Z$/, '')}Z`);
}

function utcText(value: Date): string {
  return value.toISOString().replace('T', ' ').replace('Z', '');
}

async function rollBack(runner: QueryRunner): Promise<void> {
  if (!runner.isTransactionActive) return;
  try {
    await runner.rollbackTransaction();
  } catch {
    // The connection is gone and the transaction with it; the first error is the one to tell.
  }
}
