import { pageRequest, type StaffCtx } from '@zhanqun/kernel';
import { testDb } from '@zhanqun/test-support';
import { DAY, Office, PASSWORD } from '../../test/office';

let office: Office;
let security: StaffCtx;
beforeAll(async () => {
  office = new Office(await testDb());
});
beforeEach(async () => {
  await office.clear();
  security = await office.at(await office.hire({ role: 'securityAdmin' }));
});
afterAll(() => office.close());

const tokenOf = (path: string): string => path.split('/').at(-1) ?? '';
const li = { username: 'LiWei', realName: '李伟', organisationId: 3, phone: '13800001234' };

describe('账号', () => {
  it('is opened without a password; its person sets one through the link', async () => {
    const { account, link } = await office.accounts.create(security, li);
    expect(account).toMatchObject({ username: 'liwei', passwordHash: null });

    await office.links.use(security, tokenOf(link.path), { password: 'Qing-shui.2026y' });

    await expect(office.signIn('liwei', 'Qing-shui.2026y')).resolves.toMatchObject({
      account: { realName: '李伟', mustChangePassword: false },
    });
    expect(await office.trail('account.create')).toContainEqual(
      expect.objectContaining({ accountId: security.actor.accountId, subjectId: String(account.id) }),
    );
  });

  it('is one a login name and one a person', async () => {
    await office.accounts.create(security, li);

    await expect(
      office.accounts.create(security, { ...li, username: 'liwei', phone: null }),
    ).rejects.toMatchObject({ code: 'identity.account.usernameTaken' });
    await expect(office.accounts.create(security, { ...li, username: 'liwei2' })).rejects.toMatchObject({
      code: 'identity.account.personTaken',
      details: { username: 'liwei' },
    });
    await expect(
      office.accounts.create(security, { ...li, username: '李伟', phone: null }),
    ).rejects.toMatchObject({ code: 'identity.account.usernameInvalid' });
  });

  it('is edited with the change in the trail', async () => {
    const { account } = await office.accounts.create(security, li);

    await office.accounts.edit(security, account.id, { organisationId: 8 });

    expect((await office.accounts.getAccount(security, account.id)).account).toMatchObject({
      realName: '李伟',
      organisationId: 8,
      phone: '13800001234',
    });
    expect(await office.trail('account.edit')).toMatchObject([
      {
        detail: { changed: ['organisationId'], before: { organisationId: 3 }, after: { organisationId: 8 } },
      },
    ]);
  });

  it('is listed by words, organisation, role and state', async () => {
    const site = office.site();
    const editor = await office.hire({ role: 'editor', site });
    const { account: invited } = await office.accounts.create(security, li);
    for (let time = 0; time < 5; time += 1) await office.signIn(editor.username, 'wrong').catch(() => null);
    const found = async (filter: object) =>
      (await office.accounts.list(security, filter, pageRequest())).items.map(({ account }) => account.id);

    expect(await found({ q: '李伟' })).toEqual([invited.id]);
    expect(await found({ q: 'person' })).toHaveLength(2);
    expect(await found({ q: '%' })).toEqual([]);
    expect(await found({ organisationId: 3 })).toEqual([invited.id]);
    expect(await found({ role: 'editor' })).toEqual([editor.id]);
    expect(await found({ role: 'auditAdmin' })).toEqual([]);
    expect(await found({ state: 'invited' })).toEqual([invited.id]);
    expect(await found({ state: 'locked' })).toEqual([editor.id]);
    expect(await found({ state: 'dormant' })).toEqual([]);
  });

  it('is flagged when nobody has used it for ninety days', async () => {
    const { username, id } = await office.hire();
    await office.signIn(username);
    office.clock.advance(90 * DAY + 1);
    const later = { ...security, now: office.clock.now() };

    expect(await office.accounts.getAccount(later, id)).toMatchObject({ isDormant: true });
    const dormant = await office.accounts.list(later, { state: 'dormant' }, pageRequest());
    expect(dormant.items.map(({ account }) => account.id)).toContain(id);
  });

  it('gives names to other libraries, the platform’s own included', async () => {
    const account = await office.hire();

    const names = await office.accounts.names(security, [account.id, 0, account.id, 999_999]);

    expect([...names]).toEqual([
      [0, '系统'],
      [account.id, account.realName],
    ]);
  });
});

describe('停用、解锁与重置', () => {
  it('unlocks a name locked by wrong passwords', async () => {
    const { username, id } = await office.hire();
    for (let time = 0; time < 5; time += 1) await office.signIn(username, 'wrong').catch(() => null);
    expect(await office.accounts.getAccount(security, id)).toMatchObject({ lockedUntil: expect.any(Date) });

    await office.keys.unlock(security, id);

    expect(await office.accounts.getAccount(security, id)).toMatchObject({ lockedUntil: null });
    await expect(office.signIn(username)).resolves.toBeDefined();
  });

  it('resets: the old password is gone, and may not come back through the link', async () => {
    const { username, id } = await office.hire();

    const link = await office.keys.resetPassword(security, id, '忘记密码');

    await expect(office.signIn(username)).rejects.toMatchObject({ code: 'identity.signIn.wrong' });
    await expect(
      office.links.use(security, tokenOf(link.path), { password: PASSWORD }),
    ).rejects.toMatchObject({ code: 'identity.password.reused' });
    await office.links.use(security, tokenOf(link.path), { password: 'Qing-shui.2026y' });
    await expect(office.signIn(username, 'Qing-shui.2026y')).resolves.toBeDefined();
  });

  it('wants a reason, and never works on the own account', async () => {
    const { id } = await office.hire();

    await expect(office.keys.disable(security, id, '  ')).rejects.toMatchObject({
      code: 'identity.account.reasonNeeded',
    });
    await expect(office.keys.resetPassword(security, security.actor.accountId, '忘记')).rejects.toMatchObject(
      {
        code: 'identity.account.ownAccount',
      },
    );
    await expect(office.keys.unlock(security, 999_999)).rejects.toMatchObject({
      code: 'identity.account.notFound',
    });
  });

  it('does not let the system administrator take over another officer by a reset', async () => {
    const system = await office.at(await office.hire({ role: 'systemAdmin' }));
    const auditor = await office.hire({ role: 'auditAdmin' });
    const clerk = await office.hire();

    await expect(office.accounts.edit(system, auditor.id, { realName: '别人' })).rejects.toMatchObject({
      code: 'identity.account.officerProtected',
    });
    await expect(office.keys.resetPassword(system, clerk.id, '忘记密码')).rejects.toMatchObject({
      code: 'identity.right.missing',
    });
    await expect(office.keys.resetPassword(security, clerk.id, '忘记密码')).resolves.toBeDefined();
    await expect(office.keys.resetPassword(security, auditor.id, '忘记密码')).resolves.toBeDefined();
  });

  it('works again, memberships included, after being enabled', async () => {
    const site = office.site();
    const account = await office.hire({ role: 'editor', site });
    await office.keys.disable(security, account.id, '借调');
    expect((await office.at(account, site)).ability.can('use', 'Desk')).toBe(false);

    await office.keys.enable(security, account.id, '返岗');

    await expect(office.signIn(account.username)).resolves.toBeDefined();
    expect((await office.at(account, site)).ability.can('create', 'Article')).toBe(true);
  });
});
