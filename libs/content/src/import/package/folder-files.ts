import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { directoryUnreadable, packageRefused } from '../import.errors';
import { isFurniture } from './entry-name';
import type { PackageFile } from './package-files';

const MOST_FILES = 300_000;
const DEEPEST = 40;

/** Plain files below a folder, by name; links and hidden files are passed over. */
export async function folderFiles(directory: string): Promise<PackageFile[]> {
  const files: PackageFile[] = [];
  const walk = async (below: string, depth: number): Promise<void> => {
    if (depth > DEEPEST) return;
    const entries = await readdir(join(directory, below), { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name !== b.name)))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (isFurniture(path)) continue;
      if (entry.isDirectory()) await walk(path, depth + 1);
      if (!entry.isFile()) continue;
      if (files.length >= MOST_FILES) throw packageRefused({ fault: 'files' });
      const disk = join(directory, path);
      files.push({ path, disk, bytes: (await lstat(disk)).size, sha256: '' });
    }
  };
  try {
    await walk('', 0);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES')
      throw Object.assign(directoryUnreadable({ directory }), { cause: error });
    throw error;
  }
  return files;
}
