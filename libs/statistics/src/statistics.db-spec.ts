import { addDays, shanghaiDay, type SiteRef } from '@zhanqun/kernel';
import { ChannelService, ReviewService, type Article } from '@zhanqun/content';
import { givenServices, START, type GivenServices, type Person } from '@zhanqun/given';
import { Notice } from '@zhanqun/identity';
import {
  ChannelReminder,
  PublishingCalendar,
  StatisticsConsoleModule,
  StatisticsJobsModule,
  WorkStatistics,
} from '@zhanqun/statistics';

jest.setTimeout(60_000);

let house: GivenServices;
let site: SiteRef;
let writer: Person;
let reviewer: Person;
let article: Article;
const today = shanghaiDay(START);
const days = { from: addDays(today, -30), to: today };

beforeAll(async () => {
  house = await givenServices(StatisticsConsoleModule, StatisticsJobsModule);
  const { given } = house;
  site = await given.site();
  writer = await given.editor(site);
  reviewer = await given.editor(site, { role: 'initialReviewer' });
  article = await given.article(site, { by: writer, title: '水库清淤动工', body: '<p>清淤 动工。</p>' });
  await house.app.get(ReviewService).submit(writer.ctx, article.id);
  await house.app.get(ReviewService).sendBack(reviewer.ctx, article.id, '请补充工期');
  await house.app.get(ReviewService).submit(writer.ctx, article.id);
  await house.app.get(ReviewService).passInitial(reviewer.ctx, article.id);
  article = await given.stored(article);
});
afterAll(() => house.close());

const report = (
  person: Person,
  by: 'person' | 'site' | 'channel' | 'organisation',
  scope: 'site' | 'network' = 'site',
) => house.app.get(WorkStatistics).report(person.ctx, { ...days, by, scope });

describe('工作量统计', () => {
  it('says who wrote, who reviewed and who was sent back', async () => {
    const admin = await house.given.editor(site, { role: 'siteAdmin' });

    const { lines } = await report(admin, 'person');

    const of = (person: Person) =>
      lines.find(({ key }) => key === String(person.ctx.actor.accountId))?.amounts;
    expect(of(writer)).toMatchObject({ written: 1, published: 1, words: 5, sentBack: 1, reviewed: 0 });
    expect(of(reviewer)).toMatchObject({ written: 0, reviewed: 1, returned: 1 });
  });

  it('gives each person their own figures and no others', async () => {
    const { total } = await house.app.get(WorkStatistics).mine(reviewer.ctx, days);

    expect(total).toMatchObject({ reviewed: 1, written: 0 });
  });

  it('counts what happened on its own day only', async () => {
    const before = { from: addDays(today, -30), to: addDays(today, -1), by: 'month', scope: 'site' } as const;

    expect((await house.app.get(WorkStatistics).report(writer.ctx, before)).lines).toEqual([]);
  });

  it('shows the whole network to the supervisor of the portal and to nobody else', async () => {
    const portal = house.given.portalOf(site);
    const supervisor = await house.given.editor(portal, { role: 'supervisor' });
    const admin = await house.given.editor(portal, { role: 'siteAdmin' });

    const { lines } = await report(supervisor, 'site', 'network');

    expect(lines.map(({ label }) => label).toSorted()).toEqual([portal.name, site.name].toSorted());
    await expect(report(admin, 'site', 'network')).rejects.toMatchObject({
      code: 'statistics.network.forbidden',
    });
    await expect(report(writer, 'site', 'network')).rejects.toMatchObject({
      code: 'statistics.network.forbidden',
    });
  });

  it.each([
    ['2026-02-30', '2026-03-01'],
    ['2026-03-02', '2026-03-01'],
    ['2024-01-01', '2026-03-01'],
  ])('refuses %s to %s', async (from, to) => {
    const question = { from, to, by: 'person', scope: 'site' } as const;

    await expect(house.app.get(WorkStatistics).report(writer.ctx, question)).rejects.toMatchObject({
      code: 'statistics.period.wrong',
    });
  });
});

describe('发布日历与提醒', () => {
  it('shows what went out, what is planned and which channel falls due', async () => {
    const planned = await house.given.article(site, { by: writer, state: 'scheduled' });
    const channels = house.app.get(ChannelService);
    await channels.edit(house.given.at(site), article.channelId, { cycleDays: 3, updateClass: 'news' });

    const week = { from: today, to: addDays(today, 7) };
    const entries = await house.app.get(PublishingCalendar).between(writer.ctx, week);

    const kindsOf = (id: number) =>
      entries.filter(({ subjectId }) => subjectId === id).map(({ kind }) => kind);
    expect(kindsOf(article.id)).toContain('published');
    expect(kindsOf(planned.id)).toContain('scheduled');
    expect(
      entries.some(({ kind, subjectId }) => kind === 'channelDue' && subjectId === article.channelId),
    ).toBe(true);
  });

  it('reminds the editors of a channel before it falls due, once', async () => {
    const reminder = house.app.get(ChannelReminder);

    await reminder.run(house.given.system);
    await reminder.run(house.given.system);

    const mine = await house.given.db
      .shared(house.given.system, Notice)
      .find({ where: { accountId: writer.ctx.actor.accountId, about: `channel:${article.channelId}` } });
    expect(mine.map(({ title }) => title)).toEqual([expect.stringContaining('还有 3 天到更新期限')]);
  });
});
