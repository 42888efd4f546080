import { FixedClock, publicCtx, systemCtx, atSite, type SiteRef } from '@zhanqun/kernel';
import { runMigration } from '@zhanqun/platform';
import { SiteTheme } from '@zhanqun/theming';
import { testDb, type TestDb } from '@zhanqun/test-support';
import { LayoutsOfHomeBlocks1764200002002 } from '../../../../../migrations/1764200002002-layouts-of-home-blocks';
import { LayoutRelease } from './layout-release.entity';
import { PageLayout } from './page-layout.entity';

jest.setTimeout(60_000);

const now = new FixedClock(new Date('2026-03-05T02:00:00Z')).now();
const site = { id: 7, key: 'town', portalId: 1 } as SiteRef;
let test: TestDb;

beforeAll(async () => {
  test = await testDb();
});
afterAll(() => test.close());

it('turns home blocks of the former look into the first published layout, and back', async () => {
  const looks = test.db.site(atSite(systemCtx(now), site), SiteTheme);
  const homeBlocks = { main: [{ type: 'list', title: '公告', channel: 'tzgg', articles: 8 }], aside: [] };
  await looks.save(looks.build({ themeName: 'base', settings: { slogan: '山水', homeBlocks } }));
  const migration = new LayoutsOfHomeBlocks1764200002002();
  await runMigration(test.db, migration, 'up');

  const reader = publicCtx(site, now);
  expect((await test.db.site(reader, SiteTheme).findOne({}))?.settings).toEqual({ slogan: '山水' });
  const blocks = [
    { id: 'main-1', type: 'list', region: 'main', settings: { title: '公告', channel: 'tzgg', articles: 8 } },
  ];
  expect(await test.db.site(reader, PageLayout).findOne({ page: 'home' })).toMatchObject({
    published: blocks,
    draft: null,
    releaseNumber: 1,
    version: 1,
    savedAt: null,
  });
  expect(await test.db.site(reader, LayoutRelease).findOne({ page: 'home' })).toMatchObject({
    number: 1,
    blocks,
    publishedAt: now,
  });

  await runMigration(test.db, migration, 'down');
  expect((await test.db.site(reader, SiteTheme).findOne({}))?.settings).toMatchObject({
    homeBlocks: { main: homeBlocks.main },
  });
});
