import { addDays, publicCtx, shanghaiDay, type SiteCtx, type SiteRef } from '@zhanqun/kernel';
import type { Article } from '@zhanqun/content';
import { Metrics, SiteDirectory } from '@zhanqun/platform';
import { givenServices, START, type GivenServices } from '@zhanqun/given';
import {
  StatisticsConsoleModule,
  StatisticsPublicModule,
  VisitCount,
  VisitCounter,
  VisitLedger,
  VisitSalt,
  VisitSalts,
  VisitTotal,
  WorkStatistics,
} from '@zhanqun/statistics';

jest.setTimeout(60_000);

let house: GivenServices;
let site: SiteRef;
let portal: SiteRef;
let article: Article;
let other: SiteRef;
const today = shanghaiDay(START);
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

beforeAll(async () => {
  house = await givenServices(StatisticsConsoleModule, StatisticsPublicModule);
  site = await house.given.site();
  portal = house.given.portalOf(site);
  other = await house.given.site({ portal });
  article = await house.given.article(site, { state: 'published' });
});
afterAll(() => house.close());

const counter = (): VisitCounter => house.app.get(VisitCounter);
const visitor = (nth: number, userAgent = BROWSER) => ({
  address: `10.0.${nth >> 8}.${nth & 255}`,
  userAgent,
});
const open = (at: SiteRef, kind: 'home' | 'article' | 'channel' | 'topic', subjectId: number, nth: number) =>
  counter().count(publicCtx(at, START), { kind, subjectId }, visitor(nth));
const at = (ref: SiteRef): SiteCtx => publicCtx(ref, START);
const total = (ref: SiteRef, scope: 'site' | 'network') =>
  house.given.db.site(at(ref), VisitTotal).findOne({ scope, period: today });
const pages = async (ref: SiteRef) =>
  (await house.given.db.site(at(ref), VisitCount).find({ order: { kind: 'ASC' } })).map(
    ({ kind, subjectId, views }) => [kind, subjectId, views],
  );

describe('访问计数', () => {
  it('adds up pages, hours and visitors of a site and of its network, over several writings', async () => {
    await open(site, 'home', 0, 1);
    await open(site, 'article', article.id, 1);
    await open(site, 'article', article.id, 2);
    await counter().write();
    await open(site, 'channel', article.channelId, 2);
    await open(site, 'article', article.id, 3);
    await open(other, 'home', 0, 3);
    await counter().write();

    expect(await pages(site)).toEqual([
      ['article', article.id, 3],
      ['channel', article.channelId, 1],
      ['home', 0, 1],
    ]);
    expect(await total(site, 'site')).toMatchObject({ views: 5, visitors: 3 });
    expect(await total(other, 'site')).toMatchObject({ views: 1, visitors: 1 });
    expect(await total(portal, 'network')).toMatchObject({ views: 6, visitors: 3 });
    expect((await total(site, 'site'))?.hours.reduce((sum, views) => sum + views, 0)).toBe(5);
  });

  it('gives the work report its hits of articles', async () => {
    const admin = await house.given.editor(site, { role: 'siteAdmin' });
    const question = { from: addDays(today, -1), to: today, by: 'channel', scope: 'site' } as const;

    const { lines } = await house.app.get(WorkStatistics).report(admin.ctx, question);

    expect(lines.find(({ amounts }) => amounts.viewed > 0)).toMatchObject({ amounts: { viewed: 3 } });
  });

  it('counts nothing for numbers that name nothing, or something of another site, or nothing public', async () => {
    const draft = await house.given.article(site, {});
    const before = [
      await pages(site),
      await total(site, 'site'),
      await pages(other),
      await total(other, 'site'),
    ];

    await open(site, 'article', 999_999, 21);
    await open(site, 'article', draft.id, 22);
    await open(site, 'channel', 999_999, 23);
    await open(site, 'topic', 999_999, 24);
    await open(other, 'article', article.id, 25);
    await open(other, 'channel', article.channelId, 26);
    await counter().write();

    expect([
      await pages(site),
      await total(site, 'site'),
      await pages(other),
      await total(other, 'site'),
    ]).toEqual(before);
  });

  it.each([
    [
      'a search engine',
      'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
    ],
    ['a program', 'curl/8.5.0'],
    ['nobody in particular', ''],
  ])('does not count %s', async (_who, userAgent) => {
    const counted = counter().count(at(site), { kind: 'home', subjectId: 0 }, visitor(30, userAgent));

    expect(await counted).toBe(false);
  });

  it('does not count what a browser fetches ahead, or what a page of another site asks for', async () => {
    const aside = { ...visitor(31), isAside: true };

    expect(await counter().count(at(site), { kind: 'home', subjectId: 0 }, aside)).toBe(false);
  });

  it('counts a reader who reloads a page on and on a few times only', async () => {
    const answers: boolean[] = [];
    for (let time = 0; time < 40; time += 1) answers.push(await open(other, 'home', 0, 40));

    expect(answers.filter(Boolean).length).toBe(6);
    await counter().write();
  });

  it('keeps what it could not write, and loses nothing when two processes write at once', async () => {
    const ledger = house.app.get(VisitLedger);
    const before = (await total(site, 'site'))?.views ?? 0;
    const refusal = jest.spyOn(ledger, 'add').mockRejectedValueOnce(new Error('away'));
    await open(site, 'home', 0, 51);
    await counter().write();
    refusal.mockRestore();
    const twin = new VisitCounter(
      ledger,
      new VisitSalts(house.given.db),
      house.app.get(SiteDirectory),
      house.clock,
      house.app.get(Metrics),
    );
    for (let nth = 60; nth < 80; nth += 1) {
      await open(site, 'home', 0, nth);
      await twin.count(at(site), { kind: 'home', subjectId: 0 }, visitor(nth));
    }
    await Promise.all([counter().write(), twin.write()]);

    const after = await total(site, 'site');
    expect(after?.views).toBe(before + 41);
    // An estimate under the salt of the day: two of twenty-four may share a register.
    const visitors = 3 + 1 + 20;
    expect(after?.visitors).toBeGreaterThanOrEqual(visitors - 2);
    expect(after?.visitors).toBeLessThanOrEqual(visitors + 2);
  });

  it('writes what it holds before the process ends', async () => {
    const leaving = new VisitCounter(
      house.app.get(VisitLedger),
      new VisitSalts(house.given.db),
      house.app.get(SiteDirectory),
      house.clock,
      house.app.get(Metrics),
    );
    const before = (await total(other, 'site'))?.views ?? 0;
    await leaving.count(at(other), { kind: 'search', subjectId: 0 }, visitor(90));

    await leaving.beforeApplicationShutdown();

    expect((await total(other, 'site'))?.views).toBe(before + 1);
  });
});

describe('当日随机盐', () => {
  it('is the same for all processes of a day and is erased when the next one begins', async () => {
    const [one, two] = [new VisitSalts(house.given.db), new VisitSalts(house.given.db)];
    const tomorrow = addDays(today, 1);

    expect(await one.of(at(site), today)).toEqual(await two.of(at(site), today));
    expect(await one.of(at(site), tomorrow)).not.toEqual(await two.of(at(site), today));
    expect((await house.given.db.shared(at(site), VisitSalt).find()).map(({ onDay }) => onDay)).toEqual([
      tomorrow,
    ]);
  });

  it('and no address or browser is found in anything that is stored', async () => {
    const stored = JSON.stringify([
      await house.given.db.site(at(site), VisitTotal).find(),
      await house.given.db.site(at(site), VisitCount).find(),
    ]);

    expect(stored).not.toMatch(/10\.0\.|Mozilla/);
  });
});
