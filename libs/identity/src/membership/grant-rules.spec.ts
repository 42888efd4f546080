import type { SiteRef } from '@zhanqun/kernel';
import type { HeldRole } from '../role/rights';
import { ROLE_CODES, type RoleCode } from '../role/roles';
import { grantRefusal, revokeRefusal, type Granter, type WishedRole } from './grant-rules';

const now = new Date('2026-03-05T02:00:00Z');
const portal = { id: 1, kind: 'portal', portalId: 1 } as SiteRef;
const township = { id: 2, kind: 'township', portalId: 1 } as SiteRef;
const other = { id: 3, kind: 'township', portalId: 1 } as SiteRef;

const held = (role: RoleCode, siteId: number | null, until: Date | null = null): HeldRole => ({
  role,
  siteId,
  channelIds: null,
  until,
});
const granter = (...roles: HeldRole[]): Granter => ({ accountId: 1, held: roles, isSystem: false });
const securityAdmin = granter(held('securityAdmin', null));
const siteAdmin = granter(held('siteAdmin', 2));
const system: Granter = { accountId: 0, held: [], isSystem: true };

const wish = (role: RoleCode, site: SiteRef | null, facts: Partial<WishedRole> = {}): WishedRole => ({
  accountId: 7,
  role,
  site,
  channelIds: null,
  ...facts,
});
const code = (by: Granter, wished: WishedRole, ...receiver: HeldRole[]): string | undefined =>
  grantRefusal(by, wished, receiver, now)?.code;

describe('授权规则', () => {
  it.each(ROLE_CODES)('lets the security administrator grant %s', (role) => {
    const place = role === 'supervisor' ? portal : role.match(/^(system|security|audit)/) ? null : township;

    expect(code(securityAdmin, wish(role, place))).toBeUndefined();
  });

  it.each(['editor', 'initialReviewer', 'secondReviewer', 'finalReviewer'] as const)(
    'lets a site administrator grant %s at the own site only',
    (role) => {
      expect(code(siteAdmin, wish(role, township))).toBeUndefined();
      expect(code(siteAdmin, wish(role, other))).toBe('identity.membership.grantNotAllowed');
    },
  );

  it('does not let a site administrator make another one', () => {
    expect(code(siteAdmin, wish('siteAdmin', township))).toBe('identity.membership.grantNotAllowed');
  });

  it.each(['systemAdmin', 'auditAdmin'] as const)('lets %s grant nothing', (role) => {
    expect(code(granter(held(role, null)), wish('editor', township))).toBe(
      'identity.membership.grantNotAllowed',
    );
  });

  it('refuses to grant or revoke for oneself', () => {
    const own = wish('editor', township, { accountId: 1 });

    expect(code(securityAdmin, own)).toBe('identity.membership.selfGrant');
    expect(code(siteAdmin, own)).toBe('identity.membership.selfGrant');
    expect(revokeRefusal(securityAdmin, own, now)?.code).toBe('identity.membership.selfGrant');
  });

  it('refuses a granter whose own role has run out', () => {
    expect(code(granter(held('securityAdmin', null, now)), wish('editor', township))).toBe(
      'identity.membership.grantNotAllowed',
    );
  });

  it.each([
    ['auditAdmin', null, held('systemAdmin', null)],
    ['systemAdmin', null, held('securityAdmin', null)],
    ['securityAdmin', null, held('editor', 2)],
    ['editor', township, held('auditAdmin', null)],
    ['supervisor', portal, held('systemAdmin', null)],
  ] as const)('keeps %s apart from a role already held, whoever grants', (role, place, already) => {
    expect(code(securityAdmin, wish(role, place), already)).toBe('identity.membership.officersAreSeparate');
    expect(code(system, wish(role, place), already)).toBe('identity.membership.officersAreSeparate');
  });

  it('forgets a role that has run out when separating', () => {
    expect(code(securityAdmin, wish('auditAdmin', null), held('editor', 2, now))).toBeUndefined();
  });

  it.each([
    ['systemAdmin', township, 'identity.membership.needsPlatform'],
    ['editor', null, 'identity.membership.needsSite'],
    ['supervisor', township, 'identity.membership.needsPortal'],
  ] as const)('refuses %s in the wrong place', (role, place, refusal) => {
    expect(code(securityAdmin, wish(role, place))).toBe(refusal);
  });

  it('refuses a channel limit on a role that has none', () => {
    expect(code(securityAdmin, wish('siteAdmin', township, { channelIds: [5] }))).toBe(
      'identity.membership.channelsNotTaken',
    );
  });

  it('refuses the same role at the same site twice', () => {
    expect(code(securityAdmin, wish('editor', township), held('editor', 2))).toBe(
      'identity.membership.alreadyHeld',
    );
    expect(code(securityAdmin, wish('editor', township), held('editor', 3))).toBeUndefined();
  });
});
