import fs from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { gbk, zipped } from '../../../test/former-sites';
import { PackageFiles, type PackageFile } from './package-files';
import { unpackArchive } from './unpacking';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanqun-package-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function unpacked(bytes: Buffer, limits = { bytes: 1_000_000, files: 100, fileBytes: 500_000 }) {
  const path = join(folder, 'archive');
  await writeFile(path, bytes);
  return unpackArchive(path, join(folder, 'parts'), limits);
}

async function tarred(
  entries: readonly { name: string; type?: 'symlink'; linkname?: string; content?: string }[],
) {
  const tar = pack();
  for (const { content = '', ...header } of entries) tar.entry(header, content);
  tar.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of tar as unknown as AsyncIterable<Buffer>) pieces.push(piece);
  return gzipSync(Buffer.concat(pieces));
}

const refusal = (fault: string) => ({ code: 'content.import.packageRefused', details: { fault } });
const file = (path: string): PackageFile => ({ path, disk: `/nowhere/${path}`, bytes: 1, sha256: '' });

describe('导入包', () => {
  it('is unpacked under numbers, whatever its entries are called', async () => {
    const files = await unpacked(
      zipped({ '新闻/1.html': '甲', 'b/2.html': '乙', '__MACOSX/x': 'x', '.hidden': 'x' }),
    );

    expect(files.map(({ path }) => path).toSorted()).toEqual(['b/2.html', '新闻/1.html']);
    expect(await readFile(join(folder, 'parts', '0'), 'utf8')).toBe('甲');
  });

  it('has its names in GBK when Chinese Windows packed it', async () => {
    const bytes = zipped({ 'xx/1.html': '甲' });
    const name = gbk('旧');
    for (let at = bytes.indexOf('xx/'); at >= 0; at = bytes.indexOf('xx/', at + 1)) name.copy(bytes, at);
    const plain = Buffer.from(bytes);
    // Without the mark that says Unicode.
    for (const [signature, offset] of [
      [0x04034b50, 6],
      [0x02014b50, 8],
    ] as const)
      for (let at = 0; at < plain.length - 4; at += 1)
        if (plain.readUInt32LE(at) === signature)
          plain.writeUInt16LE(plain.readUInt16LE(at + offset) & ~0x800, at + offset);

    expect((await unpacked(plain)).map(({ path }) => path)).toEqual(['旧/1.html']);
  });

  it('leaves links out', async () => {
    const files = await unpacked(
      await tarred([
        { name: 'a.html', content: 'x' },
        { name: 'b.html', type: 'symlink', linkname: '/etc/passwd' },
      ]),
    );

    expect(files.map(({ path }) => path)).toEqual(['a.html']);
  });

  it('counts what is passed over too, and opens none of it', async () => {
    const swollen = await tarred([{ name: '.hidden', content: 'x'.repeat(3_000_000) }]);
    await expect(unpacked(swollen)).rejects.toMatchObject(refusal('bomb'));

    const open = jest.spyOn(fs, 'createReadStream');
    const furniture = Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`__MACOSX/._${n}`, 'x']));
    const files = await unpacked(zipped({ ...furniture, 'a.html': '甲' }));
    expect(files.map(({ path }) => path)).toEqual(['a.html']);
    expect(open).toHaveBeenCalledTimes(1);
    open.mockRestore();
  });

  it('is refused when a path leads out, when it is a bomb, when it is broken', async () => {
    await expect(unpacked(zipped({ '../x.html': 'x' }))).rejects.toMatchObject(refusal('path'));
    await expect(unpacked(await tarred([{ name: '/etc/x', content: 'x' }]))).rejects.toMatchObject(
      refusal('path'),
    );
    await expect(unpacked(zipped({ 'a.html': 'x'.repeat(600_000) }))).rejects.toMatchObject(refusal('bomb'));
    await expect(unpacked(gzipSync(Buffer.from('no tar')))).rejects.toMatchObject(refusal('broken'));
    const zip = zipped({ 'a.html': 'x'.repeat(5000) });
    await expect(unpacked(zip.subarray(0, zip.length - 30))).rejects.toMatchObject(refusal('broken'));
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`${n}.html`, 'x']));
    await expect(unpacked(zipped(many))).rejects.toMatchObject(refusal('files'));
  });

  it('finds files by the addresses that pages use', () => {
    const files = new PackageFiles([file('www/news/7.html'), file('www/Upload/图 1.JPG'), file('www/a.css')]);

    expect(files.find('../upload/图 1.jpg', 'news/7.html', '')?.path).toBe('Upload/图 1.JPG');
    expect(files.find('/upload/%E5%9B%BE%201.jpg', 'news/7.html', '')?.path).toBe('Upload/图 1.JPG');
    expect(files.find('http://www.old.example/Upload/图 1.jpg', '', 'www.old.example')?.path).toBe(
      'Upload/图 1.JPG',
    );
    expect(files.find('http://evil.example/Upload/图 1.jpg', '', 'www.old.example')).toBeUndefined();
    expect(files.find('../../../../etc/passwd', 'news/7.html', '')).toBeUndefined();
    expect(files.find('data:image/png;base64,AA', '', '')).toBeUndefined();
  });
});
