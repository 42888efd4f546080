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
    const who = {
      visitor: visitorHash(visitor, key),
      address: visitorHash({ ...visitor, userAgent: '' }, key),
    };
    const named = nameHash(page);
    return VISIT_LIMITS.map(({ by, ofPage, within, most }, at) => {
      const what = Math.imul((ofPage ? named : 0) + at + 1, SPREAD);
      const hash = (from: number): number => mixed32(who[by].readUInt32BE(from) ^ what);
      return this[within].note([hash(8), hash(12)]) <= most;
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

const SPREAD = 0x9e3779b1;

/** FNV-1a of a short text. */
function nameHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Each bit of the input moves about half of the output (the finish of MurmurHash3). */
function mixed32(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
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
