import { DomainError } from '@zhanqun/kernel';

const NAMES = new Set([
  'QueryFailedError',
  'ConnectionNotFoundError',
  'CannotExecuteNotConnectedError',
  'QueryRunnerAlreadyReleasedError',
  'DriverPackageNotInstalledError',
  'SqliteError',
]);

/**
 * Whether an error says that a store could not be reached, as opposed to a fault of the program. Only
 * then may a purged page be shown again.
 */
export function isStoreAway(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; depth += 1) {
    if (at instanceof DomainError) return at.kind === 'unavailable';
    const { code } = at as { code?: unknown };
    // System and driver codes (ECONNREFUSED, PROTOCOL_CONNECTION_LOST, SQLITE_IOERR); ERR_… is Node's own.
    if (
      typeof code === 'string' &&
      /^(E[A-Z]+|PROTOCOL_|POOL_|SQLITE_|ER_)/.test(code) &&
      !code.startsWith('ERR_')
    )
      return true;
    if (NAMES.has(at.name)) return true;
    at = (at as { driverError?: unknown }).driverError ?? at.cause;
  }
  return false;
}
