import { testDb } from '@zhanqun/test-support';
import { SiteOffice } from '../../test/site-office';
import { ORGANISATION_KINDS } from './organisation.entity';

describe('机构', () => {
  let office: SiteOffice;
  beforeAll(async () => {
    office = await SiteOffice.open(await testDb());
  });
  afterAll(() => office.close());
  let count = 0;
  const add = (facts: Record<string, unknown> = {}): ReturnType<SiteOffice['organisations']['create']> => {
    count += 1;
    return office.organisations.create(office.staff, {
      name: `示范县第${count}局`,
      kind: 'department',
      ...facts,
    });
  };

  it('stores its code in one form', async () => {
    expect(await add({ code: ' 11433126mb1234567x ' })).toMatchObject({ code: '11433126MB1234567X' });
    expect(await add({ code: '' })).toMatchObject({ code: null });
  });

  it.each([
    ['tenancy.organisation.codeInvalid', { code: '123' }],
    ['tenancy.organisation.notFound', { parentId: 999_999 }],
  ])('is refused with %s: %j', async (code, facts) => {
    await expect(add(facts)).rejects.toMatchObject({ code });
  });

  it('refuses a code that another body has, and a name twice under one superior', async () => {
    const county = await add({ code: '000014349' });
    const office1 = await add({ name: '财政所', parentId: county.id });

    await expect(add({ code: '000014349' })).rejects.toMatchObject({
      code: 'tenancy.organisation.codeTaken',
    });
    await expect(add({ name: '财政所', parentId: county.id })).rejects.toMatchObject({
      code: 'tenancy.organisation.nameTaken',
    });
    await expect(add({ name: '财政所', parentId: office1.id })).resolves.toMatchObject({ name: '财政所' });
  });

  it.each(ORGANISATION_KINDS)(
    'may sponsor a site whatever it is, %s too, under the same rules',
    async (kind) => {
      const { id } = await add({ kind });
      const portal = await office.portal({ sponsorId: id, regulation: 'guzhang-2020' });

      expect(await office.sites.profile(office.staff, portal)).toMatchObject({ sponsorId: id });
      expect(office.regulations.for(portal).reviewSteps('routine')).toEqual([
        'initialReview',
        'secondReview',
      ]);
    },
  );

  it('refuses to stand below itself', async () => {
    const top = await add();
    const middle = await add({ parentId: top.id });
    const low = await add({ parentId: middle.id });

    await expect(office.organisations.edit(office.staff, top.id, { parentId: low.id })).rejects.toMatchObject(
      {
        code: 'tenancy.organisation.circular',
      },
    );
    await expect(office.organisations.edit(office.staff, top.id, { parentId: top.id })).rejects.toMatchObject(
      {
        code: 'tenancy.organisation.circular',
      },
    );
  });

  it('changes only what it was told to change', async () => {
    const body = await add({ leader: '张三', phone: '0743-4720001' });

    const edited = await office.organisations.edit(office.staff, body.id, { phone: '0743-4720002' });

    expect(edited).toMatchObject({ leader: '张三', phone: '0743-4720002', name: body.name });
  });

  it('is found by part of its name, taken literally', async () => {
    await add({ name: '百分之百%局' });

    const named = async (q: string): Promise<number> =>
      (await office.organisations.list(office.staff, { q }, { page: 1, pageSize: 20 })).total;

    expect(await named('百%局')).toBe(1);
    expect(await named('百_局')).toBe(0);
  });

  it('shows as a tree in the order of positions', async () => {
    const county = await add({ name: '示范县人民政府' });
    await add({ name: '乙局', parentId: county.id, position: 2 });
    await add({ name: '甲局', parentId: county.id, position: 1 });

    const tree = await office.organisations.tree(office.staff);

    expect(
      tree
        .find(({ organisation }) => organisation.id === county.id)
        ?.children.map(({ organisation }) => organisation.name),
    ).toEqual(['甲局', '乙局']);
  });

  it('shows its new name on the pages of its sites', async () => {
    const sponsor = await add();
    const portal = await office.portal({ sponsorId: sponsor.id });
    expect((await office.sites.profile(office.staff, portal)).sponsor).toBe(sponsor.name);

    await office.organisations.edit(office.staff, sponsor.id, { name: '示范县数据局' });

    expect((await office.sites.profile(office.staff, portal)).sponsor).toBe('示范县数据局');
  });
});
