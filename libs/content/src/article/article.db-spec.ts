import { ArticleDesk, articlePath, ArticleRevision } from '@zhanqun/content';
import { pageRequest, shanghaiDay, type EditorCtx, type SiteRef } from '@zhanqun/kernel';
import { MINUTE, Newsroom } from '../../test/newsroom';
import { facts } from '../../test/policy-facts';

let room: Newsroom;
let site: SiteRef;
let elsewhere: SiteRef;
let editor: EditorCtx;
let desk: ArticleDesk;

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.site();
  elsewhere = await room.site();
  desk = room.app.get(ArticleDesk);
});
afterAll(() => room.close());
beforeEach(() => {
  editor = room.person(site, 'editor');
});

describe('起草', () => {
  it('stores rare characters and a long text exactly', async () => {
    const title = '𠮷䶮'.repeat(100);
    const body = `<p>${'𠮷字'.repeat(250_000)}</p>`;
    const { id } = await room.draft(editor, { title, body });

    expect(await room.stored(editor, id)).toMatchObject({
      title,
      state: 'unpublished',
      reviewState: 'draft',
    });
    expect((await room.revisions(editor, id))[0]?.body).toBe(body);
  });

  it('sanitises the body and tells what was taken away', async () => {
    const { id } = await room.channel(site, 'xzdt');
    const { revision, removed } = await room.articles.draft(editor, {
      ...room.text({
        body: '<p onclick="x()">甲<script>x()</script><img src="data:image/png;base64,AA"></p>',
      }),
      channelId: id,
      kind: 'news',
    });

    expect(revision.body).toBe('<p>甲</p>');
    expect(removed.map((part) => part.what).sort()).toEqual(['embeddedImage', 'tag']);
  });

  it('makes a summary from the text when none is given', async () => {
    const { id } = await room.draft(editor);
    expect(await room.stored(editor, id)).toMatchObject({ summary: '会议要求抓好春耕生产。' });
  });

  it('stores a draft that was sent twice once', async () => {
    const { id: channelId } = await room.channel(site, 'xzdt');
    const order = { ...room.text(), channelId, kind: 'news' as const, draftKey: 'screen-1' };

    const [one, two] = await Promise.all([
      room.articles.draft(editor, order),
      room.articles.draft(editor, order),
    ]);
    const three = await room.articles.draft(editor, order);

    expect(new Set([one.article.id, two.article.id, three.article.id]).size).toBe(1);
    expect(await room.db.site(editor, ArticleRevision).count({ articleId: one.article.id })).toBe(1);
  });

  it('never answers with the draft of somebody else', async () => {
    const colleague = room.person(site, 'editor');

    const theirs = await room.draft(colleague, { draftKey: 'screen-2', title: '同事的草稿' });
    const mine = await room.draft(editor, { draftKey: 'screen-2', title: '本人的草稿' });

    expect(mine.id).not.toBe(theirs.id);
    expect(mine.title).toBe('本人的草稿');
  });

  it("treats another site's channel as one that does not exist", async () => {
    const { id: channelId } = await room.channel(elsewhere, 'xzdt');

    await expect(room.draft(editor, { channelId })).rejects.toMatchObject({
      code: 'content.channel.notFound',
    });
  });

  it('refuses a link channel, a missing source and a file of nobody', async () => {
    const link = await room.channels.create(room.root(site), {
      name: '办事大厅',
      path: 'bsdt',
      kind: 'link',
      updateClass: 'static',
      linkUrl: 'https://zwfw.example.gov.cn/',
    });

    await expect(room.draft(editor, { channelId: link.id })).rejects.toMatchObject({
      code: 'content.article.channelTakesNone',
    });
    await expect(room.draft(editor, { source: ' ' })).rejects.toMatchObject({
      code: 'content.article.textInvalid',
    });
    await expect(room.draft(editor, { attachmentIds: [99_999] })).rejects.toMatchObject({
      code: 'content.article.assetNotUsable',
    });
  });
});

