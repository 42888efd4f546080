import {
  Article,
  ArticlePublished,
  ArticleRevision,
  ArticleWithdrawn,
  PublishScheduled,
  ReviewStep,
} from '@zhanqun/content';
import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { Audit } from '@zhanqun/platform';
import { DAY, MINUTE, Newsroom } from '../../test/newsroom';

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;
let first: EditorCtx;
let second: EditorCtx;
let final: EditorCtx;

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.site('township', 'dezhou-2013');
});
afterAll(() => room.close());
beforeEach(() => {
  editor = room.person(site, 'editor');
  first = room.person(site, 'initialReviewer');
  second = room.person(site, 'secondReviewer');
  final = room.person(site, 'finalReviewer');
});

const steps = (articleId: number) =>
  room.db.site(room.root(site), ReviewStep).find({ where: { articleId }, order: { id: 'ASC' } });

describe('三审三校', () => {
  it('takes an important text through three people to the public', async () => {
    const article = await room.draft(editor, { importance: 'important' });

    await room.reviews.submit(editor, article.id);
    await room.reviews.passInitial(first, article.id);
    await room.reviews.passSecond(second, article.id);
    expect(await room.live(editor, article.id)).toBeNull();
    room.clock.advance(MINUTE);
    const at = room.clock.now();
    await room.reviews.passFinal(room.now(final), article.id);

    expect(await room.stored(editor, article.id)).toMatchObject({
      state: 'published',
      reviewState: null,
      openRevisionId: null,
      publishedAt: at,
      revisedAt: null,
    });
    expect(await room.live(editor, article.id)).toBe('<p>会议要求抓好春耕生产。</p>');
    const [revision] = await room.revisions(editor, article.id);
    expect(revision).toMatchObject({
      state: 'live',
      steps: ['initialReview', 'secondReview', 'finalReview'],
      credits: {
        editor: editor.actor.name,
        reviewers: [first.actor.name, second.actor.name, final.actor.name],
      },
    });
  });

  it('stores the trail, the audit entries, the announcement and the purge with the publication', async () => {
    const article = await room.draft(editor, { importance: 'routine' });
    await room.reviews.submit(editor, article.id);

    const tags = await room.purgedBy(() => room.reviews.passInitial(first, article.id));

    expect((await steps(article.id)).map((step) => step.decision)).toEqual(['submit', 'pass', 'publish']);
    expect(await room.auditOf(site, article.id)).toEqual([
      'article.draft',
      'article.submit',
      'article.passInitial',
      'article.publish',
    ]);
    expect((await room.jobs(ArticlePublished.kind)).at(-1)?.payload).toMatchObject({
      articleId: article.id,
      isFirst: true,
    });
    expect(tags).toEqual(expect.arrayContaining([`article:${article.id}`, `channel:${article.channelId}`]));
    expect(tags).not.toContain(`site:${site.id}`);
    expect((await room.app.get(Audit).verify(room.system, site.id)).isIntact).toBe(true);
  });

  it('needs two people for a general text and refuses a third step', async () => {
    const article = await room.draft(editor, { importance: 'general' });
    await room.reviews.submit(editor, article.id);
    await room.reviews.passInitial(first, article.id);

    await expect(room.reviews.passFinal(final, article.id)).rejects.toMatchObject({
      code: 'content.review.moveRefused',
    });
    await room.reviews.passSecond(second, article.id);

    expect(await room.stored(editor, article.id)).toMatchObject({ state: 'published' });
  });

  it('keeps the steps of the day of submission', async () => {
    const article = await room.draft(editor, { importance: 'routine' });
    await room.reviews.submit(editor, article.id);

    expect((await room.revisions(editor, article.id))[0]?.steps).toEqual(['initialReview']);
  });

  it('refuses the author as reviewer and leaves the article where it was', async () => {
    const both = room.person(site, 'editor', 'initialReviewer');
    const article = await room.draft(both, { importance: 'routine' });
    await room.reviews.submit(both, article.id);

    await expect(room.reviews.passInitial(both, article.id)).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await room.stored(both, article.id)).toMatchObject({
      state: 'unpublished',
      reviewState: 'initialReview',
    });
  });

  it('refuses everybody who wrote words of the text or submitted it', async () => {
    const helper = room.person(site, 'editor', 'initialReviewer');
    const clerk = room.person(site, 'editor', 'initialReviewer');
    const article = await room.draft(editor, { importance: 'routine' });
    await room.articles.edit(helper, article.id, { version: 1, body: '<p>补充一句。</p>' });
    await room.reviews.submit(clerk, article.id);

    for (const person of [helper, clerk]) {
      await expect(room.reviews.passInitial(person, article.id)).rejects.toMatchObject({
        code: 'content.review.selfReviewForbidden',
      });
    }
    await room.reviews.passInitial(first, article.id);
    expect(await room.stored(editor, article.id)).toMatchObject({ state: 'published' });
  });

  it('refuses one person for two steps of a round', async () => {
    const twoHats = room.person(site, 'initialReviewer', 'secondReviewer');
    const article = await room.draft(editor);
    await room.reviews.submit(editor, article.id);
    await room.reviews.passInitial(twoHats, article.id);

    await expect(room.reviews.passSecond(twoHats, article.id)).rejects.toMatchObject({
      code: 'content.review.sameReviewerForbidden',
    });
  });

  it('refuses a reviewer of another step and an editor', async () => {
    const article = await room.draft(editor);
    await room.reviews.submit(editor, article.id);

    for (const person of [second, room.person(site, 'editor')]) {
      await expect(room.reviews.passInitial(person, article.id)).rejects.toMatchObject({
        code: 'identity.right.missing',
      });
    }
  });

  it('passes one step once when two reviewers press at the same time', async () => {
    const rival = room.person(site, 'initialReviewer');
    const article = await room.draft(editor);
    await room.reviews.submit(editor, article.id);

    const outcomes = await Promise.allSettled([
      room.reviews.passInitial(first, article.id),
      room.reviews.passInitial(rival, article.id),
    ]);

    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await steps(article.id)).filter((step) => step.decision === 'pass')).toHaveLength(1);
  });

  it('answers a double submission with a conflict and one round', async () => {
    const article = await room.draft(editor);
    await room.reviews.submit(editor, article.id);

    await expect(room.reviews.submit(editor, article.id)).rejects.toMatchObject({
      code: 'content.review.moveRefused',
      kind: 'conflict',
    });
    expect((await room.revisions(editor, article.id))[0]?.round).toBe(1);
  });

  it('does not take an empty text', async () => {
    const article = await room.draft(editor, { body: '<p> </p>' });

    await expect(room.reviews.submit(editor, article.id)).rejects.toMatchObject({
      code: 'content.review.bodyEmpty',
    });
  });

  it('does not let a reviewer pass words that changed since they were read', async () => {
    const article = await room.draft(editor, { importance: 'routine' });
    await room.reviews.submit(editor, article.id);
    await room.reviews.recall(editor, article.id);
    await room.articles.edit(editor, article.id, { version: 1, body: '<p>换了内容。</p>' });
    await room.reviews.submit(editor, article.id);

    await expect(room.reviews.passInitial(first, article.id, 1)).rejects.toMatchObject({
      code: 'content.article.versionStale',
      details: { currentVersion: 2, savedBy: editor.actor.name },
    });
  });
});

