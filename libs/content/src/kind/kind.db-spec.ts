import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { ArticleReading } from '../article/article-reading';
import { AssetService } from '../asset/asset.service';
import { PolicyLinks } from '../policy/policy-links';
import { IndexNumbers } from '../index-number/index-number.service';
import { DAY, Newsroom } from '../../test/newsroom';
import { declareKind } from './kind';

jest.setTimeout(120_000);

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.site();
  editor = room.person(site, 'editor');
});
afterAll(() => room.close());

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64',
);
const picture = (at: SiteRef) =>
  room.app.get(AssetService).upload(room.root(at), { fileName: 'a.png', content: PICTURE, alt: '春耕' });
const facts = {
  documentNumber: '清政发〔2026〕3号',
  issuer: '清水镇人民政府',
  issuedOn: '2026-03-01',
  subjectCategory: '综合政务',
};
const documents = async () => (await room.channel(site, 'zwgk/zcwj')).id;
const document = async (more = {}) =>
  ({ channelId: await documents(), kind: 'policyDocument', facts, importance: 'routine', ...more }) as const;

describe('文章类型', () => {
  it('takes a new kind from its declaration: stored, reviewed and read like any other', async () => {
    declareKind({
      code: 'testSpecies',
      name: '古树名木',
      help: '',
      fields: [
        { key: 'species', label: '树种', type: 'text', isRequired: true },
        { key: 'age', label: '树龄', type: 'number', least: 1, most: 5000 },
      ],
      body: 'optional',
      cover: 'optional',
      attachments: 'none',
      importance: 'routine',
      template: 'pages/kind.njk',
      listStyle: 'title',
      channels: ['dynamic'],
    });
    const kind = 'testSpecies';

    await expect(room.draft(editor, { kind, facts: { age: 9000 } })).rejects.toMatchObject({
      message: '树龄不能大于 5000',
    });
    const draft = await room.draft(editor, { kind, body: '', facts: { age: '800' } });
    await expect(room.reviews.submit(editor, draft.id)).rejects.toMatchObject({
      code: 'content.kind.factsMissing',
      details: { faults: [{ field: 'species' }] },
    });
    await room.articles.edit(editor, draft.id, { version: 1, facts: { species: '银杏', age: 800 } });
    await room.pass(editor, draft.id);

    const article = await room.stored(editor, draft.id);
    expect(article).toMatchObject({ state: 'published', facts: { species: '银杏', age: 800 } });
    const view = await room.app
      .get(ArticleReading)
      .published(room.citizen(site), article.id, room.frame(site));
    expect(view).toMatchObject({
      template: 'pages/kind.njk',
      data: {
        sheet: {
          lines: [
            { label: '树种', text: '银杏' },
            { label: '树龄', text: '800' },
          ],
        },
      },
    });
  });

  it('takes pictures of the own site only, by content, and keeps what pages show of them', async () => {
    const [own, theirs] = [await picture(site), await picture(await room.site())];
    const gallery = (id: number) =>
      room.draft(editor, {
        kind: 'gallery',
        body: '',
        facts: { pictures: [{ picture: id, caption: '插秧' }] },
      });

    expect((await gallery(own.id)).facts).toMatchObject({
      pictures: [{ picture: { assetId: own.id, path: own.path, alt: '春耕' }, caption: '插秧' }],
    });
    for (const id of [theirs.id, 999_999]) {
      await expect(gallery(id)).rejects.toMatchObject({ code: 'content.kind.fileNotUsable' });
    }
    await expect(
      room.draft(editor, { kind: 'video', body: '', facts: { video: own.id } }),
    ).rejects.toMatchObject({ message: expect.stringContaining('视频') });
  });

  it('stands only in channels that hold it', async () => {
    await expect(room.draft(editor, { kind: 'gallery', channelId: await documents() })).rejects.toMatchObject(
      {
        code: 'content.kind.notInChannel',
      },
    );
    await expect(room.draft(editor, { kind: 'poem' })).rejects.toMatchObject({
      code: 'content.kind.unknown',
    });
  });
});

describe('政策文件', () => {
  it('names old and new on both pages', async () => {
    const next = await room.publish(editor, await document({ title: '新办法' }));
    const old = await room.publish(
      editor,
      await document({
        title: '旧办法',
        facts: { ...facts, validity: 'void', successorArticleId: next.id, expiresOn: '2026-03-04' },
      }),
    );
    const read = (id: number) =>
      room.app.get(ArticleReading).published(room.citizen(site), id, room.frame(site));

    expect(await read(old.id)).toMatchObject({ data: { successor: { id: next.id }, predecessors: [] } });
    expect(await read(next.id)).toMatchObject({ data: { successor: null, predecessors: [{ id: old.id }] } });
    const links = room.app.get(PolicyLinks);
    expect(await links.broken(editor)).toEqual([]);

    await room.reviews.withdraw(room.person(site, 'finalReviewer'), next.id, '有误');
    expect(await links.broken(editor)).toMatchObject([{ fault: 'successorGone', articleId: old.id }]);
  });

  it('is reminded of its interpretation until there is one, or a reason why not', async () => {
    const own = await room.site();
    const writer = room.person(own, 'editor');
    const channelId = (await room.channel(own, 'zwgk/zcwj')).id;
    const important = { ...(await document()), channelId, importance: 'important' } as const;
    const one = await room.publish(writer, important);
    await room.publish(writer, { ...important, facts: { ...facts, interpretationWaiver: '内部管理事项' } });
    const links = room.app.get(PolicyLinks);
    const later = () => ({ ...writer, now: new Date(room.clock.now().getTime() + DAY) });

    expect(await links.broken(later())).toMatchObject([
      { fault: 'noInterpretation', articleId: one.id, dueOn: '2026-03-10' },
    ]);
    await room.publish(writer, {
      kind: 'interpretation',
      importance: 'routine',
      interpretsArticleId: one.id,
      body: '',
      facts: { form: 'qa', questions: [{ question: '为什么', answer: '因为' }] },
    });
    expect(await links.broken(later())).toEqual([]);
  });

  it('gets different numbers when many are given at once, and passes over a number that is taken', async () => {
    const numbers = room.app.get(IndexNumbers);
    const at = new Date('2027-03-05T02:00:00Z');
    const [first, ...rest] = await Promise.all(
      Array.from({ length: 8 }, () => room.db.transaction(editor, (ctx) => numbers.allocate(ctx, at))),
    );

    expect(new Set([first, ...rest]).size).toBe(8);
    expect(first).toHaveLength(20);
    const { sample, lastSerial } = await numbers.preview({ ...editor, now: at }, '{org9}/{year}-{serial5}');
    expect(lastSerial).toBe(8);
    expect(sample).toMatch(/2027-00009$/);
  });
});
