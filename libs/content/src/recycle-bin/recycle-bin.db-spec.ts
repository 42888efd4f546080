import { pageRequest, type EditorCtx, type SiteRef } from '@zhanqun/kernel';
import { DAY, Newsroom } from '../../test/newsroom';
import { Article } from '../article/article.entity';
import { ArticleDesk } from '../article/article-desk';
import { ArticleRevision } from '../revision/article-revision.entity';
import { RecycleBinSweep } from './recycle-bin.job';

jest.setTimeout(60_000);

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;
let admin: EditorCtx;

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.site();
});
afterAll(() => room.close());
beforeEach(() => {
  editor = room.person(site, 'editor');
  admin = room.person(site, 'siteAdmin');
});

const inBin = async (who: EditorCtx) =>
  (await room.bin.list(who, pageRequest(1, 100))).items.map((article) => article.id);
const inList = async (who: EditorCtx) =>
  (await room.app.get(ArticleDesk).list(who, {}, pageRequest(1, 100))).items.map((article) => article.id);

async function withdrawn(): Promise<Article> {
  const article = await room.publish(editor, { importance: 'routine' });
  await room.withdrawals.withdraw(room.now(admin), article.id, { reason: '有误', way: 'notice' });
  return article;
}

describe('回收站', () => {
  it('takes a draft out of every list, keeps who and when, and gives it back as it was', async () => {
    const { id } = await room.draft(editor, { title: '误删的稿件' });
    await room.bin.remove(room.now(editor), id);

    expect(await inList(admin)).not.toContain(id);
    expect(await inBin(editor)).toContain(id);
    expect(await room.stored(editor, id)).toMatchObject({
      deletedById: editor.actor.accountId,
      deletedByName: editor.actor.name,
      deletedAt: room.clock.now(),
      reviewState: null,
    });
    for (const attempt of [
      () => room.articles.edit(editor, id, { version: 1, title: '改' }),
      () => room.reviews.submit(editor, id),
      () => room.bin.remove(editor, id),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'content.article.inBin' });

    await room.bin.restore(room.now(editor), id);
    expect(await inList(editor)).toContain(id);
    expect(await room.stored(editor, id)).toMatchObject({ deletedAt: null, reviewState: 'draft' });
    expect(await room.auditOf(site, id)).toEqual(['article.draft', 'article.delete', 'article.restore']);
    await expect(room.bin.restore(editor, id)).rejects.toMatchObject({ code: 'content.bin.notThere' });
  });

  it('takes withdrawn articles from those who may withdraw, and never what is public', async () => {
    const published = await room.publish(editor, { importance: 'routine' });
    await expect(room.bin.remove(admin, published.id)).rejects.toMatchObject({
      code: 'content.article.wasPublished',
    });
    const { id } = await withdrawn();
    await expect(room.bin.remove(editor, id)).rejects.toMatchObject({ kind: 'forbidden' });
    const tags = await room.purgedBy(() => room.bin.remove(admin, id));
    expect(tags).toContain(`gone:article:${id}`);
    await room.bin.restore(admin, id);
    expect(await room.stored(admin, id)).toMatchObject({ state: 'withdrawn', withdrawnWay: 'notice' });
  });

  it('is emptied by the site’s administrator only; of what was public the row stays without words', async () => {
    const draft = await room.draft(editor);
    const once = await withdrawn();
    await room.bin.remove(editor, draft.id);
    await room.bin.remove(admin, once.id);

    await expect(room.bin.purge(editor, draft.id)).rejects.toMatchObject({ kind: 'forbidden' });
    await room.bin.purge(admin, draft.id);
    await room.bin.purge(admin, once.id);

    const articles = room.db.site(editor, Article);
    expect(await articles.count({ id: draft.id })).toBe(0);
    expect(await room.db.site(editor, ArticleRevision).count({ articleId: draft.id })).toBe(0);
    expect(await room.stored(admin, once.id)).toMatchObject({ purgedAt: expect.any(Date), summary: '' });
    expect(await room.revisions(admin, once.id)).toMatchObject([
      { body: '', attachments: [], title: once.title },
    ]);
    for (const id of [draft.id, once.id])
      await expect(room.bin.restore(admin, id)).rejects.toMatchObject({ code: 'content.article.notFound' });
    // Neither number nor address is given again.
    expect((await room.draft(editor)).id).toBeGreaterThan(once.id);
  });

  it('is swept after thirty days', async () => {
    const early = await room.draft(editor);
    await room.bin.remove(room.now(editor), early.id);
    room.clock.advance(20 * DAY);
    const late = await room.draft(editor);
    await room.bin.remove(room.now(editor), late.id);
    room.clock.advance(10 * DAY + 1);
    await room.app.get(RecycleBinSweep).run(room.system);

    expect(await inBin(admin)).not.toContain(early.id);
    expect(await inBin(admin)).toContain(late.id);
    await room.bin.restore(admin, late.id);
  });

  it('is not for people of another site', async () => {
    const { id } = await room.draft(editor);
    await room.bin.remove(editor, id);
    const stranger = room.person(await room.site(), 'siteAdmin');

    expect(await inBin(stranger)).toEqual([]);
    for (const attempt of [() => room.bin.restore(stranger, id), () => room.bin.purge(stranger, id)])
      await expect(attempt()).rejects.toMatchObject({ code: 'content.article.notFound' });
  });
});
