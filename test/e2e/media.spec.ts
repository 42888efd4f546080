import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { County, demoData, DEMO_PASSWORD, SITES, STAFF } from '../support/county';
import { Desk } from '../support/desk';
import { start, type RunningApp } from '../support/processes';
import type { TemporaryDirectory } from '../support/temporary';
import { until } from '../support/until';
import { visit, type Answer } from '../support/visitor';

const SITE = '/sites/qingshui';
const PIECE = 256 * 1024;

let data: TemporaryDirectory;
let app: RunningApp;

beforeAll(async () => {
  data = await demoData();
}, 240_000);
afterAll(async () => {
  await app.stop();
  await data.remove();
});

/** A film of 4 MB with nothing to see in it. */
const head = Buffer.alloc(24);
head.writeUInt32BE(24, 0);
head.write('ftypisom', 4, 'latin1');
const film = Buffer.concat([head, randomBytes(4 * 1024 * 1024)]);
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const desk = (name: string): Promise<Desk> => Desk.signIn(app.consolePort, name, DEMO_PASSWORD);
const tus = (
  by: Desk,
  method: string,
  path: string,
  more: object = {},
  body?: Buffer | Readable,
): Promise<Answer> => by.send(method, path, { 'tus-resumable': '1.0.0', ...more }, body);
const siteId = (path: string): string => readdirSync(`${path}/uploads`)[0] ?? '';
const announce = (by: Desk, length: number): Promise<Answer> =>
  tus(by, 'POST', `${SITE}/uploads`, {
    'upload-length': String(length),
    'upload-metadata': `filename ${Buffer.from('春耕.mp4').toString('base64')}`,
  });
const piece = (by: Desk, path: string, offset: number, bytes: Buffer | Readable): Promise<Answer> =>
  tus(
    by,
    'PATCH',
    path,
    { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    bytes,
  );
const offsetOf = async (by: Desk, path: string): Promise<number> =>
  Number((await tus(by, 'HEAD', path)).headers['upload-offset']);

const publicFile = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  visit(app.publicPort, SITES.qingshui.host, path, { headers });

describe('大文件上传与播放', () => {
  it('survives a killed server, plays in parts and reaches citizens with the text', async () => {
    app = await start('all-in-one', { DATA_DIR: data.path });
    let editor = await desk(STAFF.qingshui.editor);
    const created = await announce(editor, film.length);
    expect(created.status).toBe(201);
    const path = String(created.headers.location).replace(/^.*\/api/, '');
    expect((await piece(editor, path, 0, film.subarray(0, PIECE))).status).toBe(204);

    // Half of what is left, and then silence on an open line.
    const half = new Readable({ read: () => undefined });
    half.push(film.subarray(PIECE, film.length / 2));
    const broken = piece(editor, path, PIECE, half).catch(() => undefined);
    const received = (): number =>
      statSync(`${data.path}/uploads/${siteId(data.path)}/${path.split('/').at(-1)}`).size;
    await until(() => received() > PIECE, { what: 'the second piece to begin' });
    await app.stop('SIGKILL');
    await broken;

    app = await start('all-in-one', { DATA_DIR: data.path });
    editor = await desk(STAFF.qingshui.editor);
    const colleague = await desk('qs-admin');
    expect((await tus(colleague, 'HEAD', path)).status).toBe(404);
    const from = await offsetOf(editor, path);
    expect(from).toBeGreaterThan(PIECE);
    const wrong = await piece(editor, path, from - 1, film.subarray(from));
    expect([wrong.status, wrong.body]).toEqual([409, expect.stringContaining('续传的位置')]);
    const end = await piece(editor, path, from, film.subarray(from));
    expect([end.status, end.headers['upload-offset']]).toEqual([204, String(film.length)]);
    const video = await editor.post<{ id: number; url: string }>(`${path}/finish`);
    expect(await editor.post<{ id: number }>(`${path}/finish`)).toMatchObject({ id: video.id });

    expect((await publicFile(video.url)).status).toBe(404);
    const cover = await editor.upload<{ id: number; url: string }>(
      `${SITE}/assets`,
      '现场.png',
      await sharp({ create: { width: 1400, height: 900, channels: 3, background: '#7a9' } })
        .png()
        .toBuffer(),
    );
    await new County(app).publish('qingshui', 'xzdt', '春耕现场短片', {
      body: `<p>见附件。</p><img src="${cover.url}" alt="春耕现场">`,
      attachmentIds: [video.id],
    });

    const whole = await publicFile(video.url);
    expect(whole.headers).toMatchObject({ 'content-type': 'video/mp4', 'accept-ranges': 'bytes' });
    expect(sha256(whole.bytes)).toBe(sha256(film));
    const part = await publicFile(video.url, { range: 'bytes=1000-1999' });
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 1000-1999/${film.length}`]);
    expect(part.bytes.equals(film.subarray(1000, 2000))).toBe(true);
    expect((await publicFile(video.url, { range: `bytes=${film.length}-` })).status).toBe(416);
    expect((await publicFile(video.url, { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
    expect((await publicFile(video.url, { 'if-none-match': String(whole.headers.etag) })).status).toBe(304);

    for (const [preset, type, width] of [
      ['medium.webp', 'image/webp', 960],
      ['large.avif', 'image/avif', 1400],
    ] as const) {
      const [one, two] = await Promise.all([1, 2].map(() => publicFile(`${cover.url}.${preset}`)));
      expect(one?.headers['content-type']).toBe(type);
      expect((await sharp(one!.bytes).metadata()).width).toBe(width);
      expect(two!.bytes.equals(one!.bytes)).toBe(true);
    }
    expect((await publicFile(`${cover.url}.w961.webp`)).status).toBe(404);
  }, 120_000);
});
