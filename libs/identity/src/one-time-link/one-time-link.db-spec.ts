import { Account, OFFICER_ROLES, OneTimeLink } from '@zhanqun/identity';
import { testDb } from '@zhanqun/test-support';
import { MINUTE, Office, PASSWORD } from '../../test/office';

let office: Office;
beforeAll(async () => {
  office = new Office(await testDb());
});
beforeEach(() => office.clear());
afterAll(() => office.close());

const tokenOf = (path: string): string => path.split('/').at(-1) ?? '';
const invited = async (): Promise<string> => {
  const { link } = await office.accounts.create(office.system, {
    username: 'wangfang',
    realName: '王芳',
    organisationId: 1,
  });
  return tokenOf(link.path);
};

describe('一次性链接', () => {
  it('shows whose it is and sets the password once', async () => {
    const token = await invited();
    expect(await office.links.look(office.system, token)).toMatchObject({
      username: 'wangfang',
      realName: '王芳',
      purpose: 'invitation',
    });

    await office.links.use(office.system, token, { password: PASSWORD });

    await expect(office.links.use(office.system, token, { password: PASSWORD })).rejects.toMatchObject({
      code: 'identity.oneTimeLink.invalid',
    });
    await expect(office.links.look(office.system, token)).rejects.toMatchObject({ kind: 'notFound' });
  });

  it('works for one of two who use it at the same moment', async () => {
    const token = await invited();

    const outcomes = await Promise.allSettled(
      ['Qing-shui.2026a', 'Qing-shui.2026b'].map((password) =>
        office.links.use(office.system, token, { password }),
      ),
    );

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is stored as a hash, and a weak password does not use it up', async () => {
    const token = await invited();
    const [stored] = await office.db.shared(office.system, OneTimeLink).find();
    expect(JSON.stringify(stored)).not.toContain(token);

    await expect(office.links.use(office.system, token, { password: 'short' })).rejects.toMatchObject({
      code: 'identity.password.weak',
    });

    await expect(office.links.use(office.system, token, { password: PASSWORD })).resolves.toBeDefined();
  });

  it('runs out after seventy-two hours', async () => {
    const token = await invited();

    office.clock.advance(72 * 60 * MINUTE);

    await expect(office.links.look(office.system, token)).rejects.toMatchObject({
      code: 'identity.oneTimeLink.invalid',
    });
    expect(
      await office.links.cleanUp({ ...office.system, now: new Date(office.clock.now().getTime() + 1) }),
    ).toBe(1);
  });

  it('is void once a newer one was issued, the account disabled, or a guess', async () => {
    const security = await office.at(await office.hire({ role: 'securityAdmin' }));
    const first = await invited();
    const account = await office.db.shared(office.system, Account).findOne({ username: 'wangfang' });
    const { path } = await office.keys.resetPassword(security, account!.id, '重新发放');
    await expect(office.links.look(office.system, first)).rejects.toMatchObject({ kind: 'notFound' });

    await office.keys.disable(security, account!.id, '停用');
    await expect(office.links.look(office.system, tokenOf(path))).rejects.toMatchObject({ kind: 'notFound' });
    await expect(office.links.look(office.system, 'guess')).rejects.toMatchObject({ kind: 'notFound' });
  });
});

describe('第一次启动', () => {
  it('makes three officers without a password and a link for each, once', async () => {
    const links = await office.firstStart.run(office.system);

    expect(links.map(({ role }) => role)).toEqual([...OFFICER_ROLES]);
    expect(links.every(({ path }) => /^\/link\/[\w-]{43}$/.test(path))).toBe(true);
    const accounts = await office.db.shared(office.system, Account).find();
    expect(accounts).toHaveLength(3);
    expect(accounts.every(({ passwordHash }) => passwordHash === null)).toBe(true);
    expect(await office.firstStart.run(office.system)).toEqual([]);
  });

  it('asks for the real name of the person behind a link', async () => {
    const [link] = await office.firstStart.run(office.system);
    const token = tokenOf(link!.path);

    await expect(office.links.use(office.system, token, { password: PASSWORD })).rejects.toMatchObject({
      code: 'identity.oneTimeLink.realNameNeeded',
    });
    await office.links.use(office.system, token, { password: PASSWORD, realName: '赵敏' });

    const { account, token: session } = await office.signIn('sysadmin');
    expect(account.realName).toBe('赵敏');
    expect((await office.ctxOfToken(session))!.ability.can('create', 'Site')).toBe(true);
  });

  it('gives new links only for officers who have not set a password, after the old ones ran out', async () => {
    const [first] = await office.firstStart.run(office.system);
    await office.links.use(office.system, tokenOf(first!.path), { password: PASSWORD, realName: '赵敏' });
    expect(await office.firstStart.run(office.system)).toEqual([]);
    expect(await office.firstStart.run(office.system, { reissue: true })).toHaveLength(2);

    office.clock.advance(73 * 60 * MINUTE);

    expect((await office.firstStart.run(office.system)).map(({ role }) => role)).toEqual([
      'securityAdmin',
      'auditAdmin',
    ]);
  });

  it('shows the links in one process when two start at the same moment', async () => {
    const both = await Promise.all([
      office.firstStart.run(office.system),
      office.firstStart.run(office.system),
    ]);

    expect(both.map(({ length }) => length).toSorted((a, b) => a - b)).toEqual([0, 3]);
    expect(await office.db.shared(office.system, Account).count()).toBe(3);
  });

  it('tells the operator each link with its address, and nothing once all is set up', async () => {
    const lines = await office.firstStart.announce();

    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/系统管理员（sysadmin）：http:\/\/127\.0\.0\.1:8081\/link\/[\w-]{43} /);
    expect(await office.firstStart.announce()).toEqual([]);
  });

  it('leaves an installation alone that has accounts', async () => {
    await office.hire();

    expect(await office.firstStart.run(office.system)).toEqual([]);
  });
});
