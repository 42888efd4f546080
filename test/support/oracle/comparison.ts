import type { FreshPages, Shown } from './fresh-pages';
import { wrongFiles } from './page-files';
import { isSearch, keyOf, type Place } from './places';
import type { PublicProcess } from './public-process';

export interface Compared {
  readonly fresh: FreshPages;
  /** In the first one everything is published: it has no second to hear of it. */
  readonly processes: readonly [PublicProcess, ...PublicProcess[]];
  readonly dataDir: string;
}

/** Q10 allows a second across processes; a machine with other work is given more before it is called a fault. */
const WITHIN_MS = 10_000;
/** However long a look takes: what was late in one has the next ones. */
const LEAST_LOOKS = 3;
const AT_ONCE = 8;

/** What visitors looked for of late is kept for five minutes, whatever was published: no page says more by it. */
const HOT_WORDS = /<section class="hot-words"[\s\S]*?<\/section>/;
const meantBy = (place: Place, shown: Shown): Shown =>
  isSearch(place) && shown.type.startsWith('text/html')
    ? { ...shown, body: Buffer.from(shown.body.toString().replace(HOT_WORDS, '')) }
    : shown;

const isSame = (one: Shown, other: Shown): boolean =>
  one.status === other.status &&
  one.type === other.type &&
  one.location === other.location &&
  one.body.equals(other.body);

/** The first line that differs, for who reads the failure. */
function difference(fresh: Shown, seen: Shown): string {
  const head = ({ status, type, location }: Shown): string => `${status} ${type} ${location}`;
  if (head(fresh) !== head(seen)) return `${head(fresh)} | ${head(seen)}`;
  const [right, wrong] = [fresh, seen].map(({ body }) => body.toString().split('\n')) as [string[], string[]];
  const at = right.findIndex((line, index) => line !== wrong[index]);
  return `line ${at + 1}: ${right[at]?.trim().slice(0, 400)} | ${wrong[at]?.trim().slice(0, 400)}`;
}

/** Does `work` for all, a few at a time. */
export async function forAll<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/**
 * Looks at every place in every process, and at its files, until all show what the oracle shows; throws with
 * the differences when they do not in time. Answers after how many milliseconds they did.
 */
export async function compare(
  { fresh, processes, dataDir }: Compared,
  places: readonly Place[],
): Promise<number> {
  const began = Date.now();
  let pending = [...places];
  const first = new Map<string, Shown>();
  const late = new Map<string, Shown>();
  for (let look = 1; ; look += 1) {
    const found: string[] = [];
    const again: Place[] = [];
    await fresh.forget();
    const right = new Map<string, Shown>();
    await forAll(
      pending,
      async (place) => void right.set(keyOf(place), meantBy(place, await fresh.at(place))),
    );
    for (const [key, before] of late) {
      const now = right.get(key);
      // Nothing has changed since, so what the publishing process showed first was an old page.
      if (now && isSame(now, first.get(key) as Shown))
        throw new Error(`old in ${processes[0].name} ${key}: ${difference(now, before)}`);
    }
    late.clear();
    await forAll(pending, async (place) => {
      const key = keyOf(place);
      const expected = right.get(key) as Shown;
      const wrong: string[] = [];
      for (const [at, process] of processes.entries()) {
        const seen = meantBy(place, await process.at(place));
        if (isSame(expected, seen)) continue;
        wrong.push(`${process.name} ${key}: ${difference(expected, seen)}`);
        if (at === 0 && !isSearch(place)) {
          first.set(key, expected);
          late.set(key, seen);
        }
      }
      for (const file of await wrongFiles(dataDir, place, expected)) wrong.push(`file ${file}`);
      if (wrong.length > 0) {
        again.push(place);
        found.push(...wrong);
      }
    });
    const took = Date.now() - began;
    if (again.length === 0) return took;
    if (took > WITHIN_MS && look >= LEAST_LOOKS)
      throw new Error(`after ${took} ms:\n${found.slice(0, 12).join('\n')}`);
    pending = again;
  }
}
