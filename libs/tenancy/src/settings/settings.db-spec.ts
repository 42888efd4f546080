import type { SiteRef } from '@zhanqun/kernel';
import { testDb } from '@zhanqun/test-support';
import { SiteOffice } from '../../test/site-office';
import { siteNotice } from '../site/site-notice';
import { declareSetting } from './setting';
import { SiteSetting } from './site-setting.entity';

const perPage = declareSetting<number>({
  key: 'spec.perPage',
  label: '每页条数',
  type: 'number',
  default: 20,
  levels: ['platform', 'portal', 'site'],
  validate: (value) => (value < 5 || value > 50 ? '须在 5 至 50 之间' : null),
});
const slogan = declareSetting<string>({
  key: 'spec.slogan',
  label: '门户口号',
  type: 'text',
  default: '',
  levels: ['portal', 'site'],
  descends: false,
});

describe('分层设置', () => {
  let office: SiteOffice;
  let portal: SiteRef;
  let town: SiteRef;
  beforeAll(async () => {
    office = await SiteOffice.open(await testDb());
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.db.shared(office.staff, SiteSetting).removeWhere({});
    await office.settings.refresh(office.staff);
    portal = await office.portal();
    town = await office.site({ blueprint: 'township', parent: portal.key });
  });

  it('descends from the declaration through platform and portal to the site', async () => {
    const seen = [office.settings.get({ site: town }, perPage)];
    await office.settings.set(office.staff, perPage, 10);
    seen.push(office.settings.get({ site: town }, perPage));
    await office.settings.set(office.at(portal), perPage, 15);
    seen.push(office.settings.get({ site: town }, perPage));
    await office.settings.set(office.at(town), perPage, 30);
    seen.push(office.settings.get({ site: town }, perPage));

    expect(seen).toEqual([20, 10, 15, 30]);
    expect(office.settings.get({ site: portal }, perPage)).toBe(15);
    expect(office.settings.get({}, perPage)).toBe(10);
  });

  it('tells where a value comes from', async () => {
    await office.settings.set(office.at(portal), perPage, 15);

    expect(office.settings.effective(town, perPage)).toMatchObject({
      value: 15,
      from: 'portal',
      lockedBy: null,
      isOwn: false,
      isEditable: true,
    });
  });

  it('lets a lock above win over a value below and refuses further changes', async () => {
    await office.settings.set(office.at(town), perPage, 30);
    await office.settings.set(office.at(portal), perPage, 15, { lock: true });

    expect(office.settings.effective(town, perPage)).toMatchObject({
      value: 15,
      lockedBy: 'portal',
      isEditable: false,
    });
    await expect(office.settings.set(office.at(town), perPage, 25)).rejects.toMatchObject({
      code: 'tenancy.setting.locked',
      details: { lockedBy: 'portal' },
    });
    await expect(office.settings.clear(office.at(town), perPage)).rejects.toMatchObject({
      code: 'tenancy.setting.locked',
    });
    await expect(office.settings.set(office.at(portal), perPage, 16)).resolves.toBeUndefined();
  });

  it('goes back to what stood below when the lock is taken away', async () => {
    await office.settings.set(office.at(town), perPage, 30);
    await office.settings.set(office.staff, perPage, 10, { lock: true });
    expect(office.settings.get({ site: town }, perPage)).toBe(10);

    await office.settings.clear(office.staff, perPage);

    expect(office.settings.get({ site: town }, perPage)).toBe(30);
  });

  it('keeps a value that does not descend at its portal', async () => {
    await office.settings.set(office.at(portal), slogan, '为人民服务');

    expect(office.settings.get({ site: portal }, slogan)).toBe('为人民服务');
    expect(office.settings.get({ site: town }, slogan)).toBe('');
  });

  it.each([
    ['tenancy.setting.invalid', 3],
    ['tenancy.setting.invalid', '15'],
  ])('refuses with %s the value %j', async (code, value) => {
    await expect(office.settings.set(office.at(town), perPage, value as number)).rejects.toMatchObject({
      code,
    });
    expect(office.settings.get({ site: town }, perPage)).toBe(20);
  });

  it('refuses a lock that nothing stands below and a level that may not set it', async () => {
    await expect(office.settings.set(office.at(town), perPage, 15, { lock: true })).rejects.toMatchObject({
      code: 'tenancy.setting.lockRefused',
    });
    await expect(office.settings.set(office.staff, slogan, '口号')).rejects.toMatchObject({
      code: 'tenancy.setting.levelWrong',
    });
    expect(() => office.settings.declared('spec.unknown')).toThrow(
      expect.objectContaining({ code: 'tenancy.setting.unknown' }),
    );
  });

  it('shows every declared setting in the form of a site', () => {
    expect(office.settings.form(town).map(({ setting }) => setting.key)).toEqual(
      expect.arrayContaining(['spec.perPage', 'spec.slogan', siteNotice.key]),
    );
  });

  it('purges the pages of every site that a change shows on, and of no other', async () => {
    const stranger = await office.portal();
    const purged: string[] = [];
    const leave = office.purges.subscribe((tags) => void (Array.isArray(tags) && purged.push(...tags)));

    await office.settings.set(office.at(portal), siteNotice, '系统维护');
    leave();

    expect(purged).toEqual(expect.arrayContaining([`site:${portal.id}:chrome`, `site:${town.id}:chrome`]));
    expect(purged).not.toContain(`site:${stranger.id}:chrome`);
  });

  it('reaches another process by the purge log', async () => {
    const neighbour = await office.neighbour();

    await office.settings.set(office.at(town), perPage, 40);
    await neighbour.purges.catchUp();

    expect(neighbour.settings.get({ site: town }, perPage)).toBe(40);
    await neighbour.close();
  });

  it('cannot be declared twice', () => {
    expect(() => declareSetting({ ...perPage })).toThrow('declared twice');
  });
});
