import { createMongoAbility } from '@casl/ability';
import { pageRequest, type SiteRef } from '@zhanqun/kernel';
import { readable } from '@zhanqun/platform';
import { testDb } from '@zhanqun/test-support';
import { SiteOffice } from '../../test/site-office';
import { Site } from './site.entity';

describe('站点', () => {
  let office: SiteOffice;
  let portal: SiteRef;
  beforeAll(async () => {
    office = await SiteOffice.open(await testDb());
    portal = await office.onlinePortal({
      key: 'shifan',
      name: '示范县人民政府',
      bindings: [{ host: 'shifan.localhost' }],
    });
  });
  afterAll(() => office.close());

  it('lists by kind, status, portal and words, never another order than the tree', async () => {
    const own = await office.site({
      blueprint: 'department',
      key: 'czj',
      name: '示范县财政局',
      parent: 'shifan',
    });
    const other = await office.portal({ name: '邻县人民政府' });
    await office.site({ blueprint: 'department', name: '邻县财政局', parent: other.key });
    const keys = async (filter: Parameters<typeof office.sites.list>[1]): Promise<string[]> =>
      (await office.sites.list(office.staff, filter, pageRequest())).items.map(({ key }) => key);

    expect(await keys({ portalId: portal.id })).toEqual(['shifan', 'czj']);
    expect(await keys({ q: '财政', portalId: portal.id })).toEqual(['czj']);
    expect(await keys({ kind: 'department', status: 'online' })).toEqual([]);
    expect(await keys({ ids: [own.id] })).toEqual(['czj']);
    expect(await keys({ ids: [] })).toEqual([]);
  });

  it('lists for a person only the sites that their rights name', async () => {
    const mine = await office.site({ blueprint: 'township', parent: 'shifan', name: '清水镇人民政府' });
    const ability = createMongoAbility([{ action: 'read', subject: 'Site', conditions: { id: mine.id } }]);
    const ctx = { ...office.staff, ability };

    const page = await office.sites.list(ctx, { readable: readable(ctx, Site) }, pageRequest());

    expect(page.items.map(({ id }) => id)).toEqual([mine.id]);
    expect(page.total).toBe(1);
  });

  it('shows only sites that citizens can visit in the network', async () => {
    const facts = await office.completeFacts();
    const town = await office.site({
      ...facts,
      blueprint: 'township',
      key: 'longtan',
      parent: 'shifan',
      bindings: [{ host: 'longtan.shifan.localhost' }],
    });
    expect(office.sites.network(portal.id).townships).toEqual([]);

    await office.lifecycle.goOnline(office.at(town));

    expect(office.sites.network(portal.id).townships.map(({ key }) => key)).toEqual(['longtan']);
    expect(office.sites.network(portal.id).portal).toMatchObject({ key: 'shifan' });
  });

  it('reads a profile once and again after a change', async () => {
    const { site } = office.at(portal);
    await office.sites.profile(office.staff, site);

    expect(await office.db.countStatements(() => office.sites.profile(office.staff, site))).toBe(0);
    await office.sites.edit(office.at(portal), {
      contactPhone: '0743-4720001',
      keywords: ['示范县', '政府'],
    });

    expect(await office.sites.profile(office.staff, site)).toMatchObject({
      contactPhone: '0743-4720001',
      keywords: ['示范县', '政府'],
    });
  });

  it('purges the pages of the whole network when a site is renamed, and its own when its phone changes', async () => {
    const town = await office.site({ blueprint: 'township', parent: 'shifan', name: '高坪乡人民政府' });
    const tagsOf = async (changes: Parameters<typeof office.sites.edit>[1]): Promise<string[]> => {
      const tags: string[] = [];
      const leave = office.purges.subscribe((purge) => void (Array.isArray(purge) && tags.push(...purge)));
      await office.sites.edit(office.at(town), changes);
      leave();
      return tags;
    };

    expect(await tagsOf({ contactPhone: '0743-4720003' })).not.toContain(`site:${portal.id}:chrome`);
    expect(await tagsOf({ name: '高坪镇人民政府' })).toContain(`site:${portal.id}:chrome`);
    expect(office.directory.byId(town.id)?.name).toBe('高坪镇人民政府');
  });

  it('renews what a site under a path of another one’s host shows of its filings', async () => {
    const { host } = office.at(portal).site;
    const bindings = [{ host, prefix: '/jiming' }];
    const town = await office.site({ blueprint: 'township', parent: 'shifan', bindings });
    const { site } = office.at(town);
    await office.sites.profile(office.staff, site);

    await office.sites.edit(office.at(portal), { icpNumber: '湘ICP备20260001号' });

    expect(await office.sites.profile(office.staff, site)).toMatchObject({ icpNumber: '湘ICP备20260001号' });
  });

  it('stores rare characters exactly', async () => {
    const name = '𠮷䶮村便民服务中心';
    const unit = await office.site({ blueprint: 'unit-page', parent: 'shifan', name });

    expect(await office.sites.get(office.at(unit))).toMatchObject({ name });
  });

  it('lets a site change its facts but not the regulation that binds it', async () => {
    const ability = createMongoAbility([{ action: 'update', subject: 'Site' }]);
    const own = { ...office.at(portal), ability };

    await expect(office.sites.edit(own, { regulation: 'dezhou-2013' })).rejects.toMatchObject({
      code: 'tenancy.site.factReserved',
    });
    await expect(office.sites.edit(own, { description: '示范县人民政府门户网站' })).resolves.toMatchObject({
      regulation: null,
    });
  });

  it('refuses a regulation anywhere but on a portal', async () => {
    const town = await office.site({ blueprint: 'township', parent: 'shifan' });

    await expect(office.sites.edit(office.at(town), { regulation: 'guzhang-2020' })).rejects.toMatchObject({
      code: 'tenancy.site.regulationOnPortalOnly',
    });
  });
});
