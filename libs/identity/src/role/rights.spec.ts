import { createMongoAbility, subject, type MongoAbility, type RawRuleOf } from '@casl/ability';
import { allowAll, type SiteRef } from '@zhanqun/kernel';
import { rightsView } from '../session/session.dto';
import { abilityOf } from './ability';
import { rightsOf, type HeldRole, type Standing } from './rights';
import { OFFICER_ROLES, ROLE_CODES, ROLES, type RoleCode } from './roles';

const now = new Date('2026-03-05T02:00:00Z');
const me = 40;

const site = (id: number, facts: Partial<SiteRef> = {}): SiteRef => ({
  id,
  key: `site${id}`,
  name: `站点${id}`,
  kind: 'township',
  status: 'online',
  portalId: 1,
  parentId: 1,
  host: '',
  prefix: '',
  lang: 'zh-CN',
  theme: 'base',
  ...facts,
});
const portal = site(1, { kind: 'portal', parentId: null });
const township = site(2);
const elsewhere = site(9, { portalId: 8, parentId: 8 });

const held = (role: RoleCode, siteId: number | null, facts: Partial<HeldRole> = {}): HeldRole => ({
  role,
  siteId,
  channelIds: null,
  until: null,
  ...facts,
});
const standing = (...roles: HeldRole[]): Standing => ({
  accountId: me,
  isActive: true,
  mustChangePassword: false,
  held: roles,
});

class Article {
  constructor(
    readonly siteId: number,
    readonly channelId: number,
    readonly authorId: number,
  ) {}
}

describe('权限规则', () => {
  it('lets an editor write at the own site and nowhere else', () => {
    const ability = abilityOf(standing(held('editor', 2)), township, now);

    expect(ability.can('update', new Article(2, 5, 7))).toBe(true);
    expect(ability.can('update', new Article(3, 5, 7))).toBe(false);
    expect(ability.can('passInitial', 'Article')).toBe(false);
  });

  it('turns channel limits into a condition', () => {
    const ability = abilityOf(standing(held('editor', 2, { channelIds: [5, 6] })), township, now);

    expect(ability.can('create', subject('Article', { siteId: 2, channelId: 6 }))).toBe(true);
    expect(ability.can('create', subject('Article', { siteId: 2, channelId: 7 }))).toBe(false);
    expect(ability.can('create', 'Article')).toBe(true);
  });

  it.each([
    ['initialReviewer', 'passInitial'],
    ['secondReviewer', 'passSecond'],
    ['finalReviewer', 'passFinal'],
    ['proofreader', 'proofread'],
    ['secrecyReviewer', 'reviewSecrecy'],
  ] as const)('lets a %s pass what others wrote, never the own text', (role, action) => {
    const ability = abilityOf(standing(held('editor', 2), held(role, 2)), township, now);

    expect(ability.can(action, new Article(2, 5, 7))).toBe(true);
    expect(ability.can(action, new Article(2, 5, me))).toBe(false);
    expect(ability.can('sendBack', new Article(2, 5, me))).toBe(false);
    expect(ability.can(action, 'Article')).toBe(true);
  });

  it('gives the wider of two memberships', () => {
    const two = standing(held('editor', 2, { channelIds: [5] }), held('initialReviewer', 2));

    const ability = abilityOf(two, township, now);

    expect(ability.can('read', new Article(2, 9, 7))).toBe(true);
    expect(ability.can('update', new Article(2, 9, 7))).toBe(false);
  });

  it('gives nothing at all at a site where the person has nothing to do', () => {
    expect(rightsOf(standing(held('siteAdmin', 2)), elsewhere, now)).toEqual([]);
    expect(abilityOf(standing(held('siteAdmin', 2)), elsewhere, now).can('use', 'Desk')).toBe(false);
  });

  it('gives a desk at the own site and only the common rights on the platform', () => {
    const admin = standing(held('siteAdmin', 2));

    expect(abilityOf(admin, township, now).can('use', 'Desk')).toBe(true);
    expect(abilityOf(admin, undefined, now).can('use', 'Console')).toBe(true);
    expect(abilityOf(admin, undefined, now).can('update', 'Site')).toBe(false);
  });

  it('lets a supervisor of the portal look at every site of its network and handle its findings', () => {
    const ability = abilityOf(standing(held('supervisor', 1)), township, now);

    expect(ability.can('read', new Article(2, 5, 7))).toBe(true);
    expect(ability.can('update', new Article(2, 5, 7))).toBe(false);
    expect(ability.can('dispatch', subject('Finding', { aboutSiteId: 2, portalId: 1 }))).toBe(true);
    expect(ability.can('dispatch', subject('Finding', { aboutSiteId: 9, portalId: 8 }))).toBe(false);
    expect(ability.can('close', subject('Rectification', { aboutSiteId: 2, portalId: 1 }))).toBe(true);
    expect(ability.can('fix', subject('Rectification', { aboutSiteId: 2, portalId: 1 }))).toBe(false);
    expect(rightsOf(standing(held('supervisor', 1)), elsewhere, now)).toEqual([]);
  });

  it('does not pass a site role at the portal down to the sites below', () => {
    expect(rightsOf(standing(held('siteAdmin', 1)), township, now)).toEqual([]);
    expect(abilityOf(standing(held('siteAdmin', 1)), portal, now).can('manage', 'Channel')).toBe(true);
  });

  it('forgets a membership whose time is over', () => {
    const over = standing(held('editor', 2, { until: now }));

    expect(rightsOf(over, township, now)).toEqual([]);
  });

  it('gives a disabled account nothing', () => {
    expect(rightsOf({ ...standing(held('siteAdmin', 2)), isActive: false }, township, now)).toEqual([]);
  });

  it('lets a person whose password is due do nothing but change it', () => {
    const ability = abilityOf({ ...standing(held('siteAdmin', 2)), mustChangePassword: true }, township, now);

    expect(ability.can('changePassword', 'Session')).toBe(true);
    expect(ability.can('use', 'Console')).toBe(false);
    expect(ability.can('read', 'Article')).toBe(false);
  });

  it('means the same in the browser', () => {
    const ability = abilityOf(standing(held('finalReviewer', 2, { channelIds: [5] })), township, now);

    const there = createMongoAbility(
      JSON.parse(JSON.stringify(rightsView(ability))) as RawRuleOf<MongoAbility>[],
    );

    expect(there.can('passFinal', subject('Article', { siteId: 2, channelId: 5, authorId: 7 }))).toBe(true);
    expect(there.can('passFinal', subject('Article', { siteId: 2, channelId: 5, authorId: me }))).toBe(false);
    expect(rightsView(allowAll)).toEqual([]);
  });
});

