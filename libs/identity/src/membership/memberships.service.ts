import { Injectable } from '@nestjs/common';
import {
  atSite,
  must,
  type Ctx,
  type Page,
  type PageRequest,
  type SiteCtx,
  type SiteRef,
  type StaffCtx,
} from '@zhanqun/kernel';
import { allOf, Audit, Db, In, IsNull, Not, SiteDirectory, type Where } from '@zhanqun/platform';
import { Account } from '../account/account.entity';
import { accountNotFound, officerProtected } from '../account/account.errors';
import { isCurrent } from '../role/rights';
import { isOfficerRole, ROLES, type OfficerRole, type RoleCode } from '../role/roles';
import { grantRefusal, revokeRefusal, type Granter } from './grant-rules';
import { Membership } from './membership.entity';
import { channelsEmpty, endsInThePast, lastOfficer, membershipNotFound } from './membership.errors';

export interface Grant {
  readonly accountId: number;
  readonly role: RoleCode;
  /** Null for the platform roles. */
  readonly site: SiteRef | null;
  /** Left out or null: all channels. */
  readonly channelIds?: readonly number[] | null;
  readonly until?: Date | null;
}

export interface MembershipFilter {
  readonly accountId?: number;
  readonly siteId?: number;
  readonly role?: RoleCode;
}

/** A site at which an account holds roles. */
export interface SiteOfAccount {
  readonly siteId: number;
  readonly roles: readonly RoleCode[];
}

