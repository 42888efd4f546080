import { FileStore } from '@zhanqun/platform';
import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import type { FileBody, PageFrame, PageResult, RawAnswer } from '@zhanqun/theming';
import { MemorySiteDirectory, Settings } from '@zhanqun/tenancy';
import sharp from 'sharp';

import { DAY, Newsroom } from '../../test/newsroom';
import { docx, PDF, photo, png } from '../../test/sample-files';
import { Asset, storedPath } from './asset.entity';
import { AssetLibrary } from './asset-library';
import { AssetPlaces } from './asset-places';
import { AssetReplacing } from './asset-replacing';
import { Uploads } from './upload/uploads';
import { AssetService } from './asset.service';
import { AssetTrash } from './asset-trash';
import { AssetFolders } from './folder/asset-folders';
import { FilePage } from './file.page';
import { AssetOffers } from './offer/asset-offers';

jest.setTimeout(60_000);

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;
let assets: AssetService;
let folders: AssetFolders;
let library: AssetLibrary;

beforeAll(async () => {
  room = await Newsroom.open();
  assets = room.app.get(AssetService);
  folders = room.app.get(AssetFolders);
  library = room.app.get(AssetLibrary);
});
afterAll(() => room.close());
beforeEach(async () => {
  site = await room.site();
  editor = room.person(site, 'editor', 'siteAdmin');
});

const paging = { page: 1, pageSize: 20 };
const upload = (content: Buffer, fileName: string, by = editor, alt = '') =>
  assets.upload(room.now(by), { fileName, content, alt });
const stored = (id: number) => room.db.site(editor, Asset).findOne({ id });
const code = (name: string) => ({ code: `content.${name}` });
const names = async (filter: object) =>
  (await library.list(editor, filter, paging)).items.map(({ name }) => name).toSorted();
const open = (path: string, at = site): Promise<PageResult> =>
  room.app
    .get(FilePage)
    .load(room.citizen(at), { path }, { theme: { name: 'base', settings: {} } } as unknown as PageFrame);
const bytesOf = async (answer: PageResult): Promise<Buffer> =>
  Buffer.concat(await (await ((answer as RawAnswer).body as FileBody).open()).toArray());

