import { DomainError } from '@zhanqun/kernel';

const CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/**
 * Whether an error says that a store could not be reached (`unavailable`), as opposed to a fault of the
 * program. Only then may a purged page be shown again.
 */
export function isStoreAway(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; depth += 1) {
    if (at instanceof DomainError) return at.kind === 'unavailable';
    if (CONNECTION.has(String((at as { code?: unknown }).code))) return true;
    at = at.cause;
  }
  return false;
}
