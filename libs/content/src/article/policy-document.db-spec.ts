import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { Newsroom } from '../../test/newsroom';
import { facts } from '../../test/policy-facts';

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.site();
});
afterAll(() => room.close());
beforeEach(() => {
  editor = room.person(site, 'editor');
});

describe('公文与解读', () => {
  const documents = async () => (await room.channel(site, 'zwgk/zcwj')).id;

  it('gets an index number at first publication, never before, never another', async () => {
    const channelId = await documents();
    const draft = await room.draft(editor, {
      channelId,
      kind: 'policyDocument',
      facts,
      importance: 'routine',
    });
    expect(draft.indexNumber).toBeNull();
    await room.pass(editor, draft.id);
    const { indexNumber } = await room.stored(editor, draft.id);
    const next = await room.publish(editor, {
      channelId,
      kind: 'policyDocument',
      facts,
      importance: 'routine',
    });

    expect(indexNumber).toMatch(/^.{9}\/2026-\d{5}$/);
    expect(Number(next.indexNumber?.slice(-5))).toBe(Number(indexNumber?.slice(-5)) + 1);
    await room.articles.revise(editor, draft.id);
    await room.pass(editor, draft.id);
    expect(await room.stored(editor, draft.id)).toMatchObject({ indexNumber });
  });

  it('writes the document number in its official form', async () => {
    const { id } = await room.draft(editor, { channelId: await documents(), kind: 'policyDocument', facts });

    expect((await room.stored(editor, id)).facts).toMatchObject({
      documentNumber: '清政发〔2026〕3号',
      validity: 'valid',
    });
  });

  it('is interpreted only when it is a policy document, and its page is purged with the interpretation', async () => {
    const news = await room.draft(editor);
    const document = await room.publish(editor, {
      channelId: await documents(),
      kind: 'policyDocument',
      facts,
      importance: 'routine',
    });

    await expect(
      room.draft(editor, { kind: 'interpretation', interpretsArticleId: news.id }),
    ).rejects.toMatchObject({
      code: 'content.article.interpretedNotPolicy',
    });
    const tags = await room.purgedBy(() =>
      room.publish(editor, {
        kind: 'interpretation',
        interpretsArticleId: document.id,
        importance: 'routine',
      }),
    );
    expect(tags).toContain(`article:${document.id}:page`);
  });

  it('takes only another policy document of the site as successor', async () => {
    const channelId = await documents();
    const old = await room.draft(editor, { channelId, kind: 'policyDocument', facts });
    const next = await room.draft(editor, { channelId, kind: 'policyDocument', facts });

    await room.articles.edit(editor, old.id, {
      version: 1,
      facts: { ...facts, validity: 'void', successorArticleId: next.id },
    });
    await expect(
      room.articles.edit(editor, old.id, {
        version: 2,
        facts: { ...facts, validity: 'void', successorArticleId: old.id },
      }),
    ).rejects.toMatchObject({ code: 'content.kind.articleNotUsable' });
  });
});
