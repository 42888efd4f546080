import { createHmac, randomBytes } from 'node:crypto';
import ipaddr from 'ipaddr.js';

/** Different pairs of word and visitor that are told apart in a day; further ones count as known. */
const MOST = 100_000;
/** Different words of one visitor that count in a day; nobody looks for more, and nobody takes the others' room. */
const MOST_OF_ONE = 500;

/**
 * Who asked for which word today: only so that the same person counts once. Held in memory as keyed hashes of
 * the network (the address, or /64 of IPv6), under a key that is thrown away with the day; a browser that calls
 * itself otherwise is still the same visitor. When there are too many nobody counts as new: a word becomes hot
 * later, never by one person.
 */
export class WordVisitors {
  private day = '';
  private key = Buffer.alloc(0);
  private seen = new Set<string>();
  private words = new Map<string, number>();

  constructor(
    private readonly most = MOST,
    private readonly mostOfOne = MOST_OF_ONE,
  ) {}

  /** True the first time this visitor asks for the word on this day. */
  isNew(onDay: string, siteId: number, word: string, address: string): boolean {
    if (address === '') return false;
    if (onDay !== this.day) {
      this.day = onDay;
      this.key = randomBytes(32);
      this.seen = new Set();
      this.words = new Map();
    }
    const network = networkOf(address);
    const mark = this.markOf(`${network}\n${siteId}\n${word}`);
    if (this.seen.has(mark) || this.seen.size >= this.most) return false;
    const visitor = this.markOf(network);
    const asked = this.words.get(visitor) ?? 0;
    if (asked >= this.mostOfOne) return false;
    this.words.set(visitor, asked + 1);
    this.seen.add(mark);
    return true;
  }

  private markOf(text: string): string {
    return createHmac('sha256', this.key).update(text).digest('base64').slice(0, 12);
  }
}

/** An IPv6 visitor has a network of its own (/64) and changes addresses within it. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const ip = ipaddr.process(address);
  return ip instanceof ipaddr.IPv6 ? ip.parts.slice(0, 4).join(':') : ip.toString();
}
