import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PackageFiles, type PackageFile } from '../import/package/package-files';
import { SITE_FORMAT, SITE_VERSION } from './site-format';
import { SitePackage } from './site-package';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanqun-site-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function written(path: string, content: object): Promise<PackageFile> {
  const disk = join(folder, path);
  const text = JSON.stringify(content);
  await writeFile(disk, text);
  return { path, disk, bytes: text.length, sha256: path };
}

describe('整站导出文件', () => {
  it.each([
    ['bomb', 300 * 1024 * 1024],
    ['checksum', 300],
  ])('is refused as %s when a part of it has %d bytes', async (fault, bytes) => {
    const mark = { format: SITE_FORMAT, version: SITE_VERSION };
    const part = { path: 'articles/000001.ndjson', disk: '/nowhere', bytes, sha256: 'x' };
    const format = await written('format.json', mark);
    const entries = [part, format].map(({ disk: _disk, ...entry }) => entry);
    const manifest = await written('manifest.json', { ...mark, entries, contentDigest: 'another' });

    await expect(SitePackage.open(new PackageFiles([format, part, manifest], true))).rejects.toMatchObject({
      code: 'content.import.packageRefused',
      details: { fault },
    });
  });
});
