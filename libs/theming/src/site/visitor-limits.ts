import ipaddr from 'ipaddr.js';

const WINDOW_MS = 60_000;
const MOST_VISITORS = 20_000;

interface Window {
  readonly since: number;
  count: number;
}

/**
 * 访问限速: how many requests of one visitor a minute reach a page that works for each of them. Counts
 * addresses for a minute and forgets them; nothing is stored. A neighbourhood of IPv6 (/64) is one
 * visitor, because one machine owns it whole. Bounded: in a flood from ever new addresses the eldest
 * are forgotten first.
 */
export class VisitorLimits {
  private readonly windows = new Map<string, Window>();

  constructor(private readonly most = MOST_VISITORS) {}

  get size(): number {
    return this.windows.size;
  }

  /** 0 when the request may go on, else after how many seconds the next one may. */
  waitFor(what: string, address: string, perMinute: number, now: number): number {
    const key = `${what}\0${neighbourhood(address)}`;
    let window = this.windows.get(key);
    if (!window || now - window.since >= WINDOW_MS) {
      this.windows.delete(key);
      this.makeRoom(now);
      this.windows.set(key, (window = { since: now, count: 0 }));
    }
    if (window.count >= perMinute) return Math.max(1, Math.ceil((window.since + WINDOW_MS - now) / 1000));
    window.count += 1;
    return 0;
  }

  /** Windows stand in the order in which they began, so the outdated ones are first. */
  private makeRoom(now: number): void {
    for (const [key, { since }] of this.windows) {
      if (this.windows.size < this.most && now - since < WINDOW_MS) return;
      this.windows.delete(key);
    }
  }
}

function neighbourhood(address: string): string {
  if (!address.includes(':') || !ipaddr.isValid(address)) return address;
  const ip = ipaddr.process(address);
  if (ip.kind() === 'ipv4') return ip.toString();
  return (ip as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':');
}