/** 授权：who holds which role where. Every change is checked by `grantRefusal` and audited. */
@Injectable()
export class Memberships {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly directory: SiteDirectory,
  ) {}

  /** Current and ended ones alike; the office wants to see both. */
  list(ctx: StaffCtx, filter: MembershipFilter, request: PageRequest): Promise<Page<Membership>> {
    const where: Where<Membership>[] = [
      ...(filter.accountId === undefined ? [] : [{ accountId: filter.accountId }]),
      ...(filter.siteId === undefined ? [] : [{ siteId: filter.siteId }]),
      ...(filter.role === undefined ? [] : [{ role: filter.role }]),
    ];
    return this.db.shared(ctx, Membership).page({ where: allOf(...where), order: { id: 'ASC' } }, request);
  }

  /** 本站成员. */
  membersOfSite(ctx: SiteCtx, request: PageRequest): Promise<Page<Membership>> {
    return this.db
      .shared(ctx, Membership)
      .page({ where: { siteId: ctx.site.id }, order: { accountId: 'ASC', id: 'ASC' } }, request);
  }

  /** What accounts hold now. */
  async heldBy(ctx: Ctx, accountIds: readonly number[]): Promise<Membership[]> {
    if (accountIds.length === 0) return [];
    const held = await this.db
      .shared(ctx, Membership)
      .find({ where: { accountId: In([...accountIds]) }, order: { id: 'ASC' } });
    return held.filter((one) => isCurrent(one, ctx.now));
  }

  /** The sites at which an account works: where its to-dos lie. */
  async sitesOf(ctx: Ctx, accountId: number): Promise<SiteOfAccount[]> {
    const roles = new Map<number, RoleCode[]>();
    for (const { siteId, role } of await this.heldBy(ctx, [accountId]))
      if (siteId !== null) roles.set(siteId, [...(roles.get(siteId) ?? []), role]);
    return [...roles].map(([siteId, held]) => ({ siteId, roles: held }));
  }

  /**
   * 授予角色. Raises why it may not be: not the granter's to give, to oneself, officers not separate,
   * wrong place, held already.
   */
  async grant(
    ctx: StaffCtx,
    { accountId, role, site, channelIds = null, until = null }: Grant,
  ): Promise<Membership> {
    if (channelIds?.length === 0) throw channelsEmpty();
    if (until !== null && until <= ctx.now) throw endsInThePast();
    return this.db.transaction(ctx, async (ctx) => {
      // The account's row is the lock: two grants to one person are judged one after the other.
      const account = await this.db.shared(ctx, Account).findOne({ id: accountId }, { lock: 'write' });
      if (!account) throw accountNotFound();
      const memberships = this.db.shared(ctx, Membership);
      const held = await memberships.find({ where: { accountId }, lock: 'write' });
      const refusal = grantRefusal(
        await this.granter(ctx),
        { accountId, role, site, channelIds },
        held,
        ctx.now,
      );
      if (refusal) throw refusal;

      const isSame = (one: Membership) => one.role === role && one.siteId === (site?.id ?? null);
      const ended = held.filter(isSame).map(({ id }) => id);
      if (ended.length > 0) await memberships.removeWhere({ id: In(ended) });
      const membership = memberships.build({
        accountId,
        role,
        channelIds: channelIds && [...new Set(channelIds)],
        until,
        grantedById: ctx.actor.accountId,
      });
      membership.siteId = site?.id ?? null;
      must(ctx, 'create', membership);
      await memberships.save(membership);
      await this.record(
        ctx,
        'membership.grant',
        membership,
        `授予${account.realName}${this.described(membership)}`,
      );
      return membership;
    });
  }

  /** 收回角色. Refuses the last usable officer of a kind: nobody could grant or audit any more. */
  async revoke(ctx: StaffCtx, membershipId: number): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      const memberships = this.db.shared(ctx, Membership);
      const membership = await memberships.findOne({ id: membershipId }, { lock: 'write' });
      if (!membership || (ctx.site && membership.siteId !== ctx.site.id)) throw membershipNotFound();
      must(ctx, 'delete', membership);
      const site = this.siteOf(membership);
      const refusal = revokeRefusal(await this.granter(ctx), { ...membership, site }, ctx.now);
      if (refusal) throw refusal;
      if (isCurrent(membership, ctx.now) && isOfficerRole(membership.role))
        await this.keepAnOfficer(ctx, membership.role, membership.accountId);

      await memberships.remove(membership);
      const account = await this.db.shared(ctx, Account).findOne({ id: membership.accountId });
      const whom = account?.realName ?? `账号 ${membership.accountId}`;
      await this.record(ctx, 'membership.revoke', membership, `收回${whom}${this.described(membership)}`);
    });
  }

  /** Raises `identity.membership.lastOfficer` when nobody else holds the role and can sign in. */
  async keepAnOfficer(ctx: Ctx, role: OfficerRole, leavingAccountId: number): Promise<void> {
    const held = await this.db
      .shared(ctx, Membership)
      .find({ where: { role, siteId: IsNull() }, lock: 'write' });
    const current = held.filter((one) => isCurrent(one, ctx.now)).map(({ accountId }) => accountId);
    const usable = await this.db
      .shared(ctx, Account)
      .find({ where: { id: In(current), status: 'active', passwordHash: Not(IsNull()) } });
    const isUsable = usable.some(({ id }) => id === leavingAccountId);
    if (isUsable && usable.length === 1) throw lastOfficer({ role: ROLES[role].name });
  }

  /** An officer's account is changed by a security administrator only: a reset would hand the office over. */
  async mayChangeAccount(ctx: StaffCtx, { id }: Account): Promise<void> {
    const granter = await this.granter(ctx);
    if (granter.isSystem || granter.accountId === id) return;
    if (granter.held.some(({ role }) => role === 'securityAdmin')) return;
    if ((await this.heldBy(ctx, [id])).some(({ role }) => isOfficerRole(role))) throw officerProtected();
  }

  /** Who hands out: the person behind the context with what they hold now. */
  private async granter(ctx: StaffCtx): Promise<Granter> {
    const { accountId } = ctx.actor;
    if (accountId === 0) return { accountId, held: [], isSystem: true };
    return { accountId, held: await this.heldBy(ctx, [accountId]), isSystem: false };
  }

  private siteOf({ siteId }: Membership): SiteRef | null {
    return siteId === null ? null : (this.directory.byId(siteId) ?? null);
  }

  private described(membership: Membership): string {
    const site = this.siteOf(membership);
    const channels = membership.channelIds ? `（限 ${membership.channelIds.length} 个栏目）` : '';
    return `${site ? `在“${site.name}”` : ''}的“${ROLES[membership.role].name}”角色${channels}`;
  }

  /** In the chain of the site it concerns, so the site's own people can see it. */
  private async record(
    ctx: StaffCtx,
    action: string,
    membership: Membership,
    summary: string,
  ): Promise<void> {
    const { accountId, role, channelIds, until } = membership;
    const site = this.siteOf(membership);
    await this.audit.record(site ? atSite(ctx, site) : ctx, {
      action,
      subject: 'Membership',
      subjectId: membership.id,
      summary,
      detail: { accountId, role, channelIds, until: until?.toISOString() ?? null },
    });
  }
}
