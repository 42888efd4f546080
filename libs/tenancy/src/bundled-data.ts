import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

export interface BundledFile {
  readonly name: string;
  readonly data: unknown;
}

/** Reads every YAML file of `config/<folder>`, in name order; found from source and from `dist` alike. */
export function readBundled(folder: string): readonly BundledFile[] {
  const path = bundledFolder(folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({
      name: `${folder}/${name}`,
      data: parse(readFileSync(join(path, name), 'utf8')) as unknown,
    }));
}

/** Where `config/<folder>` is, from source and from `dist` alike. */
export function bundledFolder(folder: string): string {
  return join(configFolder(__dirname), folder);
}

function configFolder(from: string): string {
  const folder = join(from, 'config');
  if (existsSync(join(folder, 'regulations'))) return folder;
  if (dirname(from) === from) throw new Error('the folder config/regulations is missing');
  return configFolder(dirname(from));
}
