const FURTHEST_MS = 366 * 86_400_000;

/** No promise of the clock reaches further than a year. */
export function furthestFrom(now: Date): Date {
  return new Date(now.getTime() + FURTHEST_MS);
}