describe('角色模板', () => {
  const all = (role: RoleCode) =>
    abilityOf(standing(held(role, null)), undefined, now) as { can(action: string, on: string): boolean };

  it.each(ROLE_CODES)('describes %s in Chinese', (role) => {
    expect(ROLES[role].name).toMatch(/\p{Script=Han}{2,}/u);
    expect(ROLES[role].description).toMatch(/\p{Script=Han}{6,}/u);
  });

  it('has no role that may do everything', () => {
    const subjects = Object.values(ROLES).flatMap(({ rules }) => rules.flatMap((rule) => rule.subject));

    expect(subjects).not.toContain('all');
  });

  it.each(OFFICER_ROLES)('keeps %s away from articles', (role) => {
    expect(all(role).can('read', 'Article')).toBe(false);
  });

  it('splits accounts, grants and audit among the three officers', () => {
    expect(all('systemAdmin').can('create', 'Account')).toBe(true);
    expect(all('systemAdmin').can('create', 'Membership')).toBe(false);
    expect(all('systemAdmin').can('read', 'AuditEntry')).toBe(false);
    expect(all('securityAdmin').can('create', 'Membership')).toBe(true);
    expect(all('securityAdmin').can('update', 'Site')).toBe(false);
    expect(all('securityAdmin').can('read', 'Channel')).toBe(true);
    expect(all('securityAdmin').can('update', 'Channel')).toBe(false);
    expect(all('securityAdmin').can('read', 'AuditEntry')).toBe(false);
    expect(all('auditAdmin').can('read', 'AuditEntry')).toBe(true);
    expect(all('auditAdmin').can('update', 'Account')).toBe(false);
  });

  it('grants only what its own list names', () => {
    expect(ROLES.siteAdmin.mayGrant?.roles).not.toContain('siteAdmin');
    expect(ROLES.systemAdmin.mayGrant).toBeNull();
  });

  it('binds every rule of a site role to the site', () => {
    const unbound = ROLE_CODES.filter((role) => ROLES[role].scope !== 'platform').flatMap((role) =>
      ROLES[role].rules.filter(
        (rule) => !JSON.stringify(rule.conditions ?? {}).match(/\{\{(site|portal)Id\}\}/),
      ),
    );

    expect(unbound).toEqual([]);
  });
});
