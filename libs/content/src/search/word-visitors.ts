import { createHmac, randomBytes } from 'node:crypto';
import ipaddr from 'ipaddr.js';

/** Different pairs of word and visitor that are told apart in a day; further ones count as known. */
const MOST = 100_000;

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

  /** True the first time this visitor asks for the word on this day. */
  isNew(onDay: string, siteId: number, word: string, address: string): boolean {
    if (address === '') return false;
    if (onDay !== this.day) {
      this.day = onDay;
      this.key = randomBytes(32);
      this.seen = new Set();
    }
    const mark = createHmac('sha256', this.key)
      .update(`${networkOf(address)}\n${siteId}\n${word}`)
      .digest('base64')
      .slice(0, 12);
    if (this.seen.has(mark) || this.seen.size >= MOST) return false;
    this.seen.add(mark);
    return true;
  }
}

/** An IPv6 visitor has a network of its own (/64) and changes addresses within it. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const ip = ipaddr.process(address);
  return ip instanceof ipaddr.IPv6 ? ip.parts.slice(0, 4).join(':') : ip.toString();
}
