import { testDb } from '@zhanqun/test-support';
import { SiteOffice } from '../../test/site-office';
import { RegulationRecord } from './regulation-record.entity';

const file = (version: number, days: number): { name: string; data: unknown } => ({
  name: 'spec.yaml',
  data: {
    code: 'shifan-2026',
    version,
    level: 'local',
    title: '示范县政府网站管理办法',
    documentNumber: '示政办发〔2026〕1号',
    issuer: '示范县人民政府办公室',
    issuedOn: '2026-01-05',
    effectiveOn: '2026-02-01',
    articles: [{ key: 'cycles', article: '第九条', text: '动态类栏目每周更新' }],
    updateCycles: { news: { limit: { days }, article: 'cycles', status: 'confirmed' } },
  },
});

describe('规定入库', () => {
  let office: SiteOffice;
  beforeAll(async () => {
    office = await SiteOffice.open(await testDb());
  });
  afterAll(() => office.close());
  const stored = (): Promise<number> => office.db.shared(office.staff, RegulationRecord).count();

  it('changes nothing when it is loaded again', async () => {
    const before = await stored();

    await office.regulations.loadBundled(office.staff);

    expect(before).toBe(4);
    expect(await stored()).toBe(before);
  });

  it('keeps the old version beside a new one and lets the new one hold at once', async () => {
    await office.regulations.loadFiles(office.staff, [file(1, 10)]);
    const portal = await office.portal({ regulation: 'shifan-2026' });
    expect(office.regulations.for(portal).updateCycles.news!.value.count).toBe(10);

    await office.regulations.loadFiles(office.staff, [file(2, 7)]);

    expect(office.regulations.for(portal).updateCycles.news!.value.count).toBe(7);
    expect(
      (await office.regulations.versions(office.staff, 'shifan-2026')).map(({ version }) => version),
    ).toEqual([2, 1]);
  });

  it('does not go back when an older release starts beside a newer one', async () => {
    await office.regulations.loadFiles(office.staff, [file(5, 5)]);
    await office.regulations.loadFiles(office.staff, [file(4, 12)]);

    expect(office.regulations.get('shifan-2026').version).toBe(5);
  });

  it('is inherited by the sites below the portal that chose it', async () => {
    const portal = await office.portal({ regulation: 'guzhang-2020' });
    const town = await office.site({ blueprint: 'township', parent: portal.key });

    expect(office.regulations.for(town).code).toBe('guzhang-2020');
    await office.sites.edit(office.at(portal), { regulation: null });
    expect(office.regulations.for(town).code).toBe('national-floor');
  });

  it('lets two processes that start together store each version once', async () => {
    const [one, two] = await Promise.all([office.neighbour(), office.neighbour()]);
    await Promise.all([one, two].map((each) => each.regulations.loadFiles(each.staff, [file(9, 3)])));

    expect(
      (await office.regulations.versions(office.staff, 'shifan-2026')).filter(({ version }) => version === 9),
    ).toHaveLength(1);
    await Promise.all([one.close(), two.close()]);
  });

  it('is not found under a code that does not exist', () => {
    expect(() => office.regulations.get('atlantis-1')).toThrow(
      expect.objectContaining({ code: 'tenancy.regulation.notFound' }),
    );
  });
});