describe('文件夹和标签', () => {
  it('keeps a tree, moves and renames; what lay in a removed folder moves up', async () => {
    const top = await folders.create(editor, { name: '2026 年', parentId: 0 });
    const inner = await folders.create(editor, { name: '春耕', parentId: top.id });
    const plan = await upload(PDF, '规划.pdf');
    expect(await library.move(editor, [plan.id], inner.id)).toBe(1);

    await folders.change(editor, inner.id, { name: '春耕备耕', parentId: top.id });
    expect(await names({ folderId: inner.id })).toEqual(['规划.pdf']);
    await folders.remove(editor, inner.id);

    expect((await folders.list(editor)).map(({ name }) => name)).toEqual(['2026 年']);
    expect(await stored(plan.id)).toMatchObject({ folderId: top.id, state: 'ready' });
    await folders.remove(editor, top.id);
    expect(await names({ folderId: 0 })).toEqual(['规划.pdf']);
  });

  it('refuses an equal name beside it, a folder inside itself, a sixth level and a path for a name', async () => {
    const top = await folders.create(editor, { name: '会议', parentId: 0 });
    let deep = top;
    for (const name of ['a', 'b', 'c', 'd']) deep = await folders.create(editor, { name, parentId: deep.id });
    const other = await folders.create(editor, { name: '另一个', parentId: 0 });

    await expect(folders.create(editor, { name: '会议', parentId: 0 })).rejects.toMatchObject(
      code('assetFolder.nameTaken'),
    );
    await expect(folders.change(editor, top.id, { parentId: deep.id })).rejects.toMatchObject(
      code('assetFolder.inItself'),
    );
    await expect(folders.create(editor, { name: 'e', parentId: deep.id })).rejects.toMatchObject(
      code('assetFolder.tooDeep'),
    );
    await expect(folders.change(editor, top.id, { parentId: other.id })).rejects.toMatchObject(
      code('assetFolder.tooDeep'),
    );
    await expect(folders.create(editor, { name: '../etc', parentId: 0 })).rejects.toMatchObject(
      code('assetFolder.nameUnusable'),
    );
  });

  it('finds by name, words, tag, kind, size, day and place', async () => {
    const plan = await upload(PDF, '规划.pdf');
    const picture = await upload(await photo(90, 60), 'a.jpg', editor, '春耕现场');
    await library.tag(editor, [plan.id, picture.id], { add: ['𠮷田', '春耕'], remove: [] });
    await library.tag(editor, [plan.id], { add: [], remove: ['春耕'] });

    expect(await names({ q: '规' })).toEqual(['规划.pdf']);
    expect(await names({ q: '春耕现' })).toEqual(['a.jpg']);
    expect(await names({ tag: '春耕' })).toEqual(['a.jpg']);
    expect(await names({ tag: '春' })).toEqual([]);
    expect(await names({ q: '𠮷' })).toEqual(['a.jpg', '规划.pdf']);
    expect(await names({ kind: 'attachment' })).toEqual(['规划.pdf']);
    expect(await names({ maxBytes: PDF.length })).toEqual(['规划.pdf']);
    expect(await names({ from: '2030-01-01' })).toEqual([]);
    expect(await library.tags(editor)).toEqual([
      { tag: '𠮷田', number: 2 },
      { tag: '春耕', number: 1 },
    ]);
    await expect(assets.describe(editor, plan.id, { tags: ['a;b'] })).rejects.toMatchObject(
      code('asset.tagsRefused'),
    );
  });

  it('knows no folder and no file of another site, and says nothing of them', async () => {
    const foreignFolder = await folders.create(editor, { name: '内部', parentId: 0 });
    const foreign = await upload(PDF, '内部.pdf');
    const other = room.person(await room.site(), 'editor', 'siteAdmin');
    const own = await upload(docx(), 'own.docx', other);

    expect(await folders.list(other)).toEqual([]);
    for (const work of [
      () => library.move(other, [own.id], foreignFolder.id),
      () => folders.change(other, foreignFolder.id, { name: 'x' }),
      () => folders.create(other, { name: 'x', parentId: foreignFolder.id }),
      () => folders.remove(other, foreignFolder.id),
    ])
      await expect(work()).rejects.toMatchObject(code('assetFolder.notFound'));
    expect(await library.move(other, [foreign.id], null)).toBe(0);
    expect(await library.tag(other, [foreign.id], { add: ['x'], remove: [] })).toBe(0);
    expect(await room.app.get(AssetTrash).putAll(other, [foreign.id])).toMatchObject([{ id: foreign.id }]);
    expect(await stored(foreign.id)).toMatchObject({ state: 'ready', folderId: null, tags: '' });
  });
});

describe('使用位置', () => {
  it('tells live, open and former texts apart, and counts what is used nowhere', async () => {
    const picture = await upload(await photo(70, 70), 'a.jpg');
    const unused = await upload(PDF, 'b.pdf');
    const body = `<p>图</p><img src="/_files/${picture.path}" alt="现场">`;
    const live = await room.publish(editor, { title: '已发布', body });
    const draft = await room.draft(editor, { title: '起草中', coverAssetId: picture.id });

    const places = await room.app.get(AssetPlaces).of(editor, picture);
    expect(places).toEqual([
      { kind: 'live', id: live.id, title: '已发布' },
      { kind: 'draft', id: draft.id, title: '起草中' },
    ]);
    expect(await names({ unused: true })).toEqual([]);
    await room.app.get(AssetPlaces).count(room.now(editor));
    expect(await names({ unused: true })).toEqual(['b.pdf']);
    expect(await stored(picture.id)).toMatchObject({ uses: 2 });
    expect(await stored(unused.id)).toMatchObject({ uses: 0 });
    const stranger = room.person(await room.site(), 'siteAdmin');
    expect(await room.app.get(AssetPlaces).of(stranger, picture)).toEqual([]);
  });
});

