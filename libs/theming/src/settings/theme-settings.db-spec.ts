import { allowAll, type EditorCtx } from '@zhanqun/kernel';
import { Audit, AuditEntry, InProcessBus, PublicWords, PurgeEntry, PurgeLog } from '@zhanqun/platform';
import { FixedClock } from '@zhanqun/kernel';
import { testDb, type TestDb } from '@zhanqun/test-support';
import { ThemeCheck } from '../check/theme-check';
import { folder, site } from '../testing/small-network';
import { soundBase } from '../testing/sound-theme';
import { ThemeLibrary } from '../theme/theme-library';
import { SiteTheme } from './site-theme.entity';
import { ThemeSettings } from './theme-settings';

const settings = {
  mainColor: { type: 'color', label: '主色', default: '#14539A' },
  slogan: { type: 'text', label: '口号', max: 10, default: '' },
};
const themes = new ThemeLibrary([
  soundBase({ manifest: { settings } }),
  folder('red', {}, { settings: { mainColor: { type: 'color', label: '主色', default: '#B3141B' } } }),
  folder('broken', { 'pages/home.njk': '<img src="x">' }),
]);
const clock = new FixedClock(new Date('2026-03-05T06:30:00Z'));
const at = (id: number, key: string): EditorCtx => ({
  site: site(id, key),
  actor: { accountId: 5, name: '站长', organisationId: 1 },
  ability: allowAll,
  now: clock.now(),
  traceId: 't',
});
const [qingshui, longtan] = [at(2, 'qingshui'), at(3, 'longtan')];

let test: TestDb;
let looks: ThemeSettings;

beforeAll(async () => {
  test = await testDb();
  looks = new ThemeSettings(
    test.db,
    themes,
    new PurgeLog(test.db, new InProcessBus(), clock),
    new Audit(test.db),
    new ThemeCheck(themes),
    new PublicWords(),
  );
}, 60_000);
afterAll(() => test.close());
beforeEach(async () => {
  for (const ctx of [qingshui, longtan]) await test.db.site(ctx, SiteTheme).removeWhere({});
});

describe('站点外观', () => {
  it('is the theme of the site with its defaults while nothing was saved', async () => {
    expect(await looks.get(qingshui)).toEqual({
      name: 'base',
      version: 0,
      settings: { mainColor: '#14539A', slogan: '', styleUrl: '' },
    });
  });

  it('is what was saved, for this site and no other', async () => {
    await looks.save(qingshui, { name: 'red', settings: { mainColor: '#1F6B45' }, version: 0 });

    expect(await looks.get(qingshui)).toMatchObject({
      name: 'red',
      version: 1,
      settings: { mainColor: '#1F6B45', styleUrl: '/_theme/style/main-1f6b45.css' },
    });
    expect(await looks.get(longtan)).toMatchObject({ name: 'base', version: 0 });
  });

  it('keeps only what differs, so that a later theme brings its own colours', async () => {
    await looks.save(qingshui, { name: 'base', settings: { mainColor: '#14539A', slogan: '为民' } });

    expect(await test.db.site(qingshui, SiteTheme).findOne({})).toMatchObject({
      settings: { slogan: '为民' },
    });
  });

  it('purges the frame and the home page of its site, and leaves a line in the audit log', async () => {
    const last = await test.db.shared(qingshui, PurgeEntry).findOne({}, { order: { id: 'DESC' } });
    await looks.save(qingshui, { name: 'red', settings: {} });

    const entry = await test.db.shared(qingshui, PurgeEntry).findOne({}, { order: { id: 'DESC' } });
    expect(entry?.id).not.toBe(last?.id);
    expect(entry?.tags.toSorted()).toEqual(['site:2:chrome', 'site:2:home']);
    expect(
      await test.db.shared(qingshui, AuditEntry).findOne({ siteId: 2 }, { order: { id: 'DESC' } }),
    ).toMatchObject({
      action: 'theme.save',
      subject: 'Theme',
    });
  });

  it('refuses a stale save and keeps the newer look', async () => {
    await looks.save(qingshui, { name: 'red', settings: { slogan: '一' }, version: 0 });
    await looks.save(qingshui, { name: 'red', settings: { slogan: '二' }, version: 1 });

    await expect(
      looks.save(qingshui, { name: 'red', settings: { slogan: '旧' }, version: 1 }),
    ).rejects.toMatchObject({
      code: 'theming.settings.stale',
    });
    expect(await looks.get(qingshui)).toMatchObject({ version: 2, settings: { slogan: '二' } });
  });

  it('lets one of two first savings win', async () => {
    const results = await Promise.allSettled(
      ['甲', '乙'].map((slogan) => looks.save(qingshui, { name: 'base', settings: { slogan }, version: 0 })),
    );

    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await test.db.site(qingshui, SiteTheme).count()).toBe(1);
  });

  it.each([
    [{ name: 'none', settings: {} }, 'theming.theme.notInstalled'],
    [{ name: '../base', settings: {} }, 'theming.theme.notInstalled'],
    [{ name: 'broken', settings: {} }, 'theming.theme.hasErrors'],
    [{ name: 'red', settings: { mainColor: '#FFFF00' } }, 'theming.settings.invalid'],
    [{ name: 'red', settings: { nothing: 1 } }, 'theming.settings.invalid'],
  ])('refuses %j with %s and stores nothing', async (choice, code) => {
    await expect(looks.save(qingshui, choice)).rejects.toMatchObject({ code });
    expect(await test.db.site(qingshui, SiteTheme).count()).toBe(0);
  });

  it('falls back to base when its theme is not installed any more', async () => {
    const rows = test.db.site(qingshui, SiteTheme);
    await rows.save(rows.build({ themeName: 'removed', settings: { slogan: '在', old: 1 } }));

    expect(await looks.get(qingshui)).toMatchObject({ name: 'base', settings: { slogan: '在' } });
    expect((await looks.get(qingshui)).settings).not.toHaveProperty('old');
  });
});
