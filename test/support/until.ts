export interface UntilOptions {
  /** How long to wait in all. */
  readonly within?: number;
  /** Pause between two looks. */
  readonly every?: number;
  /** Said when it never became true. */
  readonly what?: string;
}

/**
 * Looks again and again until `look` answers something true (and does not throw), then returns it.
 * The only waiting a test does: bounded, and as short as the machine allows.
 */
export async function until<T>(
  look: () => T | Promise<T>,
  { within = 10_000, every = 10, what = 'the expected state' }: UntilOptions = {},
): Promise<NonNullable<T>> {
  const end = Date.now() + within;
  let last: unknown;
  do {
    try {
      const found = await look();
      if (found) return found;
      last = found;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, every));
  } while (Date.now() < end);
  throw new Error(`Waited ${within} ms in vain for ${what}`, { cause: last });
}
