import { pageRequest, type EditorCtx, type SiteRef } from '@zhanqun/kernel';
import { MINUTE, Newsroom } from '../../test/newsroom';
import { Copying } from '../copying/copying.service';
import { ArticleChangesReading } from '../revision/article-changes';
import { Restoring } from '../revision/restoring.service';
import { Register } from '../register/register.service';
import type { BatchOperation } from './article-batch.entity';
import type { BatchParams } from './batch-operations';
import { Batches } from './batches.service';

jest.setTimeout(60_000);

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;
let admin: EditorCtx;

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.online(await room.site());
});
afterAll(() => room.close());
beforeEach(() => {
  editor = room.person(site, 'editor');
  admin = room.person(site, 'siteAdmin');
});

const drafts = async (count: number, more = {}) => {
  const ids: number[] = [];
  for (let n = 0; n < count; n += 1) ids.push((await room.draft(editor, { title: `稿件${n}`, ...more })).id);
  return ids;
};
const batches = () => room.app.get(Batches);
async function runAll(who: EditorCtx, operation: BatchOperation, ids: number[], params: BatchParams = {}) {
  room.clock.advance(1000);
  let batch = await batches().begin(room.now(who), operation, ids, params);
  while (batch.waiting.length > 0) batch = await batches().continue(room.now(who), batch.token);
  return batch;
}
const undo = (who: EditorCtx, token: string) => {
  room.clock.advance(1000);
  return batches().undo(room.now(who), token);
};

