import { mkdir, readdir, writeFile } from 'node:fs/promises';
import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { AppConfig, FileStore } from '@zhanqun/platform';
import { Settings } from '@zhanqun/tenancy';
import { FakeClamd } from '../../../test/fake-clamd';
import { DAY, Newsroom } from '../../../test/newsroom';
import { mp4, PDF } from '../../../test/sample-files';
import { Asset } from '../asset.entity';
import { AssetService } from '../asset.service';
import { Quarantine } from '../scan/quarantine';
import { ClamdScanner, VirusScanner } from '../scan/virus-scanner';
import { Uploads } from './uploads';

jest.setTimeout(60_000);

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;
let uploads: Uploads;

beforeAll(async () => {
  room = await Newsroom.open();
  uploads = room.app.get(Uploads);
});
afterAll(() => room.close());
beforeEach(async () => {
  site = await room.site();
  editor = room.person(site, 'editor');
});

const film = mp4('isom', Buffer.alloc(5000, 7));
const announce = (fileName: string, bytes: number, by = editor, replacesId: number | null = null) =>
  uploads.begin(room.now(by), { fileName, bytes, alt: '', folderId: null, replacesId });
/** What the protocol would have written so far. */
const arrive = async (token: string, content: Buffer, by = editor): Promise<void> => {
  await mkdir(uploads.folderOf(by), { recursive: true });
  await writeFile(`${uploads.folderOf(by)}/${token}`, content);
};
const left = () => readdir(uploads.folderOf(editor)).catch(() => []);
const code = (name: string) => ({ code: `content.${name}` });

describe('断点续传', () => {
  it('tells what is here, refuses to finish half a file, and takes the whole one without a rest', async () => {
    const { token } = await announce('春耕.mp4', film.length);
    await arrive(token, film.subarray(0, 2000));

    expect(await uploads.open(editor)).toMatchObject([{ received: 2000, upload: { fileName: '春耕.mp4' } }]);
    await expect(uploads.finish(editor, token)).rejects.toMatchObject({
      ...code('upload.unfinished'),
      details: { received: 2000 },
    });
    await arrive(token, film);
    const asset = await uploads.finish(room.now(editor), token);

    expect(asset).toMatchObject({ kind: 'video', state: 'ready', bytes: film.length, name: '春耕.mp4' });
    const { stream } = await room.app.get(FileStore).read(site.id, asset.path);
    expect(Buffer.concat(await stream.toArray()).equals(film)).toBe(true);
    expect(await uploads.finish(editor, token)).toMatchObject({ id: asset.id });
    expect(await left()).toEqual([]);
  });

  it('completes what a kill between storing and saying so left behind', async () => {
    const { token } = await announce('春耕.mp4', film.length);
    await arrive(token, film);
    const killed = jest.spyOn(room.app.get(FileStore), 'adopt').mockRejectedValueOnce(new Error('killed'));
    await expect(uploads.finish(editor, token)).rejects.toThrow('killed');
    killed.mockRestore();

    expect(await room.db.site(editor, Asset).find()).toMatchObject([{ state: 'storing' }]);
    expect(await uploads.finish(room.now(editor), token)).toMatchObject({ state: 'ready' });
    expect(await room.db.site(editor, Asset).count()).toBe(1);
  });

  it('belongs to the account that began it, at that site', async () => {
    const { token } = await announce('春耕.mp4', film.length);
    await arrive(token, film);
    const colleague = room.person(site, 'siteAdmin', 'editor');
    const elsewhere: EditorCtx = { ...editor, site: await room.site() };

    for (const by of [colleague, elsewhere]) {
      for (const work of [uploads.get, uploads.finish, uploads.cancel])
        await expect((work as Uploads['finish']).call(uploads, by, token)).rejects.toMatchObject(
          code('upload.notFound'),
        );
      expect(await uploads.open(by)).toEqual([]);
    }
    await expect(uploads.get(editor, '../../etc/passwd')).rejects.toMatchObject(code('upload.notFound'));
    await expect(announce('a.mp4', 10, room.person(site, 'finalReviewer'))).rejects.toMatchObject({
      code: 'identity.right.missing',
    });
  });

  it('refuses before a byte is sent what could not be kept', async () => {
    const tooLarge = { ...code('asset.tooLarge'), message: expect.stringContaining('2048 MB') };

    await expect(announce('a.mp4', 3 * 1024 ** 3)).rejects.toMatchObject(tooLarge);
    await expect(announce('a.pdf', 200 * 1024 ** 2)).rejects.toMatchObject(code('asset.tooLarge'));
    await expect(announce('a.exe', 10)).rejects.toMatchObject(code('asset.typeRefused'));
    await expect(announce('a.php.mp4', 10)).rejects.toMatchObject(code('asset.doubleExtension'));
    const settings = room.app.get(Settings);
    const quota = settings.declared('content.assetQuotaMegabytes');
    await settings.set(room.system, quota, 1);
    await announce('a.mp4', 700 * 1024);
    await expect(announce('b.mp4', 700 * 1024)).rejects.toMatchObject(code('asset.quotaExceeded'));
    await settings.clear(room.system, quota);
  });

  it('throws a file away that is not what its name says', async () => {
    const page = Buffer.from('<html><script>alert(1)</script></html>');
    const { token } = await announce('春耕.mp4', page.length);
    await arrive(token, page);

    await expect(uploads.finish(editor, token)).rejects.toMatchObject(code('asset.contentMismatch'));
    expect(await left()).toEqual([]);
    await expect(uploads.get(editor, token)).rejects.toMatchObject(code('upload.notFound'));
  });

  it('expires after two days, and its pieces with it', async () => {
    const { token } = await announce('春耕.mp4', film.length);
    await arrive(token, film.subarray(0, 100));
    const later = { ...editor, now: new Date(editor.now.getTime() + 3 * DAY) };

    await expect(uploads.get(later, token)).rejects.toMatchObject(code('upload.notFound'));
    expect(await uploads.expire(later)).toBe(1);
    expect(await left()).toEqual([]);
  });

  it('replaces the file of an asset, whose address stays', async () => {
    const old = await room.app
      .get(AssetService)
      .upload(room.now(editor), { fileName: 'a.mp4', content: film });
    const longer = mp4('isom', Buffer.alloc(9000, 9));
    const { token } = await announce('b.mp4', longer.length, editor, old.id);
    await arrive(token, longer);

    expect(await uploads.finish(room.now(editor), token)).toMatchObject({
      id: old.id,
      path: old.path,
      version: 2,
      bytes: longer.length,
    });
  });
});

