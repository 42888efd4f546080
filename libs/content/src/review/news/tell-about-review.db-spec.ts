import { systemCtx, atSite, type SiteRef, type StaffCtx } from '@zhanqun/kernel';
import { ContentJobsModule, EmergencyPublishing, ReviewService, type Article } from '@zhanqun/content';
import { Notices } from '@zhanqun/identity';
import { givenServices, type GivenServices, type Person } from '@zhanqun/given';
import { ArticleSigned } from './article-signed.event';
import { OutboxRow } from '@zhanqun/platform';
import { TellAboutReview } from './tell-about-review.job';

let house: GivenServices;
let site: SiteRef;
let writer: Person;
let first: Person;
let second: Person;
let article: Article;

beforeAll(async () => {
  house = await givenServices(ContentJobsModule);
  const { given } = house;
  site = await given.site();
  writer = await given.editor(site);
  first = await given.editor(site, { role: 'initialReviewer' });
  second = await given.editor(site, { role: 'secondReviewer' });
});
afterAll(() => house.close());
beforeEach(async () => {
  await work();
  for (const person of [writer, first, second]) await house.app.get(Notices).markRead(person.ctx, 'all');
  article = await house.given.article(site, { by: writer, importance: 'general', title: '抗旱用水安排' });
  await house.app.get(ReviewService).submit(writer.ctx, article.id);
});

/** Lets the worker do what was announced. */
async function work(): Promise<void> {
  const { db } = house.given;
  const rows = db.shared(house.given.system, OutboxRow);
  const job = house.app.get(TellAboutReview);
  for (const row of await rows.find({ where: { kind: ArticleSigned.kind }, order: { id: 'ASC' } })) {
    const place = row.siteId === site.id ? site : null;
    if (place) await job.handle(atSite(systemCtx(house.clock.now()), place), row.payload as never);
    await rows.remove(row);
  }
}

const unread = async ({ ctx }: Person): Promise<string[]> => {
  const page = await house.app
    .get(Notices)
    .mine(ctx as StaffCtx, { isUnread: true }, { page: 1, pageSize: 20 });
  return page.items.map(({ title, path }) => `${title} ${path}`);
};

describe('审核提醒', () => {
  it('reaches the reviewers of the step that waits, and nobody else', async () => {
    await work();

    expect(await unread(first)).toEqual([`《抗旱用水安排》待初审 /s/${site.key}/review/${article.id}`]);
    expect(await unread(second)).toEqual([]);
    expect(await unread(writer)).toEqual([]);
  });

  it('goes on to the next step with the text', async () => {
    await house.app.get(ReviewService).passInitial(first.ctx, article.id);
    await work();

    expect(await unread(second)).toEqual([`《抗旱用水安排》待复审 /s/${site.key}/review/${article.id}`]);
  });

  it('tells the writer that the text came back, with the reason', async () => {
    await house.app.get(ReviewService).sendBack(first.ctx, article.id, '请核对供水时段');
    await work();

    expect(await unread(writer)).toEqual([
      `《抗旱用水安排》被退回：请核对供水时段 /s/${site.key}/articles/${article.id}`,
    ]);
  });

  it('tells the writer once that the text is live, and of its withdrawal', async () => {
    await house.app.get(ReviewService).passInitial(first.ctx, article.id);
    await house.app.get(ReviewService).passSecond(second.ctx, article.id);
    await work();
    expect((await unread(writer)).map((line) => line.split(' ')[0])).toEqual(['《抗旱用水安排》已发布']);

    const { ctx } = await house.given.editor(site, { role: 'finalReviewer' });
    await house.app.get(ReviewService).withdraw(ctx, article.id, '数字有误');
    await work();
    expect((await unread(writer)).map((line) => line.split(' ')[0])).toEqual([
      '《抗旱用水安排》已撤下：数字有误',
    ]);
  });

  it('tells those who owe the completing review of an urgent publication, by when', async () => {
    const urgent = await house.given.article(site, { by: writer, importance: 'general', title: '山洪预警' });
    const { ctx } = await house.given.editor(site, { role: 'finalReviewer' });
    await house.app.get(EmergencyPublishing).publish(ctx, urgent.id, '红色预警须立即发布');
    await work();

    const [told] = await unread(first);
    expect(told).toMatch(/^《山洪预警》已应急发布，待补审（初审），限 .* 前 \/s\/.*\/emergencies\/\d+$/);
    expect(await unread(second)).toEqual([]);
  });
});
