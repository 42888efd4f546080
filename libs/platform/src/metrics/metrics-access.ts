import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import { AppConfig } from '../config';
import { TrustedProxies } from '../http/trusted-proxies';

export interface Scraper {
  /** The other end of the connection. */
  readonly peer: string;
  readonly headers: IncomingHttpHeaders;
}

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'] as const;

/**
 * Who may read the figures: this machine itself, addresses the operator listed, or who holds the token. What
 * a proxy passes on is not this machine, even when the proxy is: only a declared proxy's word about the
 * address is taken, and then the address must be listed.
 */
@Injectable()
export class MetricsAccess {
  private readonly allowed: TrustedProxies;
  private readonly proxies: TrustedProxies;
  private readonly token: string | null;

  constructor({ metrics, trustedProxies }: AppConfig) {
    this.allowed = new TrustedProxies(metrics.allow);
    this.proxies = new TrustedProxies(trustedProxies);
    this.token = metrics.token;
  }

  allows({ peer, headers }: Scraper): boolean {
    if (this.holdsToken(headers.authorization)) return true;
    const isPassedOn = FORWARDED.some((name) => headers[name] !== undefined);
    if (!isPassedOn) return isLoopback(peer) || this.allowed.trusts(peer);
    // Somebody stands behind the peer: listing the peer meant the peer itself, not everybody it passes on.
    const isTold = this.proxies.trusts(peer) && headers['x-forwarded-for'] !== undefined;
    return isTold && this.allowed.trusts(this.proxies.clientOf(peer, headers['x-forwarded-for']));
  }

  private holdsToken(authorization: string | undefined): boolean {
    if (this.token === null || !authorization?.startsWith('Bearer ')) return false;
    return timingSafeEqual(digest(authorization.slice('Bearer '.length)), digest(this.token));
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const isLoopback = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
