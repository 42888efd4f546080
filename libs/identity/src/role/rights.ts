import type { SiteRef } from '@zhanqun/kernel';
import {
  AT_A_DESK,
  EVERYBODY,
  NO_SELF_REVIEW,
  PASSWORD_FIRST,
  ROLES,
  type RoleCode,
  type RuleTemplate,
} from './roles';

/** A membership as the rules need it. */
export interface HeldRole {
  readonly role: RoleCode;
  /** Null for the platform roles. */
  readonly siteId: number | null;
  /** Null when not limited to channels. */
  readonly channelIds: readonly number[] | null;
  readonly until: Date | null;
}

/** Everything about a person that decides what they may do. */
export interface Standing {
  readonly accountId: number;
  readonly isActive: boolean;
  readonly mustChangePassword: boolean;
  readonly held: readonly HeldRole[];
}

/** A rule as CASL takes it. */
export interface RightsRule {
  action: string | string[];
  subject: string | string[];
  conditions?: Record<string, unknown>;
  inverted?: boolean;
}

/**
 * 权限规则：what a person may do at a site, or on the platform when there is none.
 *
 * At a site: the roles held there, the platform roles, and a supervisor's role at the portal above. A
 * person with nothing to do at the site gets no rule at all, so its address says as little as one that
 * does not exist.
 */
export function rightsOf(standing: Standing, site: SiteRef | undefined, now: Date): RightsRule[] {
  if (!standing.isActive) return [];
  if (standing.mustChangePassword) return PASSWORD_FIRST.map((rule) => fillIn(rule, {}));

  const roles = standing.held.filter((held) => isCurrent(held, now) && applies(held, site));
  if (site && roles.length === 0) return [];
  const me = { me: standing.accountId, siteId: site?.id, portalId: site?.portalId };
  return [
    ...EVERYBODY.map((rule) => fillIn(rule, me)),
    ...(site ? AT_A_DESK.map((rule) => fillIn(rule, me)) : []),
    ...roles.flatMap((held) =>
      ROLES[held.role].rules.map((rule) => fillIn(rule, { ...me, channels: held.channelIds ?? undefined })),
    ),
    ...NO_SELF_REVIEW.map((rule) => fillIn(rule, me)),
  ];
}

export function isCurrent(held: { readonly until: Date | null }, now: Date): boolean {
  return held.until === null || held.until > now;
}

function applies(held: HeldRole, site: SiteRef | undefined): boolean {
  const { scope } = ROLES[held.role];
  if (scope === 'platform') return true;
  if (!site) return false;
  return held.siteId === site.id || (scope === 'portal' && held.siteId === site.portalId);
}

const PLACEHOLDER = /^\{\{(\w+)\}\}$/;

/**
 * A copy with values for placeholders. Only `{{channels}}` may be without one: its field then falls away.
 * Any other gap would widen the right, so it is a fault.
 */
function fillIn(template: RuleTemplate, values: Readonly<Record<string, unknown>>): RightsRule {
  const { action, subject, conditions, inverted } = template;
  const filled = conditions && valueOf(conditions, values);
  return {
    action: typeof action === 'string' ? action : [...action],
    subject: typeof subject === 'string' ? subject : [...subject],
    ...(filled ? { conditions: filled as Record<string, unknown> } : {}),
    ...(inverted ? { inverted } : {}),
  };
}

function valueOf(part: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (typeof part === 'string') {
    const name = PLACEHOLDER.exec(part)?.[1];
    if (!name) return part;
    if (values[name] === undefined && name !== 'channels')
      throw new Error(`No value for {{${name}}} in a role`);
    return values[name];
  }
  if (part === null || typeof part !== 'object') return part;
  const entries = Object.entries(part).flatMap(([key, inner]) => {
    const value = valueOf(inner, values);
    return value === undefined ? [] : [[key, value] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