describe('同时编辑', () => {
  it('refuses a stale save and names who saved in between', async () => {
    const { id } = await room.draft(editor);
    const colleague = room.person(site, 'editor');
    await room.articles.edit(colleague, id, { version: 1, title: '同事改过的标题' });

    await expect(room.articles.edit(editor, id, { version: 1, title: '我的标题' })).rejects.toMatchObject({
      code: 'content.article.versionStale',
      kind: 'conflict',
      message: expect.stringContaining(colleague.actor.name),
      details: { sentVersion: 1, currentVersion: 2, savedBy: colleague.actor.name },
    });
    expect(await room.stored(editor, id)).toMatchObject({ title: '同事改过的标题' });
  });

  it('lets one of two simultaneous saves through', async () => {
    const { id } = await room.draft(editor);
    const outcomes = await Promise.allSettled([
      room.articles.edit(editor, id, { version: 1, title: '甲' }),
      room.articles.edit(room.person(site, 'editor'), id, { version: 1, title: '乙' }),
    ]);

    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('keeps what an edit does not mention', async () => {
    const { id } = await room.draft(editor, { summary: '原摘要', keywords: ['春耕', '农业'] });
    await room.articles.edit(editor, id, { version: 1, title: '新标题' });

    expect((await room.revisions(editor, id))[0]).toMatchObject({
      title: '新标题',
      summary: '原摘要',
      keywords: '春耕;农业',
    });
  });
});

describe('别的站点', () => {
  it('finds nothing of it, whatever is tried', async () => {
    const { id } = await room.draft(editor);
    const stranger = room.person(elsewhere, 'siteAdmin', 'editor', 'finalReviewer');
    const notFound = { code: 'content.article.notFound' };

    await expect(desk.getFile(stranger, id)).rejects.toMatchObject(notFound);
    await expect(room.articles.edit(stranger, id, { version: 1, title: 'x' })).rejects.toMatchObject(
      notFound,
    );
    await expect(room.bin.remove(stranger, id)).rejects.toMatchObject(notFound);
    await expect(room.reviews.submit(stranger, id)).rejects.toMatchObject(notFound);
    await expect(room.reviews.withdraw(stranger, id, 'x')).rejects.toMatchObject(notFound);
    expect((await desk.list(stranger, {}, pageRequest())).items.map((article) => article.id)).not.toContain(
      id,
    );
  });

  it('cannot be interpreted from here', async () => {
    const { id: channelId } = await room.channel(elsewhere, 'zwgk/zcwj');
    const document = await room.draft(room.person(elsewhere, 'editor'), {
      channelId,
      kind: 'policyDocument',
      facts,
    });

    await expect(
      room.draft(editor, { kind: 'interpretation', interpretsArticleId: document.id }),
    ).rejects.toMatchObject({
      code: 'content.article.interpretedNotPolicy',
    });
  });
});

describe('稿件列表', () => {
  it('filters by state, kind, words and channel subtree, and sorts', async () => {
    const mine = await room.site();
    const author = room.person(mine, 'editor');
    const zwgk = await room.channel(mine, 'zwgk/zcwj');
    const a = await room.publish(author, { title: '甲 100% 完成', importance: 'routine' });
    room.clock.advance(MINUTE);
    const b = await room.draft(author, { title: '乙', kind: 'policyDocument', channelId: zwgk.id, facts });
    const ids = async (filter: Parameters<ArticleDesk['list']>[1]) =>
      (await desk.list(room.now(author), filter, pageRequest())).items.map((article) => article.id);

    expect(await ids({})).toEqual([b.id, a.id]);
    expect(await ids({ sort: 'updatedAt', descending: false })).toEqual([a.id, b.id]);
    expect(await ids({ state: 'published' })).toEqual([a.id]);
    expect(await ids({ state: 'draft' })).toEqual([b.id]);
    expect(await ids({ kind: 'policyDocument' })).toEqual([b.id]);
    expect(await ids({ q: '100%' })).toEqual([a.id]);
    expect(await ids({ channelId: (await room.channel(mine, 'zwgk')).id })).toEqual([b.id]);
    expect(await ids({ authorId: 5 })).toEqual([]);
  });

  it('offers each person the moves that will not be refused', async () => {
    const article = await room.draft(editor, { importance: 'routine' });
    const actions = async (ctx: EditorCtx) => (await desk.getFile(ctx, article.id)).actions;
    const reviewer = room.person(site, 'initialReviewer');

    expect(await actions(editor)).toEqual(['edit', 'submit', 'schedule', 'delete', 'place']);
    expect(await actions(reviewer)).toEqual([]);
    await room.reviews.submit(editor, article.id);
    expect(await actions(editor)).toEqual(['recall']);
    expect(await actions(reviewer)).toEqual(['passInitial', 'sendBack']);
    await room.reviews.passInitial(reviewer, article.id);
    expect(await actions(editor)).toEqual(['revise']);
    expect(await actions(room.person(site, 'finalReviewer'))).toEqual(['withdraw']);
  });
});

describe('删除', () => {
  it('removes a draft and nothing that was public', async () => {
    const draft = await room.draft(editor);
    const published = await room.publish(editor, { importance: 'routine' });
    await room.bin.remove(editor, draft.id);

    expect(
      (await room.app.get(ArticleDesk).list(editor, { q: draft.title }, pageRequest())).items,
    ).not.toContainEqual(expect.objectContaining({ id: draft.id }));
    await expect(room.bin.remove(editor, published.id)).rejects.toMatchObject({
      code: 'content.article.wasPublished',
    });
  });

  it("refuses another editor's draft", async () => {
    const draft = await room.draft(editor);

    await expect(room.bin.remove(room.person(site, 'editor'), draft.id)).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

describe('清除', () => {
  it('names the article, its channel line, its two neighbours and its month of the site map', async () => {
    const own = await room.site();
    const author = room.person(own, 'editor');
    const ids: number[] = [];
    for (let n = 0; n < 4; n += 1)
      ids.push((await room.publish(author, { title: `第${n}篇`, importance: 'routine' })).id);
    const channel = await room.channel(own, 'xzdt');

    const tags = await room.purgedBy(() =>
      room.publish(author, { title: '最新一篇', importance: 'routine' }),
    );

    const newest = (await desk.list(author, { q: '最新' }, pageRequest())).items[0]!;
    const month = shanghaiDay(newest.publishedAt!).slice(0, 7);
    expect(tags.sort()).toEqual(
      [
        `article:${ids[3]}:page`,
        `article:${newest.id}`,
        `channel:${channel.id}`,
        `site:${own.id}:map:${month}`,
      ].sort(),
    );
  });

  it('names the frame when a blank channel gets its first article or loses its last', async () => {
    const own = await room.site();
    const author = room.person(own, 'editor');
    const channelId = (await room.channel(own, 'snxx')).id;

    const first = await room.purgedBy(() => room.publish(author, { channelId, importance: 'routine' }));
    expect(first).toEqual(expect.arrayContaining([`site:${own.id}:chrome`, `site:${own.id}:channels`]));
    const second = await room.purgedBy(() => room.publish(author, { channelId, importance: 'routine' }));
    expect(second).not.toContain(`site:${own.id}:chrome`);
    expect((await room.channels.tree(author)).find(channelId)?.isBlank).toBe(false);
  });

  it('names both channels when an article is moved, and its address stays', async () => {
    const admin = room.person(site, 'siteAdmin');
    const article = await room.publish(editor, { importance: 'routine' });
    const to = await room.channel(site, 'tzgg');

    const tags = await room.purgedBy(() =>
      room.placement.place(admin, article.id, { channelId: to.id, isPinned: true }),
    );

    expect(tags).toEqual(
      expect.arrayContaining([`channel:${article.channelId}`, `channel:${to.id}`, `article:${article.id}`]),
    );
    const moved = await room.stored(editor, article.id);
    expect(articlePath({ id: moved.id, publishedAt: moved.publishedAt! })).toBe(
      articlePath({ id: article.id, publishedAt: article.publishedAt! }),
    );
    await expect(room.placement.place(editor, article.id, { isPinned: false })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});
