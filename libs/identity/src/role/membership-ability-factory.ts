import { Injectable } from '@nestjs/common';
import { allowAll, systemCtx, type Ability, type Actor, type SiteRef } from '@zhanqun/kernel';
import { AbilityFactory, Db, instant } from '@zhanqun/platform';
import { IdentityRules } from '../identity-rules';
import { passwordIsDue } from '../password/password-age';
import { abilityOf } from './ability';
import type { HeldRole, Standing } from './rights';
import { ROLES, type RoleCode } from './roles';
import { STANDING, type StandingRow } from './standing.sql';

/** Rights from memberships, read anew each time, so a change holds from the next request on. One statement. */
@Injectable()
export class MembershipAbilityFactory extends AbilityFactory {
  constructor(
    private readonly db: Db,
    private readonly rules: IdentityRules,
  ) {
    super();
  }

  override async for(actor: Actor, site: SiteRef | undefined, now: Date): Promise<Ability> {
    if (actor.accountId === 0) return allowAll;
    return abilityOf(await this.standingOf(actor.accountId, now), site, now);
  }

  /** Still in one statement. */
  override async forSites(actor: Actor, sites: readonly SiteRef[], now: Date): Promise<Map<number, Ability>> {
    if (actor.accountId === 0) return new Map(sites.map((site) => [site.id, allowAll]));
    const standing = await this.standingOf(actor.accountId, now);
    return new Map(sites.map((site) => [site.id, abilityOf(standing, site, now)]));
  }

  async standingOf(accountId: number, now: Date): Promise<Standing> {
    const rows = await this.db.sql<StandingRow>(systemCtx(now), STANDING, [accountId]);
    const [account] = rows;
    if (!account) return { accountId, isActive: false, mustChangePassword: false, held: [] };
    const facts = {
      mustChangePassword: Number(account.mustChangePassword) === 1,
      passwordChangedAt: instant(account.passwordChangedAt),
    };
    return {
      accountId,
      isActive: account.status === 'active',
      mustChangePassword: passwordIsDue(facts, this.rules, now),
      held: rows.flatMap(heldRole),
    };
  }
}

/** A role this version does not know (any more) gives nothing. */
function heldRole({ role, siteId, channelIds, until }: StandingRow): HeldRole[] {
  if (role === null || !Object.hasOwn(ROLES, role)) return [];
  return [
    {
      role: role as RoleCode,
      siteId: siteId === null ? null : Number(siteId),
      channelIds: channelIds === null ? null : (JSON.parse(channelIds) as number[]),
      until: instant(until),
    },
  ];
}
