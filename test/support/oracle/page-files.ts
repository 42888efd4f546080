import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Shown } from './fresh-pages';
import { fileOf, type Place } from './places';

const FORMS = [
  ['', (bytes: Buffer) => bytes],
  ['.gz', gunzipSync],
  ['.br', brotliDecompressSync],
] as const;

/**
 * Files of a page, in any form, that are not what the page is now: what a web server would show by itself.
 * A file that is not there is right, the web server asks a process then.
 */
export async function wrongFiles(dataDir: string, place: Place, fresh: Shown): Promise<string[]> {
  const file = fileOf(place);
  if (file === null) return [];
  const wrong: string[] = [];
  for (const tree of ['pages', 'pages-expired']) {
    for (const [end, unpack] of FORMS) {
      const bytes = await readFile(join(dataDir, tree, file + end)).catch(() => null);
      if (bytes === null) continue;
      if (fresh.status !== 200 || !unpack(bytes).equals(fresh.body)) wrong.push(`${tree}/${file}${end}`);
    }
  }
  return wrong;
}