describe('替换文件', () => {
  it('keeps the address, purges the pages that show it, keeps the former file and brings it back', async () => {
    const plan = await upload(PDF, '规划.pdf');
    const article = await room.publish(editor, { attachmentIds: [plan.id] });
    const corrected = Buffer.concat([PDF, Buffer.from('% corrected\n')]);
    const replacing = room.app.get(AssetReplacing);

    const tags = await room.purgedBy(() =>
      replacing.replace(room.now(editor), plan.id, { fileName: '改.pdf', content: corrected }),
    );

    expect(tags).toContain(`article:${article.id}`);
    expect(await bytesOf(await open(plan.path))).toEqual(corrected);
    expect(await replacing.versions(editor, plan.id)).toMatchObject([{ number: 1, bytes: PDF.length }]);
    await replacing.restore(room.now(editor), plan.id, 1);
    expect(await bytesOf(await open(plan.path))).toEqual(PDF);
    expect((await replacing.versions(editor, plan.id)).map(({ number }) => number)).toEqual([2]);
  });

  it('is no way round the review: what is public or being judged is replaced by those who publish', async () => {
    const author = room.person(site, 'editor');
    const replacing = room.app.get(AssetReplacing);
    const [seen, judged, free] = [
      await upload(PDF, 'a.pdf', author),
      await upload(Buffer.concat([PDF, Buffer.from('% b')]), 'b.pdf', author),
      await upload(Buffer.concat([PDF, Buffer.from('% c')]), 'c.pdf', author),
    ];
    await room.publish(author, { attachmentIds: [seen.id], importance: 'routine' });
    const { id } = await room.draft(author, { attachmentIds: [judged.id] });
    await room.draft(author, { attachmentIds: [free.id] });
    await room.reviews.submit(room.now(author), id);
    const other = (sign: string) => ({
      fileName: 'x.pdf',
      content: Buffer.concat([PDF, Buffer.from(`% ${sign}`)]),
    });

    for (const asset of [seen, judged]) {
      await expect(replacing.replace(room.now(author), asset.id, other('新'))).rejects.toMatchObject(
        code('asset.replacementUnreviewed'),
      );
      await expect(
        room.app.get(Uploads).begin(room.now(author), {
          fileName: 'x.pdf',
          bytes: 9,
          alt: '',
          folderId: null,
          replacesId: asset.id,
        }),
      ).rejects.toMatchObject(code('asset.replacementUnreviewed'));
    }
    expect(await bytesOf(await open(seen.path))).toEqual(PDF);
    expect(await replacing.replace(room.now(author), free.id, other('自由'))).toMatchObject({ version: 2 });
  });

  it('draws a picture in the format of its address, and its presets anew', async () => {
    const picture = await upload(await photo(200, 100), 'a.jpg');
    await room.publish(editor, { coverAssetId: picture.id });
    await open(`${picture.path}.small.webp`);

    const replaced = await room.app
      .get(AssetReplacing)
      .replace(room.now(editor), picture.id, { fileName: 'b.png', content: await png(40, 40) });

    expect(replaced).toMatchObject({ path: picture.path, mime: 'image/jpeg', width: 40 });
    const small = await bytesOf(await open(`${picture.path}.small.webp`));
    expect((await sharp(small).metadata()).width).toBe(40);
  });

  it('refuses another type, a file that is here already, and one of another site', async () => {
    const plan = await upload(PDF, '规划.pdf');
    const letter = await upload(docx(), '函.docx');
    const replacing = room.app.get(AssetReplacing);
    const other = room.person(await room.site(), 'siteAdmin');
    const file = (fileName: string, content: Buffer) => ({ fileName, content });

    await expect(
      replacing.replace(editor, plan.id, file('a.txt', Buffer.from('正文'))),
    ).rejects.toMatchObject(code('asset.replacementMismatch'));
    await expect(replacing.replace(editor, plan.id, file('a.docx', docx()))).rejects.toMatchObject(
      code('asset.sameContent'),
    );
    await expect(replacing.replace(other, letter.id, file('a.pdf', PDF))).rejects.toMatchObject(
      code('asset.notFound'),
    );
    await expect(replacing.restore(other, letter.id, 1)).rejects.toMatchObject(code('asset.notFound'));
  });
});

