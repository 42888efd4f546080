import { addDays, publicCtx, shanghaiDay, type SiteRef } from '@zhanqun/kernel';
import { HotArticles, type Article } from '@zhanqun/content';
import { givenServices, START, type GivenServices, type Person } from '@zhanqun/given';
import {
  ArticleVisitStatistics,
  StatisticsConsoleModule,
  StatisticsJobsModule,
  VisitCount,
  VisitFiles,
  VisitHistory,
  VisitRollup,
  VisitStatistics,
  VisitTotal,
} from '@zhanqun/statistics';

jest.setTimeout(60_000);

let house: GivenServices;
let portal: SiteRef;
let site: SiteRef;
let quiet: SiteRef;
let old: Article;
let fresh: Article;
let admin: Person;
let supervisor: Person;
const today = shanghaiDay(START);
const week = { from: addDays(today, -6), to: today };

beforeAll(async () => {
  house = await givenServices(StatisticsConsoleModule, StatisticsJobsModule);
  const { given } = house;
  site = await given.site();
  portal = given.portalOf(site);
  quiet = await given.site({ portal });
  old = await given.article(site, { state: 'published', title: '=清淤公告' });
  fresh = await given.article(site, { state: 'published', title: '防汛 Notice' });
  admin = await given.editor(site, { role: 'siteAdmin' });
  supervisor = await given.editor(portal, { role: 'supervisor' });
  const history = house.app.get(VisitHistory);
  const ctx = publicCtx(site, START);
  const opened = (article: Article, ago: number, views: number) =>
    ({ kind: 'article', subjectId: article.id, onDay: addDays(today, -ago), views }) as const;
  await history.pages(ctx, [
    opened(old, 6, 100),
    opened(old, 8, 40),
    opened(fresh, 0, 60),
    { kind: 'channel', subjectId: old.channelId, onDay: today, views: 7 },
    { kind: 'home', subjectId: 0, onDay: today, views: 20 },
    opened(old, 900, 11),
    opened(old, 899, 4),
  ]);
  const day = (ago: number, views: number, visitors: number) => ({
    onDay: addDays(today, -ago),
    hours: VisitHistory.spread(views),
    visitors,
  });
  await history.days(ctx, 'site', [day(0, 87, 30), day(6, 100, 40), day(8, 40, 9), day(900, 15, 6)]);
  await history.days(publicCtx(portal, START), 'network', [day(0, 87, 30)]);
});
afterAll(() => house.close());

const statistics = (): VisitStatistics => house.app.get(VisitStatistics);
const forbidden = { code: 'statistics.network.forbidden' };

