import { ArchiveService, type Article } from '@zhanqun/content';
import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { DAY, Newsroom, START } from '../../test/newsroom';
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

describe('历史文章', () => {
  const date = new Date(START.getTime() - 400 * DAY);
  const historic = async (more: object = {}) => ({
    ...room.text(),
    channelId: (await room.channel(site, 'bmfw')).id,
    kind: 'news' as const,
    originallyPublishedAt: date,
    ...more,
  });

  it('keep the dates they had, many in few statements, and the trail says so', async () => {
    const archive = room.app.get(ArchiveService);
    const batch = await Promise.all(Array.from({ length: 120 }, (_, n) => historic({ title: `旧闻${n}` })));

    let articles: Article[] = [];
    const count = await room.db.countStatements(async () => {
      articles = await archive.publishAll(room.root(site), batch);
    });

    expect(count).toBeLessThan(30);
    expect(articles).toHaveLength(120);
    const last = articles[119] as Article;
    expect(await room.stored(editor, last.id)).toMatchObject({
      title: '旧闻119',
      state: 'published',
      publishedAt: date,
    });
    expect(await room.live(editor, last.id)).toBe('<p>会议要求抓好春耕生产。</p>');
    expect((await room.channels.tree(editor)).find(last.channelId)?.hasContent).toBe(true);
  });

  it('number documents by the year of their publication', async () => {
    const archive = room.app.get(ArchiveService);
    const document = await archive.publishHistoric(
      room.root(site),
      await historic({ kind: 'policyDocument', facts: { ...facts, issuedOn: '2025-01-20' } }),
    );

    expect(document.indexNumber).toContain('/2025-');
    expect(await room.auditOf(site, document.id)).toEqual(['article.publishHistoric']);
  });

  it('go through review afterwards like any other article', async () => {
    const { id } = await room.app.get(ArchiveService).publishHistoric(room.root(site), await historic());
    await room.articles.revise(editor, id);
    await room.pass(editor, id);

    expect((await room.revisions(editor, id)).map((revision) => revision.state)).toEqual([
      'superseded',
      'live',
    ]);
    expect(await room.stored(editor, id)).toMatchObject({ publishedAt: date });
  });

  it('refuses a date to come', async () => {
    const originallyPublishedAt = new Date(room.clock.now().getTime() + DAY);

    await expect(
      room.app
        .get(ArchiveService)
        .publishHistoric(room.root(site), await historic({ originallyPublishedAt })),
    ).rejects.toMatchObject({ code: 'content.archive.dateInFuture' });
  });
});
