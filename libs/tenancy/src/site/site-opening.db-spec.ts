import type { SiteCtx } from '@zhanqun/kernel';
import { AuditEntry } from '@zhanqun/platform';
import { testDb } from '@zhanqun/test-support';
import { SiteOffice } from '../../test/site-office';
import type { Blueprint } from '../blueprint/blueprint';
import { declareSetting } from '../settings/setting';
import { SiteSetting } from '../settings/site-setting.entity';
import { SiteBinding } from './site-binding.entity';
import { SiteFurnisher } from './site-furnisher';
import { SiteStatusChange } from './site-status-change.entity';
import { Site } from './site.entity';

const banner = declareSetting({
  key: 'spec.banner',
  label: '横幅',
  type: 'text',
  default: '',
  levels: ['platform', 'portal', 'site'],
});

class Recorder extends SiteFurnisher {
  readonly seen: { key: string; channels: number; first: string | undefined }[] = [];
  fails = false;

  override async furnish(ctx: SiteCtx, blueprint: Blueprint): Promise<void> {
    this.seen.push({
      key: ctx.site.key,
      channels: blueprint.channels.length,
      first: blueprint.channels[0]?.name,
    });
    if (this.fails) throw new Error('no channels today');
  }
}

describe('建站', () => {
  let office: SiteOffice;
  const recorder = new Recorder();
  beforeAll(async () => {
    office = await SiteOffice.open(await testDb());
    office.furnishers.register(recorder);
  });
  afterAll(() => office.close());
  beforeEach(() => {
    recorder.fails = false;
  });

  const refusal = (order: Parameters<SiteOffice['site']>[0], code: string): Promise<void> =>
    expect(office.site(order)).rejects.toMatchObject({ code });

  it('makes a site with address, settings, history, audit and furniture that the directory knows at once', async () => {
    const portal = await office.portal({
      key: 'shifan',
      name: '示范县人民政府',
      shortName: '示范县',
      settings: { 'spec.banner': '欢迎' },
    });

    expect(office.directory.byKey('shifan')).toEqual(portal);
    expect(portal).toMatchObject({
      kind: 'portal',
      status: 'preparing',
      portalId: portal.id,
      theme: 'portal-red',
    });
    expect(recorder.seen.at(-1)).toMatchObject({ key: 'shifan', first: '走进示范县' });
    expect(office.settings.get({ site: portal }, banner)).toBe('欢迎');
    expect(
      await office.db.shared(office.staff, SiteStatusChange).find({ where: { ofSiteId: portal.id } }),
    ).toMatchObject([{ move: 'open', fromStatus: null, toStatus: 'preparing', byName: '系统' }]);
    expect(
      await office.db.shared(office.staff, AuditEntry).count({ action: 'tenancy.site.opened' }),
    ).toBeGreaterThan(0);
  });

  it('leaves nothing behind when a furnisher fails', async () => {
    const { db, staff } = office;
    const counts = async (): Promise<number[]> => [
      await db.shared(staff, Site).count(),
      await db.shared(staff, SiteBinding).count(),
      await db.shared(staff, SiteSetting).count(),
    ];
    const before = await counts();
    recorder.fails = true;

    await expect(office.portal({ key: 'halfway' })).rejects.toThrow('no channels today');

    expect(await counts()).toEqual(before);
    expect(office.directory.byKey('halfway')).toBeUndefined();
  });

  it('puts a township without a domain under a path of its portal', async () => {
    const portal = await office.portal({ bindings: [{ host: 'county.localhost' }] });

    const hexi = await office.site({
      blueprint: 'township',
      key: 'hexi',
      parent: portal.key,
      bindings: [{ host: 'county.localhost', prefix: '/hexi' }],
    });

    expect(hexi).toMatchObject({
      host: 'county.localhost',
      prefix: '/hexi',
      portalId: portal.id,
      kind: 'township',
    });
    expect(office.directory.match('county.localhost', '/hexi/tzgg/')).toEqual({
      kind: 'site',
      site: hexi,
      path: '/tzgg/',
    });
  });

  it('needs few statements, however many sites there are', async () => {
    const portal = await office.portal();
    const open = (): Promise<unknown> =>
      office.site({
        blueprint: 'department',
        parent: portal.key,
        bindings: [{ host: `d${Math.random()}.localhost` }],
      });

    const first = await office.db.countStatements(open);
    for (let each = 0; each < 5; each += 1) await open();

    expect(first).toBeLessThanOrEqual(20);
    expect(await office.db.countStatements(open)).toBe(first);
  });

  it.each([
    ['tenancy.site.keyInvalid', { blueprint: 'portal', key: 'Shifan' }],
    ['tenancy.site.keyInvalid', { blueprint: 'portal', key: '../etc' }],
    ['tenancy.blueprint.notFound', { blueprint: 'village' }],
    ['tenancy.site.parentWrong', { blueprint: 'township' }],
    ['tenancy.site.notFound', { blueprint: 'township', parent: 'nowhere' }],
    [
      'tenancy.site.regulationOnPortalOnly',
      { blueprint: 'township', parent: 'nowhere', regulation: 'guzhang-2020' },
    ],
    ['tenancy.regulation.notFound', { blueprint: 'portal', regulation: 'atlantis-1' }],
    ['tenancy.regulation.notLocal', { blueprint: 'portal', regulation: 'national-floor' }],
    ['tenancy.organisation.notFound', { blueprint: 'portal', sponsorId: 999_999 }],
    ['tenancy.binding.hostInvalid', { blueprint: 'portal', bindings: [{ host: 'http://a.b' }] }],
    [
      'tenancy.binding.hostOfAnotherSite',
      { blueprint: 'portal', bindings: [{ host: 'nobody.localhost', prefix: '/a' }] },
    ],
  ] as const)('is refused with %s: %j', async (code, order) => {
    await refusal(order as never, code);
  });

  it('names every wrong fact at once', async () => {
    await expect(
      office.portal({ siteCode: '123', icpNumber: 'ICP123', policeFilingNumber: 'x', email: 'nobody' }),
    ).rejects.toMatchObject({
      code: 'tenancy.site.factsInvalid',
      details: {
        faults: [
          { field: 'siteCode' },
          { field: 'icpNumber' },
          { field: 'policeFilingNumber' },
          { field: 'email' },
        ],
      },
    });
  });

  it('refuses a key, an address and a site code that are taken', async () => {
    const facts = await office.completeFacts();
    const portal = await office.portal({ ...facts, bindings: [{ host: 'taken.localhost' }] });

    await refusal({ blueprint: 'portal', key: portal.key }, 'tenancy.site.keyTaken');
    await refusal({ blueprint: 'portal', bindings: [{ host: 'TAKEN.localhost' }] }, 'tenancy.binding.taken');
    await refusal({ blueprint: 'portal', siteCode: facts.siteCode! }, 'tenancy.site.codeTaken');
  });

  it('does not let a stranger settle under the path of another portal', async () => {
    const portal = await office.portal({ bindings: [{ host: 'ours.localhost' }] });
    const other = await office.portal({ bindings: [{ host: 'theirs.localhost' }] });

    await refusal(
      { blueprint: 'township', parent: other.key, bindings: [{ host: 'ours.localhost', prefix: '/x' }] },
      'tenancy.binding.hostOfAnotherSite',
    );
    expect(office.directory.match('ours.localhost', '/x/')).toMatchObject({ site: portal });
  });

  it('hangs a unit page under a department, and nothing under a unit page', async () => {
    const portal = await office.portal({ bindings: [{ host: 'tree.localhost' }] });
    const department = await office.site({ blueprint: 'department', parent: portal.key });
    const unit = await office.site({ blueprint: 'unit-page', parent: department.key });

    expect(unit).toMatchObject({ parentId: department.id, portalId: portal.id });
    await refusal({ blueprint: 'unit-page', parent: unit.key }, 'tenancy.site.parentWrong');
    await refusal({ blueprint: 'township', parent: department.key }, 'tenancy.site.parentWrong');
    await refusal({ blueprint: 'portal', parent: portal.key }, 'tenancy.site.parentWrong');
  });

  describe('下级站点的域名', () => {
    const township = (parent: string, order: Record<string, unknown> = {}): Promise<unknown> =>
      office.sites.open(office.staff, {
        blueprint: 'township',
        key: `t${Math.random().toString(36).slice(2, 10)}`,
        name: '龙潭镇人民政府',
        parent,
        bindings: [{ host: `lt${Math.random()}.localhost` }],
        ...order,
      });

    it('is refused under guzhang-2020 with the article that forbids it', async () => {
      const portal = await office.portal({ regulation: 'guzhang-2020' });

      await expect(township(portal.key)).rejects.toMatchObject({
        code: 'tenancy.site.ownDomainRefused',
        message: expect.stringContaining('古政办函〔2020〕9号）第六条'),
      });
    });

    it('is allowed under guzhang-2020 with an exemption document', async () => {
      const portal = await office.portal({ regulation: 'guzhang-2020' });

      await expect(township(portal.key, { exemptionDocument: '州政办函〔2020〕3号' })).resolves.toMatchObject(
        {
          advice: [],
        },
      );
    });

    it('is allowed under dezhou-2013', async () => {
      const portal = await office.portal({ regulation: 'dezhou-2013' });

      await expect(township(portal.key)).resolves.toMatchObject({ advice: [] });
    });

    it('is advised against where only the national floor holds', async () => {
      const portal = await office.portal();

      await expect(township(portal.key)).resolves.toMatchObject({
        advice: [expect.stringContaining('原则上不单独开设网站')],
      });
    });
  });

  it('is known in another process once that has read the purge log', async () => {
    const neighbour = await office.neighbour();
    const portal = await office.portal();

    await neighbour.purges.catchUp();

    expect(neighbour.directory.byKey(portal.key)).toEqual(portal);
    await neighbour.close();
  });
});
