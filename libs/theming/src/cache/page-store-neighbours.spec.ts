import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { smallNetwork, SmallStore, type Network } from '../testing/small-network';

const P = 'portal.localhost';
/** The clock of the pages stands still in the past: nothing is too old to be kept. */
const LONG = 1e9;
let dataDir: string;
let store: SmallStore;
let running: Network[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'zhanqun-neighbours-'));
  store = new SmallStore();
  store.channels = {
    'portal/tzgg': { id: 12, name: '通知公告', titles: ['通知'] },
    'hexi/tzgg': { id: 32, name: '河西公告', titles: [] },
  };
});
afterEach(async () => {
  await Promise.all(running.map(settled));
  running = [];
  await rm(dataDir, { recursive: true, force: true });
});

/** One process: its own memory, the shared directory and the shared store. */
const process = (): Network => {
  const network = smallNetwork({ dataDir, store });
  running.push(network);
  return network;
};
const settled = (network: Network): Promise<void> => network.publicSite.settled();
const file = (...parts: string[]): string => join(dataDir, 'pages', ...parts);

describe('页面文件 of several processes', () => {
  it('of a process that was killed are looked after by the one that goes on', async () => {
    const [one, two] = [process(), process()];
    for (const each of [one, two]) await each.files?.keepPosition(1);
    await one.get(P, '/tzgg/');
    await one.get(P, '/hexi/tzgg/');
    await settled(one);
    const now = Date.now();
    await two.files?.adopt(now, LONG);
    await two.publicSite.purge(['channel:12']);
    // As long as its writer gives signs of life it is for that one to remove.
    expect(existsSync(file(P, 'tzgg', 'index.html'))).toBe(true);

    await two.files?.adopt(now + 10_000, LONG);

    await settled(two);
    expect(existsSync(file(P, 'tzgg', 'index.html'))).toBe(false);
    expect(existsSync(file(P, 'hexi', 'tzgg', 'index.html'))).toBe(true);
    await two.publicSite.purge(['channel:32']);
    expect(existsSync(file(P, 'hexi', 'tzgg', 'index.html'))).toBe(false);
  });

  it('of a process that has stopped are taken over as soon as the other one looks', async () => {
    const [one, two] = [process(), process()];
    await one.get(P, '/tzgg/');
    await settled(one);
    await one.files?.keepPosition(1, true);

    await two.files?.adopt(Date.now(), LONG);
    await two.publicSite.purge(['channel:12']);

    expect(existsSync(file(P, 'tzgg', 'index.html'))).toBe(false);
  });

  it('are there with their facts only: what a kill leaves of writing or removing is cleared away', async () => {
    const one = process();
    for (const path of ['/tzgg/', '/hexi/tzgg/']) await one.get(P, path);
    await settled(one);
    const facts = join(dataDir, 'page-facts', P, 'tzgg', 'index.html.json');
    await rm(facts);
    const half = [file(P, 'a', 'index.html.gz'), file(P, 'b', `index.html.${randomUUID()}.tmp`)];
    for (const name of half) {
      await mkdir(dirname(name), { recursive: true });
      await writeFile(name, '');
    }

    await process().files?.survey(Date.now() + 120_000, LONG);

    expect(await readdir(file(P, 'tzgg'))).toEqual([]);
    expect(half.filter((name) => existsSync(name))).toEqual([]);
    expect(existsSync(file(P, 'hexi', 'tzgg', 'index.html'))).toBe(true);
  });
});
