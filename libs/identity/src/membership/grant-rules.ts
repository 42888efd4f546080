import type { DomainError, SiteRef } from '@zhanqun/kernel';
import { isCurrent, type HeldRole } from '../role/rights';
import { isOfficerRole, ROLES, type RoleCode } from '../role/roles';
import {
  alreadyHeld,
  channelsNotTaken,
  grantNotAllowed,
  officersAreSeparate,
  roleNeedsPortal,
  roleNeedsPlatform,
  roleNeedsSite,
  selfGrant,
} from './membership.errors';

export interface Granter {
  readonly accountId: number;
  readonly held: readonly HeldRole[];
  /** The platform itself (first start, command line): bound by separation, not by `mayGrant`. */
  readonly isSystem: boolean;
}

export interface WishedRole {
  readonly accountId: number;
  readonly role: RoleCode;
  readonly site: SiteRef | null;
  readonly channelIds: readonly number[] | null;
}

/**
 * 授权规则：why this role may not be handed out, or null when it may.
 *
 * Nobody hands out a right they do not hold, except by the `mayGrant` of a role; nobody grants to
 * themselves; the three officers are three persons and work at no site.
 */
export function grantRefusal(
  granter: Granter,
  wish: WishedRole,
  heldByReceiver: readonly HeldRole[],
  now: Date,
): DomainError | null {
  const current = heldByReceiver.filter((held) => isCurrent(held, now));
  return (
    refusalOfPlace(wish) ??
    refusalOfGranter(granter, wish, now) ??
    refusalOfSeparation(wish, current) ??
    (current.some((held) => held.role === wish.role && held.siteId === (wish.site?.id ?? null))
      ? alreadyHeld({ role: ROLES[wish.role].name })
      : null)
  );
}

/** Taking back follows the rule of handing out; giving up one's own role is for somebody else to record. */
export function revokeRefusal(
  granter: Granter,
  wish: Pick<WishedRole, 'accountId' | 'role' | 'site'>,
  now: Date,
): DomainError | null {
  return refusalOfGranter(granter, wish, now);
}

function refusalOfPlace({ role, site, channelIds }: WishedRole): DomainError | null {
  const { scope, name, takesChannels } = ROLES[role];
  if (scope === 'platform' && site) return roleNeedsPlatform({ role: name });
  if (scope !== 'platform' && !site) return roleNeedsSite({ role: name });
  if (scope === 'portal' && site?.kind !== 'portal') return roleNeedsPortal({ role: name });
  if (channelIds && !takesChannels) return channelsNotTaken({ role: name });
  return null;
}

function refusalOfGranter(
  granter: Granter,
  { accountId, role, site }: Pick<WishedRole, 'accountId' | 'role' | 'site'>,
  now: Date,
): DomainError | null {
  if (granter.isSystem) return null;
  if (granter.accountId === accountId) return selfGrant();
  const allowed = granter.held
    .filter((held) => isCurrent(held, now))
    .some((held) => {
      const { mayGrant } = ROLES[held.role];
      if (!mayGrant?.roles.includes(role)) return false;
      return mayGrant.where === 'anywhere' || (site !== null && held.siteId === site.id);
    });
  return allowed ? null : grantNotAllowed({ role: ROLES[role].name });
}

function refusalOfSeparation({ role }: WishedRole, current: readonly HeldRole[]): DomainError | null {
  const conflicting = current.find(
    (held) => held.role !== role && (isOfficerRole(role) || isOfficerRole(held.role)),
  );
  return conflicting
    ? officersAreSeparate({ role: ROLES[role].name, held: ROLES[conflicting.role].name })
    : null;
}
