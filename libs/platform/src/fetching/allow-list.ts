import ipaddr from 'ipaddr.js';

/** Ports that a web address may name. */
const WEB_PORTS: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);

/**
 * 访问许可：addresses that the operator of the machines allows to be visited although they are internal.
 * Each entry is a host name, an IP address or a range (`10.1.0.0/16`), with `:port` where another port than
 * those of the web is meant.
 */
export class AllowList {
  private readonly hosts = new Set<string>();
  private readonly ranges: [ipaddr.IPv4 | ipaddr.IPv6, number][] = [];

  constructor(entries: readonly string[] = []) {
    for (const entry of entries) {
      if (entry.includes('/')) this.ranges.push(ipaddr.parseCIDR(entry));
      else this.hosts.add(entry.toLowerCase());
    }
  }

  /** What is wrong with an entry; null when nothing is. */
  static faultOf(entry: string): string | null {
    if (entry.includes('/')) return ipaddr.isValidCIDR(entry) ? null : `“${entry}”不是网段`;
    return /^(?:\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::\d{1,5})?$/i.test(entry)
      ? null
      : `“${entry}”不是主机名或地址`;
  }

  allowsPort(host: string, port: number): boolean {
    return WEB_PORTS.has(port) || this.hosts.has(`${host}:${port}`);
  }

  /** The host may be visited wherever it leads. */
  allowsHost(host: string, port: number): boolean {
    return this.hosts.has(host) || this.hosts.has(`${host}:${port}`);
  }

  allowsAddress(address: string): boolean {
    const ip = ipaddr.process(address);
    return this.ranges.some(([base, bits]) => base.kind() === ip.kind() && ip.match([base, bits] as never));
  }
}

/** An address of the public internet: not loopback, private, link-local, multicast, reserved or a tunnel to one. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // `process` reads an IPv4 address in IPv6 clothes as what it is.
  return ipaddr.process(address).range() === 'unicast';
}
