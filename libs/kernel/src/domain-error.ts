/** How a refusal is meant; only the HTTP filter turns a kind into a status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'tooLarge'
  | 'tooMany'
  | 'unavailable';

/**
 * A refusal that a person can act on. The message is Chinese and says what to do next where that is
 * not plain; `code` is stable (`lib.subject.reason`) and is what programs and tests compare.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly kind: ErrorKind,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

/** Declares one refusal of a feature; the `*.errors.ts` of the feature lists them all. */
export function defineError<D extends Record<string, unknown> = Record<never, never>>(
  code: string,
  kind: ErrorKind,
  message: (details: D) => string,
): (details?: D) => DomainError {
  return (details) => new DomainError(code, kind, message((details ?? {}) as D), details ?? {});
}
