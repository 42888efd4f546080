import { defineError, DomainError } from '@zhanqun/kernel';
import { QueryFailedError } from 'typeorm';

export const rowNotFound = defineError<{ entity: string; id: number | null }>(
  'platform.row.notFound',
  'notFound',
  () => '内容不存在或已被删除',
);

export const databaseUnavailable = defineError(
  'platform.db.unavailable',
  'unavailable',
  () => '数据库暂时连接不上，请稍后再试；如持续出现，请联系管理员',
);

export const databaseBusy = defineError(
  'platform.db.busy',
  'unavailable',
  () => '系统正忙，本次操作没有保存，请稍后再试',
);

export const migrationNewer = defineError<{ unknown: string[] }>(
  'platform.migration.newer',
  'conflict',
  ({ unknown }) =>
    `数据库由更新版本的程序创建，当前程序不能使用它，请升级程序后再启动（不认识的结构变更：${unknown.join('、')}）`,
);

export const charsetWrong = defineError<{ charset: string }>(
  'platform.db.charsetWrong',
  'conflict',
  ({ charset }) => `数据库的字符集是 ${charset}，须为 utf8mb4，请按部署手册重新建库`,
);

const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'ER_SERVER_ISNT_AVAILABLE',
  'ER_CONNECTION_KILLED',
  'ER_QUERY_INTERRUPTED',
  'SQLITE_CANTOPEN',
  'SQLITE_IOERR',
  'SQLITE_FULL',
]);
const deadlockCodes = new Set(['ER_LOCK_DEADLOCK', 'ER_CHECKREAD', 'SQLITE_BUSY_SNAPSHOT']);
const busyCodes = new Set(['ER_LOCK_WAIT_TIMEOUT', 'SQLITE_BUSY', 'SQLITE_LOCKED']);
const uniqueCodes = new Set(['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);

/** The driver's own code of a failed statement, e.g. `ER_DUP_ENTRY` or `SQLITE_BUSY`. */
export function driverCode(error: unknown): string | undefined {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' ? cause.code : undefined;
}

/** Whether a statement failed because the same unique key is already there: the one place that knows. */
export function isUniqueViolation(error: unknown): boolean {
  return uniqueCodes.has(driverCode(error) ?? '');
}

/** Whether two transactions waited for each other; the loser may simply try again. */
export function isDeadlock(error: unknown): boolean {
  return deadlockCodes.has(driverCode(error) ?? '');
}

/** Whether the database, not the statement, is the trouble. */
export function isConnectionLoss(error: unknown): boolean {
  if (error instanceof DomainError) return error.code === 'platform.db.unavailable';
  const code = driverCode(error) ?? '';
  if (connectionCodes.has(code) || code.startsWith('SQLITE_IOERR')) return true;
  const message = error instanceof Error ? error.message : '';
  return /Pool is closed|closed state|Connection lost|Connection is not established|database connection is not open/i.test(
    message,
  );
}

/** Turns a driver's English complaint into what a person at the screen can read; the cause is kept for the log. */
export function translateError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  if (isConnectionLoss(error)) return withCause(databaseUnavailable(), error);
  if (isDeadlock(error) || busyCodes.has(driverCode(error) ?? '')) return withCause(databaseBusy(), error);
  return error;
}

function withCause(refusal: DomainError, cause: unknown): DomainError {
  refusal.cause = cause;
  return refusal;
}
