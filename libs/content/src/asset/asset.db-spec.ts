import { readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { AppConfig, FileStore } from '@zhanqun/platform';
import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { PublicSite, type PageFrame, type PageResult, type RawAnswer } from '@zhanqun/theming';
import sharp from 'sharp';
import { articlePath } from '../article/article-address';
import { ArticleAssets } from '../article/article-assets';
import { ReviewService } from '../review/review.service';
import { DAY, Newsroom } from '../../test/newsroom';
import { docx, movingGif, PDF, photo, png } from '../../test/sample-files';
import { Asset } from './asset.entity';
import { AssetLibrary } from './asset-library';
import { AssetService } from './asset.service';
import { AssetTrash } from './asset-trash';
import { FilePage } from './file.page';
import { TravellingFiles } from './travelling-files';

jest.setTimeout(60_000);

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;
let assets: AssetService;
let trash: AssetTrash;
let files: FileStore;

beforeAll(async () => {
  room = await Newsroom.open();
  assets = room.app.get(AssetService);
  trash = room.app.get(AssetTrash);
  files = room.app.get(FileStore);
});
afterAll(() => room.close());
beforeEach(async () => {
  site = await room.site();
  editor = room.person(site, 'editor', 'siteAdmin');
});

const upload = (content: Buffer, fileName = 'photo.jpg', alt = '', by = editor) =>
  assets.upload(room.now(by), { fileName, content, alt });
const stored = async (asset: Asset, path = asset.path, at = site): Promise<Buffer> =>
  Buffer.concat(await (await files.read(at.id, path)).stream.toArray());
const code = (name: string) => ({ code: `content.asset.${name}` });

const look = (settings: Record<string, unknown> = {}): PageFrame =>
  ({ theme: { name: 'base', settings } }) as unknown as PageFrame;
const open = async (path: string, at = site, frame = look()): Promise<PageResult> => {
  return room.app.get(FilePage).load(room.citizen(at), { path }, frame);
};

describe('上传图片', () => {
  it('stores it redrawn, without what the camera wrote into it', async () => {
    const asset = await upload(await photo(), '清水镇 Spring.JPEG', '  春耕现场 ');

    expect(asset).toMatchObject({
      state: 'ready',
      kind: 'image',
      name: '清水镇 Spring.JPEG',
      mime: 'image/jpeg',
      width: 1200,
      height: 800,
      alt: '春耕现场',
      path: expect.stringMatching(/^202603\/[0-9a-f]{16}-spring\.jpg$/),
    });
    const picture = await stored(asset);
    expect(picture.includes('secret village')).toBe(false);
    expect(picture.length).toBe(asset.bytes);
  });

  it('answers the same picture again with the asset that is there', async () => {
    const picture = await photo(50, 50);
    const [first, second] = await Promise.all([upload(picture), upload(picture, 'again.jpg')]);
    const third = await upload(picture, 'third.jpg');

    expect(second?.id).toBe(first?.id);
    expect(third).toMatchObject({ id: first?.id, name: first?.name });
    expect(await room.db.site(editor, Asset).count()).toBe(1);
  });

  it('keeps the movement of a GIF and loses the page that was hidden behind it', async () => {
    const polyglot = Buffer.concat([
      await movingGif(),
      Buffer.from('<script>alert(document.cookie)</script>'),
    ]);
    const asset = await upload(polyglot, 'banner.gif');

    const picture = await stored(asset);
    expect(picture.includes('<script>')).toBe(false);
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'gif', pages: 3 });
  });

  it('makes a picture with sides beyond 4,000 pixels smaller', async () => {
    expect(await upload(await photo(5000, 100))).toMatchObject({ width: 4000, height: 80 });
  });

  it('refuses a broken picture', async () => {
    const whole = await photo(400, 400);

    await expect(upload(whole.subarray(0, 300))).rejects.toMatchObject(code('imageBroken'));
    expect(await room.db.site(editor, Asset).count()).toBe(0);
  });
});

describe('上传附件', () => {
  it('stores it byte by byte under a name of its own', async () => {
    const asset = await upload(PDF, '𠮷䶮规划.pdf');

    expect(asset).toMatchObject({ kind: 'attachment', name: '𠮷䶮规划.pdf', bytes: PDF.length });
    expect(asset.path).toMatch(/^202603\/[0-9a-f]{16}\.pdf$/);
    expect((await stored(asset)).equals(PDF)).toBe(true);
  });

  it('refuses what is empty or too large and leaves no rest', async () => {
    const { uploadMegabytes } = room.app.get(AppConfig);
    const piece = Buffer.alloc(1024 * 1024, 'x');
    const endless = Readable.from(
      (function* () {
        for (let sent = 0; sent <= uploadMegabytes; sent += 1) yield piece;
      })(),
    );

    await expect(upload(Buffer.alloc(0), 'a.txt')).rejects.toMatchObject(code('empty'));
    await expect(assets.upload(editor, { fileName: 'a.txt', content: endless })).rejects.toMatchObject({
      ...code('tooLarge'),
      message: `文件超过 ${uploadMegabytes} MB 的上限，请压缩或拆分后再传`,
    });
    expect(await room.db.site(editor, Asset).count()).toBe(0);
    expect((await readdir(tmpdir())).filter((name) => name.startsWith(`zhanqun-upload-${site.id}-`))).toEqual(
      [],
    );
  });

  it('refuses a person without the right, before anything is stored', async () => {
    const reviewer = room.person(site, 'finalReviewer');

    await expect(upload(PDF, 'a.pdf', '', reviewer)).rejects.toMatchObject({
      code: 'identity.right.missing',
    });
  });
});

