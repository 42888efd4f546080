import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smallNetwork, SmallStore } from '../testing/small-network';

const CROWD = 40;
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'zhanqun-turns-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe('公平排队, pages that are looked for in files first', () => {
  it('lets a visitor of another site pass a crowd that came before', async () => {
    const store = new SmallStore();
    for (let at = 0; at < CROWD; at += 1)
      store.channels[`portal/c${at}`] = { id: 100 + at, name: `栏目${at}`, titles: [] };
    const network = smallNetwork({ dataDir, store });
    const ends: string[] = [];
    const visit = (host: string, path: string): Promise<number> =>
      network.get(host, path).then(() => ends.push(host));

    const crowd = Array.from({ length: CROWD }, (_, at) => visit('portal.localhost', `/c${at}/`));
    await Promise.all([...crowd, visit('qingshui.localhost', '/')]);
    await network.publicSite.settled();

    expect(ends).toHaveLength(CROWD + 1);
    expect(ends.indexOf('qingshui.localhost')).toBeLessThan(CROWD / 2);
  });
});
