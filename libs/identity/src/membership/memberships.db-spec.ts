import { Membership } from '@zhanqun/identity';
import { testDb } from '@zhanqun/test-support';
import { DAY, MINUTE, Office } from '../../test/office';

let office: Office;
beforeAll(async () => {
  office = new Office(await testDb());
});
afterAll(() => office.close());

describe('授权', () => {
  it('is recorded in the trail of the site it concerns', async () => {
    const site = office.site();
    const admin = await office.at(await office.hire({ role: 'securityAdmin' }));
    const account = await office.hire();

    const membership = await office.memberships.grant(admin, {
      accountId: account.id,
      role: 'editor',
      site,
      channelIds: [5, 6, 5],
    });

    expect(membership).toMatchObject({ siteId: site.id, channelIds: [5, 6] });
    expect(await office.trail('membership.grant')).toContainEqual(
      expect.objectContaining({
        siteId: site.id,
        accountId: admin.actor.accountId,
        summary: expect.stringMatching(/编辑.*限 2 个栏目/),
      }),
    );
  });

  it('limits an editor to the channels it names', async () => {
    const site = office.site();
    const account = await office.hire({ role: 'editor', site, channelIds: [5] });
    const { ability } = await office.at(account, site);
    const article = (channelId: number) =>
      Object.assign(new (class Article {})(), { siteId: site.id, channelId, authorId: 999 });

    expect(ability.can('update', article(5))).toBe(true);
    expect(ability.can('update', article(6))).toBe(false);
  });

  it('never lets a reviewer pass the own article', async () => {
    const site = office.site();
    const account = await office.hire({ role: 'editor', site }, { role: 'finalReviewer', site });
    const { ability } = await office.at(account, site);
    const article = (authorId: number) =>
      Object.assign(new (class Article {})(), { siteId: site.id, channelId: 1, authorId });

    expect(ability.can('passFinal', article(account.id))).toBe(false);
    expect(ability.can('passFinal', article(account.id + 1))).toBe(true);
  });

  it('lets a site administrator staff the own site and refuses another one', async () => {
    const [site, other] = [office.site(), office.site()];
    const admin = await office.hire({ role: 'siteAdmin', site });
    const account = await office.hire();
    const here = await office.at(admin, site);

    await office.memberships.grant(here, { accountId: account.id, role: 'initialReviewer', site });

    await expect(
      office.memberships.grant(await office.at(admin), {
        accountId: account.id,
        role: 'editor',
        site: other,
      }),
    ).rejects.toMatchObject({ code: 'identity.membership.grantNotAllowed' });
    await expect(
      office.memberships.grant(here, { accountId: account.id, role: 'siteAdmin', site }),
    ).rejects.toMatchObject({ code: 'identity.membership.grantNotAllowed' });
    await expect(
      office.memberships.grant(here, { accountId: admin.id, role: 'finalReviewer', site }),
    ).rejects.toMatchObject({ code: 'identity.membership.selfGrant' });
  });

  it('does not find, from one site, a membership of another', async () => {
    const [site, other] = [office.site(), office.site()];
    const admin = await office.hire({ role: 'siteAdmin', site });
    const editor = await office.hire({ role: 'editor', site: other });
    const [there] = await office.memberships.heldBy(office.system, [editor.id]);

    await expect(office.memberships.revoke(await office.at(admin, site), there!.id)).rejects.toMatchObject({
      code: 'identity.membership.notFound',
    });
    expect(await office.memberships.heldBy(office.system, [editor.id])).toHaveLength(1);
  });

  it('keeps the three officers three persons, also when two grants arrive at once', async () => {
    const account = await office.hire();

    const outcomes = await Promise.allSettled(
      (['systemAdmin', 'auditAdmin'] as const).map((role) =>
        office.memberships.grant(office.system, { accountId: account.id, role, site: null }),
      ),
    );

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'identity.membership.officersAreSeparate' },
    });
    expect(await office.memberships.heldBy(office.system, [account.id])).toHaveLength(1);
  });

  it('refuses no channel at all and an end in the past', async () => {
    const site = office.site();
    const account = await office.hire();
    const grant = { accountId: account.id, role: 'editor', site } as const;

    await expect(office.memberships.grant(office.system, { ...grant, channelIds: [] })).rejects.toMatchObject(
      {
        code: 'identity.membership.channelsEmpty',
      },
    );
    await expect(
      office.memberships.grant(office.system, { ...grant, until: office.clock.now() }),
    ).rejects.toMatchObject({ code: 'identity.membership.endsInThePast' });
    await expect(
      office.memberships.grant(office.system, { ...grant, accountId: 999_999 }),
    ).rejects.toMatchObject({ code: 'identity.account.notFound' });
  });

  it('may be granted anew after it has ended, without leaving the ended one behind', async () => {
    const site = office.site();
    const until = new Date(office.clock.now().getTime() + MINUTE);
    const account = await office.hire({ role: 'editor', site, until });
    office.clock.advance(DAY);

    await office.memberships.grant(office.system, { accountId: account.id, role: 'editor', site });

    const rows = await office.db.shared(office.system, Membership).find({ where: { accountId: account.id } });
    expect(rows).toMatchObject([{ until: null }]);
  });

  it('tells at which sites somebody works, and who works in a role', async () => {
    const [site, other] = [office.site(), office.site()];
    const account = await office.hire(
      { role: 'editor', site, channelIds: [3] },
      { role: 'initialReviewer', site },
      { role: 'editor', site: other },
    );

    expect(await office.memberships.sitesOf(office.system, account.id)).toEqual([
      { siteId: site.id, roles: ['editor', 'initialReviewer'] },
      { siteId: other.id, roles: ['editor'] },
    ]);
    expect(await office.accounts.membersWith(office.system, site.id, 'editor')).toEqual([
      { accountId: account.id, name: account.realName, channelIds: [3] },
    ]);
  });
});

describe('最后一名管理员', () => {
  beforeEach(() => office.clear());

  it('keeps its role and its account, until another one can take over', async () => {
    const security = await office.hire({ role: 'securityAdmin' });
    const audit = await office.hire({ role: 'auditAdmin' });
    const ctx = await office.at(security);
    const [role] = await office.memberships.heldBy(office.system, [audit.id]);

    await expect(office.memberships.revoke(ctx, role!.id)).rejects.toMatchObject({
      code: 'identity.membership.lastOfficer',
    });
    await expect(office.keys.disable(ctx, audit.id, '调离')).rejects.toMatchObject({
      code: 'identity.membership.lastOfficer',
    });

    await office.hire({ role: 'auditAdmin' });
    await expect(office.memberships.revoke(ctx, role!.id)).resolves.toBeUndefined();
  });
});
