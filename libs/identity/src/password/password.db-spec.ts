import { PasswordHistory } from '@zhanqun/identity';
import type { StaffCtx } from '@zhanqun/kernel';
import { testDb } from '@zhanqun/test-support';
import { DAY, MINUTE, Office, PASSWORD } from '../../test/office';

let office: Office;
beforeAll(async () => {
  office = new Office(await testDb());
});
beforeEach(() => office.clear());
afterAll(() => office.close());

const signedIn = async (username: string, password = PASSWORD): Promise<StaffCtx> => {
  const { token } = await office.signIn(username, password);
  return (await office.ctxOfToken(token)) as StaffCtx;
};
const next = (number: number): string => `Hexi-zhen.No${number}-abc`;

describe('修改密码', () => {
  it('takes the new password, keeps this session and ends the others', async () => {
    const { username } = await office.hire();
    const { token: elsewhere } = await office.signIn(username);
    const ctx = await signedIn(username);

    await office.own.changePassword(ctx, { current: PASSWORD, next: next(1) });

    await expect(office.signIn(username)).rejects.toMatchObject({ code: 'identity.signIn.wrong' });
    await expect(office.signIn(username, next(1))).resolves.toBeDefined();
    expect(await office.ctxOfToken(elsewhere)).toBeNull();
    expect((await office.sessions.mine(ctx)).map(({ id }) => String(id))).toContain(ctx.actor.sessionId);
  });

  it('refuses the last five passwords, the present one included, and takes the sixth', async () => {
    const { username } = await office.hire();
    const ctx = await signedIn(username);
    const all = [PASSWORD, next(1), next(2), next(3), next(4), next(5)];
    for (let at = 1; at <= 4; at += 1)
      await office.own.changePassword(ctx, { current: all[at - 1]!, next: all[at]! });

    for (const used of all.slice(0, 5))
      await expect(office.own.changePassword(ctx, { current: next(4), next: used })).rejects.toMatchObject({
        code: 'identity.password.reused',
      });
    await office.own.changePassword(ctx, { current: next(4), next: next(5) });
    await expect(
      office.own.changePassword(ctx, { current: next(5), next: PASSWORD }),
    ).resolves.toBeUndefined();

    expect(await office.db.shared(ctx, PasswordHistory).count({ accountId: ctx.actor.accountId })).toBe(5);
  });

  it('refuses a weak one and names every fault', async () => {
    const { username } = await office.hire();

    await expect(
      office.own.changePassword(await signedIn(username), { current: PASSWORD, next: username }),
    ).rejects.toMatchObject({
      code: 'identity.password.weak',
      details: { faults: expect.arrayContaining(['至少 12 个字符', '不能包含登录名']) },
    });
  });

  it('locks after five wrong tries, as signing in does', async () => {
    const { username } = await office.hire();
    const ctx = await signedIn(username);

    for (let time = 0; time < 5; time += 1)
      await expect(office.own.changePassword(ctx, { current: 'wrong', next: next(1) })).rejects.toMatchObject(
        { code: 'identity.password.currentWrong' },
      );

    await expect(office.own.changePassword(ctx, { current: PASSWORD, next: next(1) })).rejects.toMatchObject({
      code: 'identity.signIn.locked',
    });
  });
});

describe('须先改密', () => {
  const onlyPassword = (ctx: StaffCtx) =>
    ctx.ability.can('changePassword', 'Session') && !ctx.ability.can('use', 'Console');

  it('comes after ninety days, and goes with the change', async () => {
    const { username } = await office.hire();
    office.clock.advance(90 * DAY - MINUTE);
    expect(onlyPassword(await signedIn(username))).toBe(false);

    office.clock.advance(MINUTE);
    const ctx = await signedIn(username);
    expect(onlyPassword(ctx)).toBe(true);
    await office.own.changePassword(ctx, { current: PASSWORD, next: next(1) });

    expect(onlyPassword(await signedIn(username, next(1)))).toBe(false);
  });

  it('comes at the first sign-in with a password somebody else chose, whatever roles are held', async () => {
    const site = office.site();
    const account = await office.hire({ role: 'siteAdmin', site });
    await office.initialPasswords.set(office.system, account.id, next(1));
    const { token } = await office.signIn(account.username, next(1));

    const ctx = (await office.ctxOfToken(token, site))!;

    expect(onlyPassword(ctx)).toBe(true);
    expect(ctx.ability.can('use', 'Desk')).toBe(false);
  });
});
