import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Names of all files below a folder, one folder in memory at a time; nothing when there is no such folder. */
export async function* filesBelow(root: string): AsyncGenerator<string> {
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const name = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) folders.push(name);
      else yield name;
    }
  }
}
