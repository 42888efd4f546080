import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, In, isUniqueViolation, Outbox, SafeFetch } from '@zhanqun/platform';
import { CheckedLink } from './checked-link.entity';
import { visit } from './link-visit';
import { VisitLinks } from './links.events';

const LONGEST_ADDRESS = 1000;
/** Of one text; a page with more is a directory. */
const MOST_OF_TEXT = 200;
/** Waiting at a time at one site: nobody makes the platform visit the whole web. */
const MOST_WAITING = 2000;
const AT_ONCE = 5;
const BATCH = 50;
/** Visits in a row without an answer after which the link counts as dead. */
const PATIENCE = 3;

/** 站外链接: known by what they answered when a job visited them; checking a text asks nobody. */
@Injectable()
export class OutsideLinks {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly fetching: SafeFetch,
  ) {}

  /** The dead ones among the addresses with what they answered. Those not known yet will be visited. */
  async deadAmong(ctx: SiteCtx, addresses: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const wanted = new Map(
      [...new Set(addresses)]
        .map(withoutAnchor)
        .filter((address) => address.length <= LONGEST_ADDRESS)
        .slice(0, MOST_OF_TEXT)
        .map((address) => [hashOf(address), address]),
    );
    if (wanted.size === 0) return new Map();
    const known = await this.db
      .site(ctx, CheckedLink)
      .select(['addressHash', 'state', 'detail'], { where: { addressHash: In([...wanted.keys()]) } });
    const unknown = new Map(wanted);
    for (const { addressHash } of known) unknown.delete(addressHash);
    if (unknown.size > 0) await this.want(ctx, unknown);
    return new Map(
      known
        .filter(({ state }) => state === 'dead')
        .map(({ addressHash, detail }) => [wanted.get(addressHash) as string, detail]),
    );
  }

  /** Visits what waits; true when more is waiting. */
  async visitWaiting(ctx: SiteCtx): Promise<boolean> {
    const links = this.db.site(ctx, CheckedLink);
    const waiting = await links.find({ where: { state: 'waiting' }, order: { id: 'ASC' }, take: BATCH });
    for (let from = 0; from < waiting.length; from += AT_ONCE)
      await Promise.all(waiting.slice(from, from + AT_ONCE).map((link) => this.visit(ctx, link)));
    return waiting.length === BATCH;
  }

  /** Addresses visited before then are to be visited again. */
  async visitAgain(ctx: SiteCtx, old: readonly CheckedLink[]): Promise<void> {
    if (old.length === 0) return;
    await this.db.transaction(ctx, async (ctx) => {
      await this.db
        .site(ctx, CheckedLink)
        .updateWhere({ id: In(old.map(({ id }) => id)) }, { state: 'waiting' });
      await this.outbox.add(ctx, new VisitLinks(), { uniqueKey: 'waiting' });
    });
  }

  private async visit(ctx: SiteCtx, link: CheckedLink): Promise<void> {
    const { outcome, detail } = await visit(this.fetching, link.address);
    const failures = outcome === 'unsure' ? link.failures + 1 : 0;
    const isGivenUp = outcome === 'unsure' && failures >= PATIENCE && !detail.includes('内部网络');
    await this.db.site(ctx, CheckedLink).updateWhere(
      { id: link.id },
      {
        state: isGivenUp ? 'dead' : outcome,
        failures,
        detail: isGivenUp ? `${detail}（连续 ${failures} 次）` : detail.slice(0, 200),
        checkedAt: ctx.now,
      },
    );
  }

  private async want(ctx: SiteCtx, unknown: ReadonlyMap<string, string>): Promise<void> {
    const links = this.db.site(ctx, CheckedLink);
    if ((await links.count({ state: 'waiting' })) + unknown.size > MOST_WAITING) return;
    await this.db
      .transaction(ctx, async (ctx) => {
        const rows = [...unknown].map(([addressHash, address]) => links.build({ addressHash, address }));
        await this.db.site(ctx, CheckedLink).saveAll(rows);
        await this.outbox.add(ctx, new VisitLinks(), { uniqueKey: 'waiting' });
      })
      .catch((error: unknown) => {
        // Somebody else checks the same text in this moment; both want the same.
        if (!isUniqueViolation(error)) throw error;
      });
  }
}

const withoutAnchor = (address: string): string => address.split('#')[0] ?? address;
const hashOf = (address: string): string => createHash('sha256').update(address).digest('hex').slice(0, 32);