describe('访问统计', () => {
  it('shows hits, visitors, kinds of pages and the period before', async () => {
    const seen = await statistics().overview(admin.ctx, { ...week, scope: 'site' }, 'day');

    expect(seen.sum).toEqual({ hits: 187, visitors: 70 });
    expect(seen.before).toEqual({ hits: 40, visitors: 9 });
    expect(seen.trend.map(({ hits }) => hits)).toEqual([100, 0, 0, 0, 0, 0, 87]);
    expect(seen.kinds.filter(({ hits }) => hits > 0)).toEqual([
      { kind: 'home', hits: 20 },
      { kind: 'channel', hits: 7 },
      { kind: 'article', hits: 160 },
    ]);
  });

  it('ranks channels with their articles, and articles with the period before', async () => {
    const [first] = await statistics().channelsOf(admin.ctx, week);
    const page = await house.app
      .get(ArticleVisitStatistics)
      .page(admin.ctx, { ...week, title: '' }, { page: 1, pageSize: 1 });

    expect(first).toMatchObject({ lists: 7, articles: 100 + (fresh.channelId === old.channelId ? 60 : 0) });
    expect(page).toMatchObject({ total: 2, items: [{ articleId: old.id, hits: 100, hitsBefore: 40 }] });
  });

  it.each([
    ['notice', 1],
    ['清淤', 1],
    ['%', 0],
  ])('finds articles by %s in the title', async (title, total) => {
    const articles = house.app.get(ArticleVisitStatistics);

    expect(await articles.page(admin.ctx, { ...week, title }, { page: 1, pageSize: 20 })).toMatchObject({
      total,
    });
  });

  it('shows the network to its supervisors, sites without a visit among them, and to nobody else', async () => {
    const rows = await statistics().sites(supervisor.ctx, week);
    const portalAdmin = await house.given.editor(portal, { role: 'siteAdmin' });

    expect(rows[0]).toMatchObject({ site: { id: site.id }, hits: 187, before: { hits: 40 }, lastOn: today });
    expect(rows.find((row) => row.site.id === quiet.id)).toMatchObject({ hits: 0, lastOn: null });
    expect((await statistics().overview(supervisor.ctx, { ...week, scope: 'network' }, 'day')).sum).toEqual({
      hits: 87,
      visitors: 30,
    });
    for (const person of [admin, portalAdmin])
      await expect(statistics().sites(person.ctx, week)).rejects.toMatchObject(forbidden);
  });

  it('gives each site its own figures only', async () => {
    const neighbour = await house.given.editor(quiet, { role: 'siteAdmin' });
    const seen = await statistics().overview(neighbour.ctx, { ...week, scope: 'site' }, 'day');

    expect(seen.sum.hits + seen.kinds.reduce((sum, { hits }) => sum + hits, 0)).toBe(0);
  });

  it('writes tables that no spreadsheet runs as formulas', async () => {
    const query = { ...week, scope: 'site', unit: 'day', table: 'articles', format: 'csv' } as const;
    const file = await house.app.get(VisitFiles).write(admin.ctx, query);

    expect(file.bytes.toString()).toContain("'=清淤公告");
    for (const table of ['trend', 'kinds', 'channels'] as const)
      expect(
        (await house.app.get(VisitFiles).write(admin.ctx, { ...query, table, format: 'xlsx' })).bytes.length,
      ).toBeGreaterThan(500);
    await expect(
      house.app.get(VisitFiles).write(admin.ctx, { ...query, table: 'sites' }),
    ).rejects.toMatchObject(forbidden);
  });

  it('refuses a period that does not exist', async () => {
    const question = { from: '2026-02-30', to: '2026-03-01', scope: 'site' } as const;

    await expect(statistics().overview(admin.ctx, question, 'day')).rejects.toMatchObject({
      code: 'statistics.period.wrong',
    });
  });
});

describe('热点文章', () => {
  it('puts what is read now before what was read more a week ago, and asks once in ten minutes', async () => {
    const hot = house.app.get<HotArticles>(HotArticles as never);
    const ctx = publicCtx(site, START);

    expect(await hot.hottest(ctx, 7, 5)).toEqual([fresh.id, old.id]);
    expect(await house.given.db.countStatements(() => hot.hottest(ctx, 7, 1))).toBe(0);
    expect(await hot.hottest(publicCtx(quiet, START), 7, 5)).toEqual([]);
  });
});

describe('按月汇总', () => {
  it('turns months of old days into one row, once, and keeps the younger days', async () => {
    const rollup = house.app.get(VisitRollup);
    const site0 = house.given.at(site);
    await rollup.run(house.given.system);
    await rollup.run(house.given.system);

    const counts = await house.given.db.site(site0, VisitCount).find({ where: { kind: 'article' } });
    const totals = await house.given.db.site(site0, VisitTotal).find({ where: { scope: 'site' } });
    const oldMonths = counts.filter(({ onDay }) => onDay.length === 7);
    expect(oldMonths.reduce((sum, { views }) => sum + views, 0)).toBe(15);
    expect(counts.length - oldMonths.length).toBe(3);
    expect(totals.filter(({ period }) => period.length === 7)).toMatchObject([{ views: 15, visitors: 6 }]);
    expect(totals.length).toBe(4);
  });
});
