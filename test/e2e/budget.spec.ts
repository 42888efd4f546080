import { load } from 'cheerio';
import { Citizens, textOf } from '../support/citizens';
import { SITE_KEYS, SITES, type SiteKey } from '../support/county';

/** What a page may cost when the cache has none (Q14). */
const BUDGET = { article: 4, home: 6, list: 6, missing: 4 } as const;

let citizens: Citizens;

beforeAll(async () => {
  citizens = await Citizens.open();
}, 240_000);
afterAll(() => citizens.close());

/** Paths of the site that its page links to, below its prefix. */
async function links(site: SiteKey, path: string, pattern: RegExp): Promise<string[]> {
  const { host, prefix } = SITES[site];
  const $ = load(textOf(await citizens.get(site, path)));
  const found = $('a[href]')
    .toArray()
    .map((link) => new URL($(link).attr('href') ?? '', `http://${host}${prefix}${path}`))
    .filter(({ hostname, pathname }) => hostname === host && pathname.startsWith(`${prefix}/`))
    .map(({ pathname }) => pathname.slice(prefix.length));
  return [...new Set(found)].filter((each) => pattern.test(each));
}

const ARTICLE = /^\/art\/\d{6}\/\d+\.html$/;
const CHANNEL = /^\/[a-z0-9-]+(\/[a-z0-9-]+)*\/$/;

/** Outdated, but with the frame of the site at hand, as after publishing. */
async function outdate(site: SiteKey): Promise<void> {
  await citizens.site.purgeEverything();
  // Any other page brings the frame back.
  await citizens.get(site, '/sitemap/');
}

describe('一次访问的数据库语句', () => {
  it.each(SITE_KEYS)('are none for a page in the cache: %s', async (site) => {
    const [article = '', ...more] = await links(site, '/', ARTICLE);
    for (const path of ['/', article, ...more.slice(0, 3)]) await citizens.get(site, path);

    for (const path of ['/', article, ...more.slice(0, 3)]) {
      const { answer, statements } = await citizens.counted(site, path);
      expect([path, answer.headers['X-Cache'], statements]).toEqual([path, 'hit', []]);
    }
  });

  it.each(SITE_KEYS)('are at most six for the home page: %s', async (site) => {
    await outdate(site);

    const { answer, statements } = await citizens.counted(site, '/');

    expect(answer.headers['X-Cache']).toBe('miss');
    expect(statements.length).toBeLessThanOrEqual(BUDGET.home);
  });

  it('are at most six for a topic with a layout of its own', async () => {
    await outdate('shifan');

    const { answer, statements } = await citizens.counted('shifan', '/zt/nongshi/');

    expect([answer.status, answer.headers['X-Cache']]).toEqual([200, 'miss']);
    expect(textOf(answer)).toContain('data-slides');
    expect(statements.length).toBeLessThanOrEqual(BUDGET.home);
  });

  it.each(SITE_KEYS)('are at most four for an article, whatever its kind: %s', async (site) => {
    const channels = (await links(site, '/sitemap/', CHANNEL)).slice(0, 12);
    const articles = new Set<string>();
    for (const channel of channels)
      for (const path of (await links(site, channel, ARTICLE)).slice(0, 3)) articles.add(path);
    expect(articles.size).toBeGreaterThan(5);
    await outdate(site);

    for (const path of articles) {
      const { answer, statements } = await citizens.counted(site, path);
      expect([path, answer.headers['X-Cache']]).toEqual([path, 'miss']);
      expect([path, statements.length <= BUDGET.article ? [] : statements]).toEqual([path, []]);
    }
  });

  it.each(SITE_KEYS)('are at most six for every channel: %s', async (site) => {
    const channels = await links(site, '/sitemap/', CHANNEL);
    expect(channels.length).toBeGreaterThan(3);
    await outdate(site);

    for (const path of channels.filter((each) => each !== '/sitemap/')) {
      const { statements } = await citizens.counted(site, path);
      expect([path, statements.length <= BUDGET.list ? [] : statements]).toEqual([path, []]);
    }
  });

  it('are few for an address that does not exist, and none the second time', async () => {
    await outdate('shifan');
    const missing = '/art/202601/999999.html';

    const first = await citizens.counted('shifan', missing);
    const second = await citizens.counted('shifan', missing);

    expect(first.answer.status).toBe(404);
    expect(first.statements.length).toBeLessThanOrEqual(BUDGET.missing);
    expect(second.answer.status).toBe(404);
    expect(second.statements).toEqual([]);
  });

  it('are none for an unknown host and for a hostile path', async () => {
    for (const [host, url] of [
      ['evil.example', '/'],
      [SITES.shifan.host, '/../../etc/passwd'],
      [SITES.shifan.host, '/%00'],
    ] as const) {
      const count = await citizens.db.countStatements(async () =>
        citizens.site.handle({ method: 'GET', url, host, headers: {} }),
      );
      expect([host, url, count]).toEqual([host, url, 0]);
    }
  });
});
