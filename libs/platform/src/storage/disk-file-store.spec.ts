import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DiskFileStore } from './disk-file-store';

const bytes = (text: string): Buffer => Buffer.from(text);
const textOf = async (stream: Readable): Promise<string> => Buffer.concat(await stream.toArray()).toString();

describe('文件存储', () => {
  let root: string;
  let store: DiskFileStore;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'zhanqun-files-'));
    store = new DiskFileStore(join(root, 'files'));
  });

  afterEach(() => rm(root, { recursive: true, force: true }));

  it('gives back what was put, with its size and digest', async () => {
    const stored = await store.put(3, '2026/03/notice.txt', bytes('通知'));

    expect(stored).toEqual({
      name: '2026/03/notice.txt',
      size: 6,
      sha256: await store.sha256(3, '2026/03/notice.txt'),
    });
    expect(await textOf((await store.read(3, '2026/03/notice.txt')).stream)).toBe('通知');
    expect(await store.size(3, '2026/03/notice.txt')).toBe(6);
  });

  it('takes a stream and keeps an empty file', async () => {
    await store.put(3, 'a.txt', Readable.from([bytes('one '), bytes('two')]));
    await store.put(3, 'empty.txt', Readable.from([]));

    expect(await textOf((await store.read(3, 'a.txt')).stream)).toBe('one two');
    expect(await textOf((await store.read(3, 'empty.txt')).stream)).toBe('');
  });

  it('replaces a file in one step', async () => {
    await store.put(3, 'a.txt', bytes('old'));
    await store.put(3, 'a.txt', bytes('new'));

    expect(await textOf((await store.read(3, 'a.txt')).stream)).toBe('new');
  });

  it('keeps sites apart that use the same name', async () => {
    await store.put(3, 'a.txt', bytes('three'));
    await store.put(4, 'a.txt', bytes('four'));
    await store.remove(4, 'a.txt');

    expect(await textOf((await store.read(3, 'a.txt')).stream)).toBe('three');
    expect(await store.exists(4, 'a.txt')).toBe(false);
  });

  it.each([
    '',
    '.',
    '..',
    '../4/a.txt',
    'a/../../4/a.txt',
    '/etc/passwd',
    'a//b.txt',
    'a/',
    'a\0.txt',
    'a.txt\0',
    '..\\4\\a.txt',
    'C:\\a.txt',
    'C:a.txt',
    '.incoming/x',
    '.htaccess',
    'a/.hidden',
    'con',
    'NUL.txt',
    'a/com1.png',
    'name.',
    'name ',
    'a..b',
    '%2e%2e/a',
    '通知.txt',
    'a\u202Etxt.exe',
    'a\nb',
    'x'.repeat(121),
    'd/'.repeat(8) + 'a',
  ])('refuses the name %j', async (name) => {
    const refused = { code: 'platform.storage.nameRefused' };

    await expect(store.put(3, name, bytes('x'))).rejects.toMatchObject(refused);
    await expect(store.read(3, name)).rejects.toMatchObject(refused);
    await expect(store.remove(3, name)).rejects.toMatchObject(refused);
    await expect(store.exists(3, name)).rejects.toMatchObject(refused);
  });

  it.each([0, -1, 1.5, Number.NaN, '3' as unknown as number])('refuses the site %p', async (siteId) => {
    await expect(store.put(siteId, 'a.txt', bytes('x'))).rejects.toThrow('A file needs a site');
  });

  it('answers not found for a missing file and for a folder', async () => {
    await store.put(3, 'folder/a.txt', bytes('x'));

    await expect(store.read(3, 'b.txt')).rejects.toMatchObject({ code: 'platform.storage.notFound' });
    await expect(store.read(3, 'folder')).rejects.toMatchObject({ code: 'platform.storage.notFound' });
    expect(await store.exists(3, 'folder/a.txt/deeper')).toBe(false);
    expect(await store.size(3, 'b.txt')).toBeNull();
    expect(await store.remove(3, 'b.txt')).toBe(false);
  });

  describe('a part of a file', () => {
    beforeEach(() => store.put(3, 'digits.txt', bytes('0123456789')));

    it.each([
      [{ start: 0, end: 3 }, '0123'],
      [{ start: 7 }, '789'],
      [{ start: 8, end: 500 }, '89'],
      [{ start: 9, end: 9 }, '9'],
    ])('reads %j', async (range, expected) => {
      const reading = await store.read(3, 'digits.txt', range);

      expect(await textOf(reading.stream)).toBe(expected);
      expect(reading).toMatchObject({ size: 10, start: range.start });
    });

    it.each([{ start: 10 }, { start: 5, end: 4 }, { start: -1 }, { start: 0.5 }, { start: Number.NaN }])(
      'refuses %j',
      async (range) => {
        await expect(store.read(3, 'digits.txt', range)).rejects.toMatchObject({
          code: 'platform.storage.rangeRefused',
        });
      },
    );
  });

  it('refuses what is larger than allowed and leaves the old file and no rest', async () => {
    await store.put(3, 'a.txt', bytes('old'));

    await expect(
      store.put(3, 'a.txt', Readable.from([bytes('12345'), bytes('6789')]), { maxBytes: 8 }),
    ).rejects.toMatchObject({ code: 'platform.storage.tooLarge' });

    expect(await textOf((await store.read(3, 'a.txt')).stream)).toBe('old');
    expect(await readdir(join(root, 'files', '3', '.incoming'))).toEqual([]);
  });

  it('leaves the old file and no rest when the sender breaks off', async () => {
    await store.put(3, 'a.txt', bytes('old'));
    const broken = Readable.from(
      (function* () {
        yield bytes('half');
        throw new Error('connection lost');
      })(),
    );

    await expect(store.put(3, 'a.txt', broken)).rejects.toThrow('connection lost');

    expect(await textOf((await store.read(3, 'a.txt')).stream)).toBe('old');
    expect(await readdir(join(root, 'files', '3', '.incoming'))).toEqual([]);
  });

  it('shows no half file after the process was killed while writing', async () => {
    const program = join(root, 'writer.cjs');
    await writeFile(program, writer);
    const child = spawn(process.execPath, [program, process.cwd(), join(root, 'files')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');

    expect(await store.exists(3, 'big.bin')).toBe(false);
    const [draft] = await readdir(join(root, 'files', '3', '.incoming'));
    expect((await readFile(join(root, 'files', '3', '.incoming', draft!))).length).toBeGreaterThan(0);
  });

  it('clears what a crash left behind, but nothing that may still be written', async () => {
    await store.put(3, 'a.txt', bytes('x'));
    const incoming = join(root, 'files', '3', '.incoming');
    const now = new Date('2026-03-05T00:00:00Z');
    await writeFile(join(incoming, 'abandoned'), 'x');
    await writeFile(join(incoming, 'fresh'), 'x');
    await utimes(join(incoming, 'abandoned'), now, new Date('2026-03-01T00:00:00Z'));
    await utimes(join(incoming, 'fresh'), now, new Date('2026-03-04T23:00:00Z'));

    await store.clearAbandoned(now);

    expect(await readdir(incoming)).toEqual(['fresh']);
    expect(await store.exists(3, 'a.txt')).toBe(true);
  });
});

/** Writes without end through the real store and says so after the first pieces. */
const writer = `
const [, , repository, root] = process.argv;
const { createRequire } = require('node:module');
const from = createRequire(repository + '/package.json');
const { transformFileSync } = from('@swc/core');
const Module = require('node:module');
Module._extensions['.ts'] = (module, file) =>
  module._compile(transformFileSync(file, {
    swcrc: false, module: { type: 'commonjs' }, sourceMaps: false,
    jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true } },
  }).code, file);
const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const kernel = repository + '/libs/kernel/src/domain-error.ts';
  return request === '@zhanqun/kernel' ? kernel : resolve.call(this, request, ...rest);
};
const { DiskFileStore } = require(repository + '/libs/platform/src/storage/disk-file-store.ts');
const { Readable } = require('node:stream');
let pieces = 0;
new DiskFileStore(root).put(3, 'big.bin', new Readable({
  read() {
    pieces += 1;
    if (pieces === 4) process.stdout.write('writing');
    setTimeout(() => this.push(Buffer.alloc(65536)), 5);
  },
}));
`;
