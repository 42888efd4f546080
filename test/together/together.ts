import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/**
 * Runs many spec files as one: Jest gives each file modules of its own, so seventy files load the whole
 * product seventy times, which took three quarters of the time of the database tests.
 *
 * Each file keeps its own hooks, inside a block of its name. Specs that bring entities of their own cannot
 * be mixed with others: those of `libs/platform` run by themselves.
 */
export function together(
  places: readonly string[],
  wanted: RegExp,
  unwanted = /$^/,
  holds: (text: string) => boolean = () => true,
): void {
  const files = places
    .flatMap((place) =>
      readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' }).map((file) => `${place}/${file}`),
    )
    .filter((file) => wanted.test(file) && !unwanted.test(file))
    .filter((file) => holds(readFileSync(join(ROOT, file), 'utf8')))
    .sort();
  for (const file of files) describe(file, () => void jest.requireActual(join(ROOT, file)));
  // The last one who says how long a hook may take says it for all: seeding the county takes longest.
  jest.setTimeout(240_000);
}
