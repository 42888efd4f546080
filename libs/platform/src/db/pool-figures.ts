import type { Db } from './db';
import { sourceOf } from './open';
import { lockOf } from './write-lock';

export interface PoolFigures {
  readonly open: number;
  readonly idle: number;
  /** Callers that wait for a connection, or for the one writer of SQLite. */
  readonly waiting: number;
}

/** What the driver's pool keeps; its names are its own, so each may be missing. */
interface MysqlPool {
  readonly _allConnections?: { readonly length: number };
  readonly _freeConnections?: { readonly length: number };
  readonly _connectionQueue?: { readonly length: number };
}

/** How busy the connections are, for monitoring. */
export function poolFigures(db: Db): PoolFigures {
  const { driver, options } = sourceOf(db);
  if (options.type === 'better-sqlite3')
    return { open: 2, idle: 2, waiting: lockOf(String(options.database)).waiters };
  const { pool } = driver as unknown as { readonly pool?: MysqlPool };
  return {
    open: pool?._allConnections?.length ?? 0,
    idle: pool?._freeConnections?.length ?? 0,
    waiting: pool?._connectionQueue?.length ?? 0,
  };
}
