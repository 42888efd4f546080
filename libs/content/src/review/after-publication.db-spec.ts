import { ArticleWithdrawn, PublishScheduled, ReviewStep, type Article } from '@zhanqun/content';
import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { DAY, MINUTE, Newsroom } from '../../test/newsroom';

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;
let first: EditorCtx;
let final: EditorCtx;

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.site('township', 'dezhou-2013');
});
afterAll(() => room.close());
beforeEach(() => {
  editor = room.person(site, 'editor');
  first = room.person(site, 'initialReviewer');
  final = room.person(site, 'finalReviewer');
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
    const where = { articleId: article.id, decision: 'publish' as const };
    expect(await room.db.site(room.root(site), ReviewStep).count(where)).toBe(1);
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