describe('隔离区', () => {
  it('keeps what nobody could examine from everybody, until a scanner answers', async () => {
    const clamd = await FakeClamd.start();
    const { port, url } = clamd;
    await clamd.stop();
    const scanner = new ClamdScanner(url, 2_000);
    const scan = jest
      .spyOn(room.app.get(VirusScanner), 'scan')
      .mockImplementation((path) => scanner.scan(path));
    const assets = room.app.get(AssetService);
    const quarantine = room.app.get(Quarantine);
    try {
      const asset = await assets.upload(room.now(editor), { fileName: 'a.pdf', content: PDF });
      const bad = Buffer.concat([PDF, Buffer.from('EICAR')]);
      const second = await assets.upload(room.now(editor), { fileName: 'b.pdf', content: bad });
      expect([asset.state, second.state]).toEqual(['quarantined', 'quarantined']);
      await expect(assets.get(editor, asset.id)).rejects.toMatchObject(code('asset.notFound'));
      await expect(assets.byPath(editor, asset.path)).rejects.toMatchObject(code('asset.notFound'));
      expect(await quarantine.examineAll(editor)).toBe(2);

      const back = await FakeClamd.start(port);
      expect(await quarantine.examineAll(editor)).toBe(0);

      expect(await assets.get(editor, asset.id)).toMatchObject({ state: 'ready' });
      expect(await room.db.site(editor, Asset).count({ id: second.id })).toBe(0);
      expect(await room.app.get(FileStore).exists(site.id, second.path)).toBe(false);
      await expect(
        assets.upload(room.now(editor), { fileName: 'c.pdf', content: bad }),
      ).rejects.toMatchObject(code('asset.infected'));
      await back.stop();
    } finally {
      scan.mockRestore();
    }
  });
});

it('keeps the pieces of a site below its own folder', () => {
  expect(uploads.folderOf(editor)).toBe(`${room.app.get(AppConfig).dataDir}/uploads/${site.id}`);
});
