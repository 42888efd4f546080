import { isIPv6 } from 'node:net';

/** Wrong passwords counted for one name or one address. */
export interface FailureCount {
  readonly failures: number;
  readonly firstAt: Date;
  readonly lockedUntil: Date | null;
}

export interface FailureLimit {
  readonly failures: number;
  /** How long failures are remembered, and how long a lock lasts. */
  readonly minutes: number;
}

const MINUTE = 60_000;

/** The count after one more failure. Older ones are forgotten when their time, or a lock, is over. */
export function countFailure(before: FailureCount | null, limit: FailureLimit, now: Date): FailureCount {
  const span = limit.minutes * MINUTE;
  const isFresh =
    before !== null && before.lockedUntil === null && now.getTime() - before.firstAt.getTime() < span;
  const failures = isFresh ? before.failures + 1 : 1;
  return {
    failures,
    firstAt: isFresh ? before.firstAt : now,
    lockedUntil: failures >= limit.failures ? new Date(now.getTime() + span) : null,
  };
}

export function isLocked(count: Pick<FailureCount, 'lockedUntil'> | null, now: Date): boolean {
  return count !== null && count.lockedUntil !== null && count.lockedUntil > now;
}

/** Whole minutes until the lock ends, at least one. */
export function minutesLeft(lockedUntil: Date, now: Date): number {
  return Math.max(1, Math.ceil((lockedUntil.getTime() - now.getTime()) / MINUTE));
}

/** What counts as one address: an IPv4 address, or the /64 network that one IPv6 customer owns. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const bare = address.split('%')[0] ?? '';
  if (!isIPv6(bare)) return address.slice(0, 45);
  const [head = '', tail] = bare.toLowerCase().split('::');
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const gap =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = [...before, ...gap, ...after].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.join(':')}::/64`;
}