describe('批量操作', () => {
  it('goes on in portions, tells a result for each article, and is taken back', async () => {
    const ids = await drafts(12);
    const inReview = await room.draft(editor);
    await room.reviews.submit(room.now(editor), inReview.id);
    const strange = await room.draft(room.person(await room.site(), 'editor'));
    room.clock.advance(1000);
    const first = await batches().begin(room.now(editor), 'delete', [...ids, inReview.id, strange.id], {});
    expect(first).toMatchObject({ total: 14 });
    expect(first.results).toHaveLength(10);

    const batch = await batches().continue(room.now(editor), first.token);
    expect(batch.waiting).toEqual([]);
    expect(batch.results.filter((result) => result.isDone)).toHaveLength(12);
    expect(batch.results.slice(-2)).toMatchObject([
      { id: inReview.id, isDone: false, code: 'content.article.inReview', title: inReview.title },
      { id: strange.id, isDone: false, code: 'content.article.notFound', title: '' },
    ]);
    expect(await room.stored(editor, ids[0] as number)).toMatchObject({ deletedAt: expect.any(Date) });

    // One was changed since: it stays as it is now.
    room.clock.advance(1000);
    await room.bin.restore(room.now(editor), ids[3] as number);
    const undone = await undo(editor, batch.token);
    expect(undone.filter((result) => result.isDone)).toHaveLength(11);
    expect(undone.find((result) => !result.isDone)).toMatchObject({
      id: ids[3],
      code: 'content.batch.changedSince',
    });
    expect(await room.stored(editor, ids[0] as number)).toMatchObject({
      deletedAt: null,
      reviewState: 'draft',
    });
    await expect(undo(editor, batch.token)).rejects.toMatchObject({ code: 'content.batch.notUndoable' });
  });

  it.each<[BatchOperation, () => Promise<BatchParams>]>([
    ['move', async () => ({ channelId: (await room.channel(site, 'snxx')).id })],
    ['pin', async () => ({ until: '2026-12-31T00:00:00.000Z' })],
    ['tag', async () => ({ tag: '春耕' })],
    ['importance', async () => ({ importance: 'important' })],
    ['submit', async () => ({})],
  ])('takes back “%s” exactly', async (operation, paramsOf) => {
    const ids = await drafts(2);
    const facts = async () =>
      Promise.all(
        ids.map(async (id) => {
          const { channelId, isPinned, pinnedUntil, pinRank, importance, reviewState } = await room.stored(
            editor,
            id,
          );
          const { keywords } = (await room.revisions(editor, id)).at(-1)!;
          return { channelId, isPinned, pinnedUntil, pinRank, importance, reviewState, keywords };
        }),
      );
    const before = await facts();
    const batch = await runAll(editor, operation, ids, await paramsOf());
    expect(batch.results).toMatchObject([{ isDone: true }, { isDone: true }]);
    expect(await facts()).not.toEqual(before);
    await undo(editor, batch.token);
    expect(await facts()).toEqual(before);
  });

  it('withdraws many at once and says that only a review brings them back', async () => {
    const article = await room.publish(editor, { importance: 'routine' });
    const batch = await runAll(admin, 'withdraw', [article.id], {
      withdrawing: { reason: '内容过时', way: 'notice' },
    });
    expect(await room.stored(admin, article.id)).toMatchObject({
      state: 'withdrawn',
      withdrawnWay: 'notice',
    });
    expect(batches().isUndoable(admin, batch)).toBe(false);
    await expect(undo(admin, batch.token)).rejects.toMatchObject({ code: 'content.batch.notUndoable' });
  });

  it('is its person’s alone and for ten minutes', async () => {
    const [id] = (await drafts(1)) as [number];
    const batch = await runAll(editor, 'pin', [id]);
    await expect(undo(room.person(site, 'editor'), batch.token)).rejects.toMatchObject({
      code: 'content.batch.notFound',
    });
    room.clock.advance(11 * MINUTE);
    await expect(undo(editor, batch.token)).rejects.toMatchObject({ code: 'content.batch.notUndoable' });
    await expect(
      batches().begin(room.person(site, 'initialReviewer'), 'move', [id], { channelId: 1 }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(batches().begin(editor, 'move', [id], {})).rejects.toMatchObject({
      code: 'content.batch.paramMissing',
    });
  });
});

describe('复制', () => {
  it('makes a draft of its own, here and at another site where the person may write', async () => {
    const article = await room.publish(editor, {
      title: '可复制的',
      importance: 'routine',
      keywords: ['春耕'],
    });
    const { channelId } = article;
    const copying = room.app.get(Copying);
    const copy = await copying.copy(room.now(editor), article.id, { channelId });
    expect(copy).toMatchObject({ title: '可复制的', state: 'unpublished', authorId: editor.actor.accountId });
    expect(copy.id).not.toBe(article.id);

    const there = await room.site();
    const both = await room.hire({ role: 'editor', site }, { role: 'editor', site: there });
    const channel = await room.channel(there, 'xzdt');
    const far = await copying.copy(await room.at(both, site), article.id, {
      channelId: channel.id,
      site: there.key,
    });
    expect(await room.stored(room.root(there), far.id)).toMatchObject({
      siteId: there.id,
      reviewState: 'draft',
    });

    for (const key of [there.key, 'never-was'])
      await expect(
        copying.copy(room.now(editor), article.id, { channelId: channel.id, site: key }),
      ).rejects.toMatchObject({ code: 'content.copy.siteUnknown' });
  });
});

describe('历史版本', () => {
  it('compares any two versions and makes an old one a new draft', async () => {
    const { id } = await room.publish(editor, { importance: 'routine', body: '<p>第一版讲春耕。</p>' });
    await room.articles.revise(room.now(editor), id);
    await room.articles.edit(room.now(editor), id, { version: 1, body: '<p>第二版讲秋收。</p>' });
    await room.pass(editor, id);

    const changes = await room.app.get(ArticleChangesReading).between(editor, id, 1, 2);
    expect(
      changes.body
        .filter((part) => part.kind === 'added')
        .map((part) => part.text)
        .join(''),
    ).toContain('秋收');
    await expect(room.app.get(ArticleChangesReading).between(editor, id, 1, 9)).rejects.toMatchObject({
      code: 'content.revision.notFound',
    });

    const { revision } = await room.app.get(Restoring).restore(room.now(editor), id, 1);
    expect(revision).toMatchObject({ number: 3, state: 'draft', body: '<p>第一版讲春耕。</p>' });
    expect(await room.live(editor, id)).toBe('<p>第二版讲秋收。</p>');
    await expect(room.app.get(Restoring).restore(room.now(editor), id, 3)).rejects.toMatchObject({
      code: 'content.revision.sameAsOpen',
    });
  });
});

describe('发布登记', () => {
  it('has a line for each publication with who wrote and reviewed it, also after it was erased', async () => {
    const here = await room.online(await room.site());
    const writer = room.person(here, 'editor');
    const chief = room.person(here, 'siteAdmin');
    const article = await room.publish(writer, { title: '=登记的', importance: 'general' });
    await room.withdrawals.withdraw(room.now(chief), article.id, { reason: '有误' });
    await room.bin.remove(room.now(chief), article.id);
    await room.bin.purge(room.now(chief), article.id);
    await room.publish(writer, { title: '通知', kind: 'notice', importance: 'routine' });

    const register = room.app.get(Register);
    const { items, total } = await register.page(chief, {}, pageRequest());
    expect(total).toBe(2);
    expect(items.map((line) => line.title)).toEqual(['通知', '=登记的']);
    expect(items[1]).toMatchObject({
      writtenByName: writer.actor.name,
      isFirst: true,
      remark: '已撤下：有误',
      url: expect.stringContaining(`/art/202603/${article.id}.html`),
      reviews: [{ step: '初审' }, { step: '复审' }],
    });

    const portions = [];
    for await (const portion of register.all(chief, { kind: 'notice' })) portions.push(...portion);
    expect(portions.map((line) => line.title)).toEqual(['通知']);
    const past = await register.page(chief, { to: new Date('2026-01-01T00:00:00Z') }, pageRequest());
    expect(past).toMatchObject({ items: [], total: 0 });
    expect(
      (await register.page(admin, {}, pageRequest(1, 100))).items.map((line) => line.articleId),
    ).not.toContain(article.id);
  });
});
