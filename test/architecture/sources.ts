import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** A file of the repository, by its path from the root. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Not written by people. */
const MADE = /(^|\/)(node_modules|dist|generated)\/|\/api\/schema\.d\.ts$/;

/** Files below some folders whose path matches, in order. */
export function sources(folders: readonly string[], wanted: RegExp, unwanted = /$^/): Source[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
        (file) => `${folder}/${file}`,
      ),
    )
    .filter((path) => wanted.test(path) && !MADE.test(path) && !unwanted.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** Specs and what only specs use. */
export const TESTS = /\.(db-)?spec\.ts$|\/test\/|\/testing\//;

/** `path:line` of every place where the pattern is found. */
export function placesOf({ path, text }: Source, pattern: RegExp): string[] {
  return text
    .split('\n')
    .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : []));
}
