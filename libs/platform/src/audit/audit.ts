import { Injectable } from '@nestjs/common';
import type { Ctx, Page, PageRequest } from '@zhanqun/kernel';
import { allOf, containing, Db, isUniqueViolation, LessThan, MoreThan, MoreThanOrEqual } from '../db';
import type { Filter, Where } from '../db';
import { CHAIN_START, fitting, linkHash, withoutSecrets } from './audit-chain';
import { AuditEntry } from './audit-entry.entity';
import type { AuditOutcome } from './audit-entry.entity';
import { AuditHead } from './audit-head.entity';

export interface AuditFact {
  /** `article.passFinal` */
  readonly action: string;
  /** `Article` */
  readonly subject: string;
  readonly subjectId?: number | string;
  /** One Chinese sentence. */
  readonly summary: string;
  /** What a program may want later. Passwords, tokens and the like are blanked by their keys. */
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly outcome?: AuditOutcome;
}

export interface AuditFilter {
  /** A site's entries; null for the platform's own; absent for all. */
  readonly siteId?: number | null;
  readonly accountId?: number;
  readonly action?: string;
  readonly subject?: string;
  readonly subjectId?: number | string;
  readonly outcome?: AuditOutcome;
  /** From this instant on. */
  readonly from?: Date;
  /** Before this instant. */
  readonly to?: Date;
  /** Words in the summary. */
  readonly text?: string;
}

/** changed: its facts do not give its hash; missing: a number is skipped; relinked: it follows another entry; cutOff: the end is gone; added: it was not written by the platform. */
export type AuditFault = 'changed' | 'missing' | 'relinked' | 'cutOff' | 'added';

export interface AuditVerdict {
  readonly isIntact: boolean;
  /** Entries that were looked at. */
  readonly checked: number;
  /** The first broken place. */
  readonly broken: {
    readonly seq: number;
    readonly entryId: number | null;
    readonly fault: AuditFault;
  } | null;
}

const BATCH = 200;

/** 审计日志：one hash chain a site, and one (site null) of the platform. */
@Injectable()
export class Audit {
  constructor(private readonly db: Db) {}

  /**
   * Records what was done, in the caller's transaction: both are stored or neither. A refusal is
   * recorded after the caller's transaction has ended, since it must outlive its rollback.
   */
  async record(ctx: Ctx, fact: AuditFact): Promise<void> {
    if (fact.outcome === 'refused' && ctx.tx) {
      const { tx: _ended, ...outside } = ctx;
      this.db.afterEnd(ctx, () => this.append(outside, fact));
      return;
    }
    await this.append(ctx, fact);
  }

  /** A page of entries, newest first. Who may see which site is the caller's question. */
  list(ctx: Ctx, filter: AuditFilter, request: PageRequest): Promise<Page<AuditEntry>> {
    const { from, to, text, subjectId, ...rest } = filter;
    const same = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    const parts: Where<AuditEntry>[] = [same as Filter<AuditEntry>];
    if (subjectId !== undefined) parts.push({ subjectId: String(subjectId) });
    if (from) parts.push({ at: MoreThanOrEqual(from) });
    if (to) parts.push({ at: LessThan(to) });
    if (text) parts.push({ summary: containing(text) });
    return this.db
      .shared(ctx, AuditEntry)
      .page({ where: allOf(...parts), order: { at: 'DESC', id: 'DESC' } }, request);
  }

  /** The chains there are: site ids, and null for the platform. */
  async chains(ctx: Ctx): Promise<(number | null)[]> {
    const heads = await this.db.shared(ctx, AuditHead).select(['chain'], { order: { chain: 'ASC' } });
    return heads.map(({ chain }) => chain || null);
  }

  /** Walks one chain from its beginning and tells the first place where it is broken. */
  async verify(ctx: Ctx, siteId: number | null): Promise<AuditVerdict> {
    const chain = siteId ?? 0;
    const entries = this.db.shared(ctx, AuditEntry);
    // The newest entry before the head: an entry and its head are stored together, so it is never ahead of it.
    const newest = await entries.findOne({ chain }, { order: { seq: 'DESC' } });
    const head = await this.db.shared(ctx, AuditHead).findOne({ chain });
    let checked = 0;
    let hash = CHAIN_START;
    const broken = (seq: number, entryId: number | null, fault: AuditFault): AuditVerdict => {
      return { isIntact: false, checked, broken: { seq, entryId, fault } };
    };

    for (const end = head?.seq ?? 0; checked < end;) {
      const where = { chain, seq: MoreThan(checked) };
      const batch = await entries.find({ where, order: { seq: 'ASC' }, take: BATCH });
      for (const entry of batch) {
        if (entry.seq > end) break;
        if (entry.seq !== checked + 1) return broken(checked + 1, null, 'missing');
        if (entry.previousHash !== hash) return broken(entry.seq, entry.id, 'relinked');
        if (entry.hash !== linkHash(entry)) return broken(entry.seq, entry.id, 'changed');
        hash = entry.hash;
        checked = entry.seq;
      }
      if (checked < end && (batch.length < BATCH || batch.at(-1)!.seq > end))
        return broken(checked + 1, null, 'cutOff');
    }
    if (head && head.hash !== hash) return broken(checked, null, 'relinked');
    if (newest && newest.seq > checked) return broken(newest.seq, newest.id, head ? 'added' : 'cutOff');
    return { isIntact: true, checked, broken: null };
  }

  private async append(ctx: Ctx, fact: AuditFact): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      const head = await this.lockedHead(ctx, ctx.site?.id ?? 0);
      const entries = this.db.shared(ctx, AuditEntry);
      const entry = entries.build({
        chain: head.chain,
        seq: head.seq + 1,
        siteId: ctx.site?.id ?? null,
        at: ctx.now,
        accountId: ctx.actor?.accountId ?? null,
        actorName: fitting(ctx.actor?.name ?? '未登录', 60),
        address: ctx.actor?.address ? fitting(ctx.actor.address, 64) : null,
        action: fact.action,
        subject: fact.subject,
        subjectId: fact.subjectId === undefined ? null : fitting(String(fact.subjectId), 64),
        outcome: fact.outcome ?? 'done',
        summary: fitting(fact.summary, 500),
        detail: fact.detail ? withoutSecrets(fact.detail) : null,
        traceId: fitting(ctx.traceId, 64),
        previousHash: head.hash,
      });
      entry.hash = linkHash(entry);
      await entries.save(entry);
      head.seq = entry.seq;
      head.hash = entry.hash;
      await this.db.shared(ctx, AuditHead).save(head);
    });
  }

  /** The head of a chain, locked until the transaction ends; made when the chain begins. */
  private async lockedHead(ctx: Ctx, chain: number): Promise<AuditHead> {
    const heads = this.db.shared(ctx, AuditHead);
    const head = await heads.findOne({ chain }, { lock: 'write' });
    if (head) return head;
    try {
      return await heads.save(heads.build({ chain, seq: 0, hash: CHAIN_START }));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return (await heads.findOne({ chain }, { lock: 'write' }))!;
    }
  }
}