describe('中断', () => {
  const interrupted = async () => {
    const put = jest.spyOn(files, 'put').mockRejectedValue(new Error('killed'));
    await upload(PDF, 'plan.pdf').catch(() => undefined);
    put.mockRestore();
    return room.db.site(editor, Asset).findOne({});
  };

  it('leaves an upload that nobody sees and that the next one completes', async () => {
    const half = await interrupted();

    expect(half).toMatchObject({ state: 'storing' });
    await expect(assets.get(editor, half!.id)).rejects.toMatchObject(code('notFound'));
    expect(await room.app.get(ArticleAssets).describe(editor, [half!.id])).toEqual(new Map());
    expect(await upload(PDF, 'plan.pdf')).toMatchObject({ id: half!.id, state: 'ready', path: half!.path });
  });

  it('is cleared away after a day, a removal with its files', async () => {
    const half = await interrupted();
    const removed = await upload(docx(), 'a.docx');
    const remove = jest.spyOn(files, 'remove').mockRejectedValue(new Error('killed'));
    await trash.put(room.now(editor), removed.id);
    await trash.removeForGood(room.now(editor), removed.id).catch(() => undefined);
    remove.mockRestore();

    expect(await trash.clean(editor, new Date(half!.updatedAt.getTime() + DAY))).toBe(2);

    expect(await room.db.site(editor, Asset).count()).toBe(0);
    expect(await files.exists(site.id, removed.path)).toBe(false);
  });
});

describe('公开文件', () => {
  it('shows a picture from the moment a text with it is published until it is withdrawn', async () => {
    const picture = await upload(await photo());
    const body = `<p>现场</p><img src="/_files/${picture.path}" alt="现场">`;
    const draft = await room.draft(editor, { body });
    expect(await open(picture.path)).toEqual({ kind: 'notFound' });

    await room.pass(editor, draft.id);
    const answer = (await open(picture.path)) as RawAnswer;
    expect(answer).toMatchObject({
      contentType: 'image/jpeg',
      headers: {
        'Content-Security-Policy': expect.stringMatching(/default-src 'none';.* sandbox/),
        'Content-Disposition': expect.stringMatching(/^inline; /),
      },
      body: { size: picture.bytes },
    });
    expect(await open(`${picture.path}.w960.webp`)).toMatchObject({ contentType: 'image/webp' });
    expect(await open(`${picture.path}.large.avif`)).toMatchObject({ contentType: 'image/avif' });
    for (const free of ['w961', '480', 'huge', 'large.webp.small'])
      expect(await open(`${picture.path}.${free}.webp`)).toEqual({ kind: 'notFound' });

    await room.app
      .get(ReviewService)
      .withdraw(room.now(room.person(site, 'siteAdmin', 'finalReviewer')), draft.id, '内容有误');
    expect(await open(picture.path)).toEqual({ kind: 'notFound' });
  });

  it('reaches citizens at the address the page writes, in a site below a path of another', async () => {
    const town = await room.online(site);
    const picture = await upload(await photo(64, 64), '现场.jpg', '现场');
    const body = `<p>现场</p><img src="/_files/${picture.path}" alt="现场">`;
    const visit = (url: string) =>
      room.app.get(PublicSite).handle({ method: 'GET', host: town.host, url, headers: { host: town.host } });
    const address = `${town.prefix}/_files/${picture.path}`;
    const article = await room.draft(editor, { body });
    expect(await visit(address)).toMatchObject({ status: 404 });

    await room.pass(editor, article.id);

    const { publishedAt } = await room.stored(editor, article.id);
    const page = await visit(town.prefix + articlePath({ id: article.id, publishedAt: publishedAt! }));
    expect((page.body as Buffer).toString()).toContain(`<img src="${address}" alt="现场"`);
    const file = await visit(address);
    expect(file).toMatchObject({
      status: 200,
      headers: { 'Content-Type': 'image/jpeg', 'X-Content-Type-Options': 'nosniff' },
    });
    expect(Buffer.concat(await (file.body as Readable).toArray()).length).toBe(picture.bytes);
  });

  it('needs one statement once it is known', async () => {
    const picture = await upload(await photo(60, 60));
    await room.publish(editor, { coverAssetId: picture.id });
    await open(picture.path);

    expect(await room.db.countStatements(() => open(picture.path))).toBe(1);
  });

  it('offers an attachment for saving under its own name', async () => {
    const plan = await upload(PDF, '规划.pdf');
    await room.publish(editor, { attachmentIds: [plan.id] });

    expect(await open(plan.path)).toMatchObject({
      contentType: 'application/pdf',
      headers: { 'Content-Disposition': expect.stringMatching(/^attachment; .*%E8%A7%84%E5%88%92\.pdf$/) },
    });
    expect(await open(`${plan.path}.w480.webp`)).toEqual({ kind: 'notFound' });
  });

  it('shows what the look of the site uses', async () => {
    const logo = await upload(await png(), 'logo.png');

    expect(await open(logo.path)).toEqual({ kind: 'notFound' });
    expect(await open(logo.path, site, look({ logo: `/_files/${logo.path}` }))).toMatchObject({
      kind: 'raw',
    });
  });

  it("is nobody else's: the same address at another site does not exist", async () => {
    const picture = await upload(await photo(70, 70));
    await room.publish(editor, { coverAssetId: picture.id });
    const other = await room.site();

    expect(await open(picture.path, other)).toEqual({ kind: 'notFound' });
    await expect(assets.get(room.person(other, 'editor'), picture.id)).rejects.toMatchObject(
      code('notFound'),
    );
    expect(await room.app.get(ArticleAssets).describe(room.person(other, 'editor'), [picture.id])).toEqual(
      new Map(),
    );
  });

  it.each([
    '../1/202603/a.jpg',
    '202603/../../x.jpg',
    '.incoming/x',
    'travel/x/0.jpg',
    '202603/a%00.jpg',
    '',
  ])('does not know %j', async (path) => {
    expect(await open(path)).toEqual({ kind: 'notFound' });
  });
});

