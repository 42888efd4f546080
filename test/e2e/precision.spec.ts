import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { County, crawl, SITES } from '../support/county';
import { start } from '../support/processes';
import { visit, type Answer } from '../support/visitor';

let county: County & { dataDir: string };

beforeAll(async () => {
  county = await County.open();
}, 240_000);
afterAll(() => county.close());

/** The same addresses again, a few at a time. */
async function revisit(port: number, places: readonly string[]): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  const queue = [...places];
  const visitor = async (): Promise<void> => {
    for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
      const [host = '', path = ''] = place.split(' ');
      answers.set(place, await visit(port, host, path));
    }
  };
  await Promise.all(Array.from({ length: 8 }, visitor));
  return answers;
}

/** What no link of the crawl leads to: the other writing, and answers to questions. */
const OTHERS = [
  ...Object.values(SITES).map(({ host, prefix }) => `${host} ${prefix}/zh-hant/`),
  ...['/zh-hant/tzgg/', '/policies/?sort=issued', '/zh-hant/policies/?sort=oldest'].map(
    (path) => `${SITES.qingshui.host} ${path}`,
  ),
];

const isOf = (site: keyof typeof SITES, place: string): boolean => {
  const { host, prefix } = SITES[site];
  return place.startsWith(`${host} ${prefix}/`);
};

describe('清除的精确', () => {
  it('renews every page that shows the article, hardly any other of the site, none of other sites', async () => {
    const port = county.app.publicPort;
    const reached = await crawl(port);
    const linked = [...reached].filter(([, { status }]) => status === 200).map(([place]) => place);
    await revisit(port, OTHERS);
    // Visited last: 繁体版 is made from the page, which would be found made otherwise.
    const places = [...OTHERS, ...linked];
    const kept = await revisit(port, places);
    const isHit = ({ headers }: Answer): boolean => headers['x-cache'] === 'hit';
    expect(places.filter((place) => !isHit(kept.get(place) as Answer))).toEqual([]);

    const article = await county.publish('qingshui', 'tzgg', '清水镇关于开展秋季义诊的通知', {
      kind: 'notice',
    });
    const after = await revisit(port, places);

    const renewed = places.filter((place) => !isHit(after.get(place) as Answer));
    const changed = places.filter((place) => after.get(place)?.body !== kept.get(place)?.body);
    const ofSite = places.filter((place) => isOf('qingshui', place));
    expect(changed).toContain(`${SITES.qingshui.host} /tzgg/`);
    expect(changed).toContain(`${SITES.qingshui.host} /`);
    expect(changed).toContain(`${SITES.qingshui.host} /zh-hant/tzgg/`);
    expect(changed.filter((place) => !renewed.includes(place))).toEqual([]);
    expect(renewed.filter((place) => !isOf('qingshui', place))).toEqual([]);
    const needless = renewed.filter((place) => !changed.includes(place));
    expect(needless.length / ofSite.length).toBeLessThanOrEqual(0.02);

    // Nothing that should have been renewed was left: the same pages made anew, from an empty cache.
    await county.app.stop();
    rmSync(join(county.dataDir, 'pages'), { recursive: true, force: true });
    const again = await start('all-in-one', {
      DATA_DIR: county.dataDir,
      PUBLIC_PORT: String(port),
      CONSOLE_PORT: String(county.app.consolePort),
    });
    try {
      const fresh = await revisit(port, [...places, `${SITES.qingshui.host} ${article.path}`]);
      const outdated = places.filter((place) => fresh.get(place)?.body !== after.get(place)?.body);
      expect(outdated).toEqual([]);
      expect(fresh.get(`${SITES.qingshui.host} ${article.path}`)?.status).toBe(200);
    } finally {
      await again.stop();
    }
  }, 240_000);
});