describe('回收站', () => {
  it('brings back what was removed; after a month it is gone with its files', async () => {
    const trash = room.app.get(AssetTrash);
    const plan = await upload(PDF, '规划.pdf');
    await trash.put(room.now(editor), plan.id);
    await expect(assets.get(editor, plan.id)).rejects.toMatchObject(code('asset.notFound'));
    expect(await names({ state: 'trashed' })).toEqual(['规划.pdf']);

    await trash.restore(room.now(editor), plan.id);
    expect(await assets.get(editor, plan.id)).toMatchObject({ path: plan.path });
    await trash.put(room.now(editor), plan.id);
    expect(await upload(PDF, '又传.pdf')).toMatchObject({ id: plan.id, state: 'ready' });
    await trash.put(room.now(editor), plan.id);

    const later = { ...editor, now: new Date(editor.now.getTime() + 400 * DAY) };
    expect(await trash.clean(later, new Date(0))).toBe(1);
    expect(await stored(plan.id)).toBeNull();
    expect(await room.app.get(FileStore).exists(site.id, storedPath(plan))).toBe(false);
  });
});

describe('限额', () => {
  it('refuses what does not fit and says what is left; former files and the trash count', async () => {
    const settings = room.app.get(Settings);
    await settings.set(room.system, settings.declared('content.assetQuotaMegabytes'), 1);
    try {
      const half = Buffer.alloc(600 * 1024, 'a');
      await upload(half, 'a.txt');

      await expect(upload(Buffer.alloc(600 * 1024, 'b'), 'b.txt')).rejects.toMatchObject({
        ...code('asset.quotaExceeded'),
        details: { limit: 1024 * 1024 },
        message: expect.stringContaining('还剩 0.4 MB'),
      });
      const elsewhere = room.person(await room.site(), 'editor');
      expect(await upload(half, 'a.txt', elsewhere)).toMatchObject({ state: 'ready' });
    } finally {
      await settings.clear(room.system, settings.declared('content.assetQuotaMegabytes'));
    }
  });
});

describe('共享素材', () => {
  it('is offered to the sites below, taken as a copy of their own, and survives withdrawal', async () => {
    const offers = room.app.get(AssetOffers);
    const portal = room.app.get(MemorySiteDirectory).byId(site.portalId)!;
    const chief = room.person(portal, 'siteAdmin');
    const emblem = await upload(await png(30, 30), '县徽.png', chief, '县徽');
    expect((await offers.list(editor, {}, paging)).items).toEqual([]);

    await offers.offer(chief, emblem.id);

    const [offer] = (await offers.list(editor, { q: '县徽' }, paging)).items;
    const taken = await offers.take(editor, offer!.id);
    expect(taken).toMatchObject({ siteId: site.id, name: '县徽.png', alt: '县徽' });
    const foreign = room.person(await room.site(), 'editor', 'siteAdmin');
    expect((await offers.list(foreign, {}, paging)).items).toEqual([]);
    await expect(offers.take(foreign, offer!.id)).rejects.toMatchObject(code('assetOffer.notFound'));
    expect((await offers.list(chief, {}, paging)).items).toEqual([]);
    await expect(offers.offer(room.person(portal, 'editor'), emblem.id)).rejects.toMatchObject({
      code: 'identity.right.missing',
    });
    await offers.withdraw(chief, emblem.id);
    await expect(offers.take(editor, offer!.id)).rejects.toMatchObject(code('assetOffer.notFound'));
    expect(await assets.get(editor, taken.id)).toMatchObject({ state: 'ready' });
  });
});