describe('素材库', () => {
  it('lists, searches and renames; the address stays', async () => {
    const plan = await upload(PDF, '规划.pdf');
    await upload(await photo(80, 80), '照片.jpg');

    const library = room.app.get(AssetLibrary);
    const page = await library.list(editor, { kind: 'attachment', q: '规' }, { page: 1, pageSize: 20 });
    const renamed = await assets.describe(room.now(editor), plan.id, { name: '新规划', alt: '说明' });

    expect(page.items.map((asset) => asset.id)).toEqual([plan.id]);
    expect(renamed).toMatchObject({ name: '新规划.pdf', alt: '说明', path: plan.path });
  });

  it('refuses to remove what a draft uses and says where', async () => {
    const picture = await upload(await photo(90, 90));
    await room.draft(editor, {
      title: '用图的稿件',
      body: `<p>图</p><img src="/_files/${picture.path}" alt="">`,
    });

    await expect(trash.put(room.now(editor), picture.id)).rejects.toMatchObject({
      ...code('inUse'),
      details: { places: ['稿件《用图的稿件》'] },
    });
  });

  it('removes an unused picture with all its sizes', async () => {
    const picture = await upload(await photo(95, 95));

    await open(`${picture.path}.small.webp`, site, look({ logo: `/_files/${picture.path}` }));
    expect(await files.exists(site.id, `${picture.path}.small.webp`)).toBe(true);

    await trash.put(room.now(editor), picture.id);
    await expect(assets.get(editor, picture.id)).rejects.toMatchObject(code('notFound'));
    await trash.removeForGood(room.now(editor), picture.id);

    expect(await files.exists(site.id, picture.path)).toBe(false);
    expect(await files.exists(site.id, `${picture.path}.small.webp`)).toBe(false);
  });
});

describe('随稿文件', () => {
  it('arrive in the library of the receiver and the text points at them', async () => {
    const picture = await upload(await photo(), '现场.jpg', '现场');
    const plan = await upload(PDF, '规划.pdf');
    const body = `<p>见图</p><img src="/_files/${picture.path}" alt="现场"><img src="/_files/202601/none.png" alt="远景">`;
    const article = await room.publish(editor, { body, coverAssetId: picture.id, attachmentIds: [plan.id] });
    const [revision] = await room.revisions(editor, article.id);
    const receiver = await room.site('portal');
    const clerk = room.person(receiver, 'editor');
    const travelling = room.app.get(TravellingFiles);

    const packed = await travelling.pack(editor, revision!, receiver);
    const first = await travelling.unpack(clerk, packed, revision!.body);
    const again = await travelling.unpack(clerk, packed, revision!.body);

    expect(again).toEqual(first);
    const own = await assets.get(clerk, first.coverAssetId!);
    expect(own).toMatchObject({ name: '现场.jpg', alt: '现场', siteId: receiver.id });
    expect(first.body).toBe(`<p>见图</p><img src="/_files/${own.path}" alt="现场" />`);
    expect(await assets.get(clerk, first.attachmentIds[0]!)).toMatchObject({ name: '规划.pdf' });
    await travelling.discard(receiver, packed);
    expect(await files.exists(receiver.id, packed[0]!.storedAs)).toBe(false);
  });
});

it('keeps the files of a site below its own folder', async () => {
  const asset = await upload(PDF, 'a.pdf');
  const { dataDir } = room.app.get(AppConfig);

  expect((await stat(`${dataDir}/files/${site.id}/${asset.path}`)).size).toBe(PDF.length);
});
