import { Session } from '@zhanqun/identity';
import { testDb } from '@zhanqun/test-support';
import { MINUTE, Office } from '../../test/office';

let office: Office;
beforeAll(async () => {
  office = new Office(await testDb());
});
beforeEach(() => office.clear());
afterAll(() => office.close());

describe('登录会话', () => {
  it('stores only a hash of the token', async () => {
    const { username } = await office.hire();

    const { token } = await office.signIn(username);

    const [stored] = await office.db.shared(office.system, Session).find();
    expect(stored?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(await office.ctxOfToken(stored?.tokenHash ?? '')).toBeNull();
  });

  it('ends after thirty idle minutes, and goes on while it is used', async () => {
    const { token } = await office.signIn((await office.hire()).username);

    office.clock.advance(29 * MINUTE);
    expect(await office.ctxOfToken(token)).not.toBeNull();
    office.clock.advance(29 * MINUTE);
    expect(await office.ctxOfToken(token)).not.toBeNull();
    office.clock.advance(30 * MINUTE);
    expect(await office.ctxOfToken(token)).toBeNull();
  });

  it.each(['systemAdmin', 'securityAdmin', 'auditAdmin'] as const)(
    'ends after ten idle minutes for a %s',
    async (role) => {
      const { token } = await office.signIn((await office.hire({ role })).username);

      office.clock.advance(9 * MINUTE);
      expect(await office.ctxOfToken(token)).not.toBeNull();
      office.clock.advance(10 * MINUTE);
      expect(await office.ctxOfToken(token)).toBeNull();
    },
  );

  it('ends after twelve hours, however busy', async () => {
    const { token } = await office.signIn((await office.hire()).username);

    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      office.clock.advance(20 * MINUTE);
      expect(await office.ctxOfToken(token)).not.toBeNull();
    }
    office.clock.advance(20 * MINUTE);

    expect(await office.ctxOfToken(token)).toBeNull();
  });

  it('reads a request’s person and rights in two statements, and notes the visit once a minute', async () => {
    const site = office.site();
    const { token } = await office.signIn((await office.hire({ role: 'editor', site })).username);

    expect(await office.db.countStatements(() => office.ctxOfToken(token, site))).toBe(2);
    office.clock.advance(MINUTE);
    expect(await office.db.countStatements(() => office.ctxOfToken(token, site))).toBe(3);
    expect(await office.db.countStatements(() => office.ctxOfToken(token, site))).toBe(2);
  });

  it('is ended by signing out, and everywhere at once when asked', async () => {
    const { username } = await office.hire();
    const [first, second, third] = [
      await office.signIn(username),
      await office.signIn(username),
      await office.signIn(username),
    ];

    await office.own.signOut((await office.ctxOfToken(first.token))!);
    expect(await office.ctxOfToken(first.token)).toBeNull();
    expect(await office.ctxOfToken(second.token)).not.toBeNull();

    await office.own.signOutEverywhere((await office.ctxOfToken(second.token))!);
    expect(await office.ctxOfToken(second.token)).toBeNull();
    expect(await office.ctxOfToken(third.token)).toBeNull();
  });

  it('shows a person where they are signed in', async () => {
    const { username } = await office.hire();
    const { token } = await office.signIn(username);
    office.clock.advance(MINUTE);
    await office.signIn(username);
    const ctx = (await office.ctxOfToken(token))!;

    const mine = await office.sessions.mine(ctx);

    expect(mine).toHaveLength(2);
    expect(mine.map(({ id }) => String(id))).toContain(ctx.actor.sessionId);
  });

  it.each(['disable', 'resetPassword', 'signOutEverywhere'] as const)(
    'is ended at once when an administrator uses %s',
    async (key) => {
      const admin = await office.at(await office.hire({ role: 'securityAdmin' }));
      const account = await office.hire();
      const { token } = await office.signIn(account.username);

      await office.keys[key](admin, account.id, '核查');

      expect(await office.ctxOfToken(token)).toBeNull();
    },
  );

  it('is removed from the table when nobody can use it any more', async () => {
    const { username } = await office.hire();
    await office.signIn(username);
    office.clock.advance(31 * MINUTE);
    const { token } = await office.signIn(username);

    expect(await office.sessions.cleanUp(office.system)).toBe(1);

    expect(await office.ctxOfToken(token)).not.toBeNull();
  });
});

describe('权限随时生效', () => {
  it('gives and takes rights from the next request on', async () => {
    const site = office.site();
    const admin = await office.at(await office.hire({ role: 'securityAdmin' }));
    const account = await office.hire();
    const { token } = await office.signIn(account.username);
    const may = async () => (await office.ctxOfToken(token, site))!.ability.can('create', 'Article');
    expect(await may()).toBe(false);

    const membership = await office.memberships.grant(admin, { accountId: account.id, role: 'editor', site });
    expect(await may()).toBe(true);

    await office.memberships.revoke(admin, membership.id);
    expect(await may()).toBe(false);
  });

  it('lets a membership end by itself', async () => {
    const site = office.site();
    const until = new Date(office.clock.now().getTime() + 5 * MINUTE);
    const { token } = await office.signIn((await office.hire({ role: 'editor', site, until })).username);

    expect((await office.ctxOfToken(token, site))!.ability.can('use', 'Desk')).toBe(true);
    office.clock.advance(5 * MINUTE);
    expect((await office.ctxOfToken(token, site))!.ability.can('use', 'Desk')).toBe(false);
  });

  it('gives the rights at many sites in one statement', async () => {
    const [here, there] = [office.site(), office.site()];
    const account = await office.hire({ role: 'editor', site: here });
    const { actor } = await office.at(account);
    const now = office.clock.now();

    const count = await office.db.countStatements(async () => {
      const rights = await office.abilities.forSites(actor, [here, there], now);
      expect(rights.get(here.id)?.can('create', 'Article')).toBe(true);
      expect(rights.get(there.id)?.can('create', 'Article')).toBe(false);
    });

    expect(count).toBe(1);
  });
});
