import ipaddr from 'ipaddr.js';

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/**
 * 可信代理: whose word counts about the address of a visitor. Both ports find the client's address here, so
 * that limits and records cannot disagree. Nobody is believed unless the operator declared it.
 */
export class TrustedProxies {
  private readonly ranges: readonly Range[];

  /** Addresses and ranges (`10.1.0.0/16`, `fd00::/8`), as TRUSTED_PROXIES holds them. */
  constructor(entries: readonly string[] = []) {
    this.ranges = entries.map(rangeOf);
  }

  /** What is wrong with an entry; null when nothing is. */
  static faultOf(entry: string): string | null {
    const isGood = entry.includes('/') ? ipaddr.isValidCIDR(entry) : ipaddr.isValid(entry);
    return isGood ? null : `“${entry}”不是 IP 地址或网段`;
  }

  trusts(address: string): boolean {
    if (this.ranges.length === 0 || !ipaddr.isValid(address)) return false;
    const ip = ipaddr.process(address);
    return this.ranges.some(([base, bits]) => base.kind() === ip.kind() && ip.match([base, bits] as never));
  }

  /**
   * The nearest address that is no trusted proxy, read from the connection backwards: what a client wrote
   * into `X-Forwarded-For` itself stands before it and is never reached.
   */
  clientOf(connection: string, forwardedFor: string | readonly string[] | undefined): string {
    const said = (Array.isArray(forwardedFor) ? forwardedFor.join(',') : ((forwardedFor as string) ?? ''))
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
    let client = connection;
    while (said.length > 0 && this.trusts(client)) client = said.pop() as string;
    return ipaddr.isValid(client) ? ipaddr.process(client).toString() : client;
  }
}

function rangeOf(entry: string): Range {
  if (entry.includes('/')) return ipaddr.parseCIDR(entry);
  // `process` reads an IPv4 address in IPv6 clothes as what it is: a dual-stack socket shows both.
  const ip = ipaddr.process(entry);
  return [ip, ip.kind() === 'ipv4' ? 32 : 128];
}
