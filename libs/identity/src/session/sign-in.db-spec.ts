import { Account, SignInFailure } from '@zhanqun/identity';
import { testDb } from '@zhanqun/test-support';
import { MINUTE, Office, PASSWORD } from '../../test/office';

let office: Office;
beforeAll(async () => {
  office = new Office(await testDb());
});
beforeEach(() => office.clear());
afterAll(() => office.close());

const fail = async (username: string, times: number, address = '10.0.0.1'): Promise<unknown[]> => {
  const refusals: unknown[] = [];
  for (let time = 0; time < times; time += 1)
    refusals.push(await office.signIn(username, 'wrong', address).catch((error: unknown) => error));
  return refusals;
};

describe('登录', () => {
  it('opens a session for the right password, whatever case the name was typed in', async () => {
    const account = await office.hire();

    const { token } = await office.signIn(` ${account.username.toUpperCase()} `);

    expect(token).toHaveLength(43);
    expect((await office.ctxOfToken(token))?.actor).toMatchObject({
      accountId: account.id,
      name: account.realName,
      address: '10.0.0.1',
    });
  });

  it('tells when and from where the person came last time', async () => {
    const account = await office.hire();
    await office.signIn(account.username, PASSWORD, '10.0.0.9');
    const first = office.clock.now();
    office.clock.advance(MINUTE);

    const { previousSignInAt, previousSignInAddress } = await office.signIn(account.username);

    expect([previousSignInAt, previousSignInAddress]).toEqual([first, '10.0.0.9']);
  });

  it('answers an unknown name, a wrong password and a missing one alike, after the same work', async () => {
    const known = await office.hire();
    const { account: invited } = await office.accounts.create(office.system, {
      username: 'invited',
      realName: '新来的',
      organisationId: 1,
    });
    const work: unknown[] = [];

    for (const username of [known.username, invited.username, 'nobody', '不是登录名']) {
      office.hasher.verified = 0;
      const [refusal] = await fail(username, 1, '10.0.0.7');
      const { code, message } = refusal as { code: string; message: string };
      work.push([code, message, office.hasher.verified]);
    }

    expect(new Set(work.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(work[0]).toEqual(['identity.signIn.wrong', expect.stringContaining('登录名或密码不正确'), 1]);
  });

  it('locks a name for a quarter of an hour after five wrong passwords, even for the right one', async () => {
    const { username } = await office.hire();
    await fail(username, 5);

    await expect(office.signIn(username)).rejects.toMatchObject({
      code: 'identity.signIn.locked',
      kind: 'tooMany',
      message: expect.stringContaining('15 分钟'),
    });
    office.clock.advance(14 * MINUTE);
    await expect(office.signIn(username)).rejects.toMatchObject({ details: { minutes: 1 } });
    office.clock.advance(MINUTE);
    await expect(office.signIn(username)).resolves.toMatchObject({ account: { username } });
  });

  it('locks a name that nobody has in the same way', async () => {
    await fail('nobody', 5);

    await expect(office.signIn('nobody')).rejects.toMatchObject({ code: 'identity.signIn.locked' });
  });

  it('forgets the failures of a name once its person signs in', async () => {
    const { username } = await office.hire();
    await fail(username, 4);
    await office.signIn(username);
    await fail(username, 4);

    await expect(office.signIn(username)).resolves.toBeDefined();
  });

  it('counts every one of many wrong passwords sent at the same moment', async () => {
    const { username } = await office.hire();

    await Promise.all(Array.from({ length: 12 }, () => fail(username, 1)));

    await expect(office.signIn(username)).rejects.toMatchObject({ code: 'identity.signIn.locked' });
    const [name] = await office.db
      .shared(office.system, SignInFailure)
      .find({ where: { subject: `name:${username}` } });
    expect(name).toMatchObject({ failures: 5 });
  });

  it('stops an address after twenty failures, whatever names it tries', async () => {
    const account = await office.hire();
    for (let person = 0; person < 20; person += 1) await fail(`stranger${person}`, 1, '10.0.0.66');

    await expect(office.signIn(account.username, PASSWORD, '10.0.0.66')).rejects.toMatchObject({
      code: 'identity.signIn.addressLocked',
      kind: 'tooMany',
    });
    await expect(office.signIn(account.username, PASSWORD, '10.0.0.67')).resolves.toBeDefined();
  });

  it('refuses a disabled account, but says so only to who knows the password', async () => {
    const admin = await office.hire({ role: 'securityAdmin' });
    const account = await office.hire();
    await office.keys.disable(await office.at(admin), account.id, '调离');

    await expect(office.signIn(account.username)).rejects.toMatchObject({ code: 'identity.signIn.disabled' });
    await expect(office.signIn(account.username, 'wrong')).rejects.toMatchObject({
      code: 'identity.signIn.wrong',
    });
  });

  it('writes success and refusal into the audit trail, with the address and without any password', async () => {
    const account = await office.hire();
    await fail(account.username, 1, '10.0.0.5');
    await fail('Hunter2-is-my-password', 1, '10.0.0.5');
    await office.signIn(account.username);

    const trail = await office.trail('session.signIn');

    expect(trail.map(({ outcome, subjectId }) => [outcome, subjectId])).toEqual([
      ['refused', String(account.id)],
      ['refused', null],
      ['done', String(account.id)],
    ]);
    expect(trail[0]?.detail).toMatchObject({ address: '10.0.0.5' });
    expect(JSON.stringify(trail)).not.toMatch(/hunter2-is|wrong"|Qing-shui/i);
  });

  it('hashes anew, at today’s cost, a password that was hashed at another', async () => {
    const account = await office.hire();
    const cheaper = await new (await import('@zhanqun/identity')).PasswordHasher({
      memoryCost: 32,
      timeCost: 1,
      parallelism: 1,
    }).hash(PASSWORD);
    await office.db.shared(office.system, Account).updateWhere({ id: account.id }, { passwordHash: cheaper });

    await office.signIn(account.username);

    const stored = await office.db.shared(office.system, Account).findOne({ id: account.id });
    expect(stored?.passwordHash).toContain('m=64');
    await expect(office.signIn(account.username)).resolves.toBeDefined();
  });
});
