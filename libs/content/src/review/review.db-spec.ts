import { ArticlePublished, ArticleRevision, ReviewStep } from '@zhanqun/content';
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
