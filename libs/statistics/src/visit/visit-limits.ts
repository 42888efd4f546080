import { createHmac } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { RateSketch } from './rate-sketch';
import type { VisitedPage } from './visited-page';

export interface Visitor {
  readonly address: string;
  readonly userAgent: string;
  /** Fetched ahead, or by a page of another site. */
  readonly isAside?: boolean;
}

const CELLS = 1 << 17;
const MINUTE_MS = 60_000;

interface VisitLimit {
  readonly by: 'visitor' | 'address';
  readonly ofPage: boolean;
  readonly within: 'minute' | 'day';
  readonly most: number;
}

/**
 * 异常频率: beyond these a visitor is a program, or a whole office behind one address that has been counted
 * enough. An address is many people, a visitor (address and browser) few.
 */
export const VISIT_LIMITS: readonly VisitLimit[] = [
  { by: 'visitor', ofPage: true, within: 'minute', most: 6 },
  { by: 'visitor', ofPage: false, within: 'minute', most: 60 },
  { by: 'address', ofPage: true, within: 'minute', most: 60 },
  { by: 'address', ofPage: false, within: 'minute', most: 600 },
  { by: 'visitor', ofPage: false, within: 'day', most: 2_000 },
  { by: 'address', ofPage: true, within: 'day', most: 2_000 },
  { by: 'address', ofPage: false, within: 'day', most: 50_000 },
];

/** What may still be counted of whom. Keeps counts of keyed hashes for a day at most, in fixed memory. */
export class VisitLimits {
  private readonly minute = new RateSketch(CELLS);
  private readonly day = new RateSketch(CELLS);
  private minuteNow = 0;
  private keyNow = '';

  /** `key` is the secret of the day: with another key all counts begin anew. */
  allows(visitor: Visitor, page: string, key: Buffer, nowMs: number): boolean {
    this.turn(key, nowMs);
    const named = key.toString('hex');
    const whole = `${networkOf(visitor.address)}\n${visitor.userAgent}`;
    return VISIT_LIMITS.map(({ by, ofPage, within, most }, at) => {
      const who = by === 'visitor' ? whole : networkOf(visitor.address);
      const hash = createHmac('sha256', named)
        .update(`${at}\n${ofPage ? page : ''}\n${who}`)
        .digest();
      return this[within].note(hash) <= most;
    }).every(Boolean);
  }

  private turn(key: Buffer, nowMs: number): void {
    const minute = Math.floor(nowMs / MINUTE_MS);
    if (minute !== this.minuteNow) this.minute.clear();
    this.minuteNow = minute;
    const named = key.toString('hex');
    if (named !== this.keyNow) this.day.clear();
    this.keyNow = named;
  }
}

/** One visitor of one day as a keyed hash: of use only while the key of the day exists. */
export function visitorHash({ address, userAgent }: Visitor, key: Buffer): Buffer {
  return createHmac('sha256', key)
    .update(`${networkOf(address)}\n${userAgent}`)
    .digest();
}

/** An IPv6 visitor has a network of its own (/64) and changes addresses within it. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const ip = ipaddr.process(address);
  if (!(ip instanceof ipaddr.IPv6)) return ip.toString();
  return `${ip.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}

export const pageKey = (siteId: number, { kind, subjectId }: VisitedPage): string =>
  `${siteId}/${kind}/${subjectId}`;