describe('退回与撤回送审', () => {
  it('goes back to the author with a reason and begins a new round', async () => {
    const article = await room.draft(editor);
    await room.reviews.submit(editor, article.id);
    await room.reviews.passInitial(first, article.id);
    await room.reviews.sendBack(second, article.id, '数据与统计口径不一致');

    expect(await room.stored(editor, article.id)).toMatchObject({
      state: 'unpublished',
      reviewState: 'draft',
    });
    await room.reviews.submit(editor, article.id);
    await expect(room.reviews.passSecond(second, article.id)).rejects.toMatchObject({
      code: 'content.review.moveRefused',
    });
    expect((await steps(article.id)).map((step) => [step.round, step.decision, step.reason])).toEqual([
      [1, 'submit', ''],
      [1, 'pass', ''],
      [1, 'sendBack', '数据与统计口径不一致'],
      [2, 'submit', ''],
    ]);
  });

  it('wants a reason', async () => {
    const article = await room.draft(editor);
    await room.reviews.submit(editor, article.id);

    await expect(room.reviews.sendBack(first, article.id, '  ')).rejects.toMatchObject({
      code: 'content.review.reasonMissing',
    });
  });

  it('lets only the submitter recall', async () => {
    const article = await room.draft(editor);
    await room.reviews.submit(editor, article.id);

    await expect(room.reviews.recall(room.person(site, 'editor'), article.id)).rejects.toMatchObject({
      code: 'content.review.recallNotOwn',
    });
    await room.reviews.recall(editor, article.id);
    expect(await room.stored(editor, article.id)).toMatchObject({ reviewState: 'draft' });
  });

  it('does not let the importance fall after a submission', async () => {
    const article = await room.draft(editor, { importance: 'important' });
    await room.articles.edit(editor, article.id, { version: 1, importance: 'general' });
    await room.reviews.submit(editor, article.id);
    await room.reviews.sendBack(first, article.id, '请补充附件');

    await expect(
      room.articles.edit(editor, article.id, { version: 2, importance: 'routine' }),
    ).rejects.toMatchObject({
      code: 'content.review.importanceLowered',
    });
    await room.articles.edit(editor, article.id, { version: 2, importance: 'important' });
  });

  it('does not let an editor move to another channel what is in review or approved', async () => {
    const admin = room.person(site, 'siteAdmin');
    const { id: channelId } = await room.channel(site, 'tzgg');
    const { id } = await room.draft(editor, { importance: 'routine' });
    await room.reviews.schedule(editor, id, new Date(room.clock.now().getTime() + DAY));
    await room.reviews.submit(editor, id);
    await expect(room.placement.place(editor, id, { channelId })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await room.reviews.passInitial(first, id);
    await expect(room.placement.place(editor, id, { isPinned: true })).rejects.toMatchObject({
      kind: 'forbidden',
    });

    expect(await room.placement.place(admin, id, { channelId })).toMatchObject({ channelId });
  });

  it('does not let words change while they are read', async () => {
    const article = await room.draft(editor);
    await room.reviews.submit(editor, article.id);

    await expect(room.articles.edit(editor, article.id, { version: 1, title: '改' })).rejects.toMatchObject({
      code: 'content.article.inReview',
    });
  });
});

describe('修改已发布的文章', () => {
  it('keeps the approved text live until the next one has passed', async () => {
    const { id, publishedAt } = await room.publish(editor, { importance: 'routine' });
    room.clock.advance(DAY);
    await room.articles.revise(room.now(editor), id);
    await room.articles.edit(room.now(editor), id, {
      version: 1,
      title: '更正后的标题',
      body: '<p>更正后的正文。</p>',
    });
    await room.reviews.submit(room.now(editor), id);

    expect(await room.live(editor, id)).toBe('<p>会议要求抓好春耕生产。</p>');
    expect(await room.stored(editor, id)).toMatchObject({
      title: '春耕备耕工作部署会召开',
      state: 'published',
    });

    await room.reviews.passInitial(room.now(first), id);

    expect(await room.live(editor, id)).toBe('<p>更正后的正文。</p>');
    expect(await room.stored(editor, id)).toMatchObject({
      title: '更正后的标题',
      publishedAt,
      revisedAt: room.clock.now(),
    });
    expect((await room.revisions(editor, id)).map((revision) => revision.state)).toEqual([
      'superseded',
      'live',
    ]);
  });

  it('lets a revision be given up without touching the live text', async () => {
    const admin = room.person(site, 'siteAdmin');
    const { id } = await room.publish(editor, { importance: 'routine' });
    await room.articles.revise(admin, id);
    await room.bin.remove(admin, id);

    expect(await room.stored(editor, id)).toMatchObject({ state: 'published', openRevisionId: null });
    expect(await room.live(editor, id)).not.toBeNull();
  });

  it('has one open revision at a time', async () => {
    const { id } = await room.publish(editor, { importance: 'routine' });
    await room.articles.revise(editor, id);

    await expect(room.articles.revise(editor, id)).rejects.toMatchObject({
      code: 'content.article.hasOpenRevision',
    });
  });
});

describe('撤稿', () => {
  it('takes the page away, announces it and forgets it even as a fallback', async () => {
    const { id, channelId } = await room.publish(editor, { importance: 'routine' });

    const tags = await room.purgedBy(() => room.reviews.withdraw(final, id, '内容有误'));

    expect(await room.stored(editor, id)).toMatchObject({
      state: 'withdrawn',
      liveRevisionId: null,
      withdrawnReason: '内容有误',
    });
    expect(tags).toEqual(expect.arrayContaining([`gone:article:${id}`, `gone:channel:${channelId}`]));
    expect((await room.jobs(ArticleWithdrawn.kind)).at(-1)?.payload).toEqual({
      articleId: id,
      reason: '内容有误',
    });
  });

  it('comes back only through another review, at its old address', async () => {
    const { id, publishedAt } = await room.publish(editor, { importance: 'routine' });
    await room.reviews.withdraw(final, id, '内容有误');
    await room.reviews.republish(editor, id);

    expect(await room.stored(editor, id)).toMatchObject({ state: 'withdrawn', reviewState: 'initialReview' });
    await room.reviews.passInitial(first, id);
    expect(await room.stored(editor, id)).toMatchObject({
      state: 'published',
      publishedAt,
      withdrawnReason: '',
    });
  });

  it('comes back with the words that were public, not with those that were given up', async () => {
    const { id } = await room.publish(editor, { importance: 'routine', body: '<p>曾经公开的正文</p>' });
    await room.reviews.withdraw(final, id, '内容有误');
    const { revision } = await room.articles.revise(editor, id);
    await room.articles.edit(editor, id, { body: '<p>放弃的正文</p>', version: revision.version });
    await room.bin.remove(editor, id);

    const { revision: again } = await room.reviews.republish(editor, id);

    expect(again.body).toBe('<p>曾经公开的正文</p>');
  });

  it('refuses an article that is not public, an editor, and a missing reason', async () => {
    const draft = await room.draft(editor);
    const { id } = await room.publish(editor, { importance: 'routine' });

    await expect(room.reviews.withdraw(final, draft.id, '误')).rejects.toMatchObject({
      code: 'content.article.notPublished',
    });
    await expect(room.reviews.withdraw(editor, id, '误')).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(room.reviews.withdraw(final, id, '')).rejects.toMatchObject({
      code: 'content.review.withdrawReasonMissing',
    });
  });
});

describe('定时发布', () => {
  const tomorrow = () => new Date(room.clock.now().getTime() + DAY);

  async function scheduled(): Promise<{ article: Article; at: Date }> {
    const article = await room.draft(editor, { importance: 'routine' });
    const at = tomorrow();
    await room.reviews.schedule(room.now(editor), article.id, at);
    await room.reviews.submit(room.now(editor), article.id);
    await room.reviews.passInitial(room.now(first), article.id);
    return { article, at };
  }

  it('waits after the last pass and goes live at its time, once', async () => {
    const { article, at } = await scheduled();
    expect(await room.stored(editor, article.id)).toMatchObject({
      state: 'scheduled',
      reviewState: 'approved',
    });
    await room.runSchedules(site);
    expect(await room.live(editor, article.id)).toBeNull();

    room.clock.set(at);
    await room.runSchedules(site);
    await room.runSchedules(site);

    expect(await room.stored(editor, article.id)).toMatchObject({ state: 'published', publishedAt: at });
    expect((await steps(article.id)).filter((step) => step.decision === 'publish')).toHaveLength(1);
  });

  it('does nothing at the time when the text was taken back to draft', async () => {
    const { article, at } = await scheduled();
    await room.articles.revise(editor, article.id);
    room.clock.set(at);
    await room.runSchedules(site);

    expect(await room.stored(editor, article.id)).toMatchObject({
      state: 'unpublished',
      reviewState: 'draft',
      scheduledFor: null,
    });
    expect(await room.live(editor, article.id)).toBeNull();
  });

  it('follows a changed time and goes live at once when the time is cleared', async () => {
    const { article, at } = await scheduled();
    const later = new Date(at.getTime() + DAY);
    await room.reviews.schedule(room.now(final), article.id, later);
    room.clock.set(at);
    await room.runSchedules(site);
    expect(await room.stored(editor, article.id)).toMatchObject({ state: 'scheduled' });
    expect(
      (await room.jobs(PublishScheduled.kind)).filter((job) => job.payload.articleId === article.id),
    ).toHaveLength(1);

    await room.reviews.schedule(room.now(final), article.id, null);
    expect(await room.stored(editor, article.id)).toMatchObject({ state: 'published', publishedAt: at });
  });

  it.each([
    ['the past', -MINUTE],
    ['more than a year ahead', 400 * DAY],
  ])('refuses %s', async (_, distance) => {
    const article = await room.draft(editor);

    await expect(
      room.reviews.schedule(room.now(editor), article.id, new Date(room.clock.now().getTime() + distance)),
    ).rejects.toMatchObject({ code: 'content.review.scheduleNotFuture' });
  });

  it('keeps a published text live while its revision waits', async () => {
    const { id } = await room.publish(editor, { importance: 'routine' });
    await room.articles.revise(room.now(editor), id);
    await room.articles.edit(room.now(editor), id, { version: 1, body: '<p>明日起施行。</p>' });
    await room.reviews.schedule(room.now(editor), id, tomorrow());
    await room.reviews.submit(room.now(editor), id);
    await room.reviews.passInitial(room.now(first), id);

    expect(await room.stored(editor, id)).toMatchObject({ state: 'published', reviewState: 'approved' });
    room.clock.advance(DAY);
    await room.runSchedules(site);
    expect(await room.live(editor, id)).toBe('<p>明日起施行。</p>');
  });
});

describe('撤稿与定时发布', () => {
  it('lets nothing approved before the withdrawal bring the article back', async () => {
    const { id } = await room.publish(editor, { importance: 'routine' });
    await room.articles.revise(room.now(editor), id);
    await room.reviews.schedule(room.now(editor), id, new Date(room.clock.now().getTime() + DAY));
    await room.reviews.submit(room.now(editor), id);
    await room.reviews.passInitial(room.now(first), id);
    await room.reviews.withdraw(room.now(final), id, '内容有误');

    room.clock.advance(2 * DAY);
    await room.runSchedules(site);
    expect(await room.stored(editor, id)).toMatchObject({
      state: 'withdrawn',
      reviewState: 'draft',
      scheduledFor: null,
    });
  });
});

describe('一切或全无', () => {
  it('leaves nothing behind when the announcement cannot be stored', async () => {
    const article = await room.draft(editor, { importance: 'routine' });
    await room.reviews.submit(editor, article.id);
    const before = (await steps(article.id)).length;

    await expect(
      room.db.transaction(first, async (ctx) => {
        await room.reviews.passInitial(ctx, article.id);
        throw new Error('power cut');
      }),
    ).rejects.toThrow('power cut');

    expect(await room.stored(editor, article.id)).toMatchObject({
      state: 'unpublished',
      reviewState: 'initialReview',
    });
    expect(await steps(article.id)).toHaveLength(before);
    expect((await room.db.site(editor, ArticleRevision).findOne({ articleId: article.id }))?.state).toBe(
      'initialReview',
    );
  });
});
