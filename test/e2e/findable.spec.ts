import { load } from 'cheerio';
import { Citizens, textOf } from '../support/citizens';
import { SITE_KEYS, SITES, type SiteKey } from '../support/county';

let citizens: Citizens;

beforeAll(async () => {
  citizens = await Citizens.open();
}, 240_000);
afterAll(() => citizens.close());

async function read(site: SiteKey, path: string): Promise<{ text: string; type: string }> {
  const answer = await citizens.get(site, path);
  expect([site, path, answer.status]).toEqual([site, path, 200]);
  return { text: textOf(answer), type: String(answer.headers['Content-Type']) };
}

describe('给机器读的页面', () => {
  it('robots.txt stands once a host and names the map of every site on it', async () => {
    const hosts = new Map<string, SiteKey[]>();
    for (const key of SITE_KEYS) hosts.set(SITES[key].host, [...(hosts.get(SITES[key].host) ?? []), key]);

    for (const keys of hosts.values()) {
      const root = keys.find((key) => SITES[key].prefix === '') as SiteKey;
      const { text, type } = await read(root, '/robots.txt');
      expect(type).toBe('text/plain; charset=utf-8');
      const maps = [...text.matchAll(/^Sitemap: (\S+)$/gm)].map(([, url]) => new URL(url ?? '').pathname);
      expect(maps.toSorted()).toEqual(keys.map((key) => `${SITES[key].prefix}/sitemap.xml`).toSorted());
      for (const key of keys.filter((each) => each !== root))
        expect((await citizens.get(key, '/robots.txt')).status).toBe(404);
    }
  });

  it.each(SITE_KEYS)('the feed of %s and of its channels are Atom with absolute addresses', async (site) => {
    const map = load((await read(site, '/sitemap/')).text);
    const channels = map('.map-top')
      .toArray()
      .map((link) => new URL(map(link).attr('href') ?? '', `http://${SITES[site].host}`))
      .filter(({ hostname }) => hostname === SITES[site].host)
      .map(({ pathname }) => pathname.slice(SITES[site].prefix.length))
      .slice(0, 4);
    for (const path of ['/', ...channels]) {
      const { status } = await citizens.get(site, path);
      if (status !== 200) continue;
      const { text, type } = await read(site, `${path}feed.xml`);
      expect(type).toBe('application/atom+xml; charset=utf-8');
      const $ = load(text, { xml: true });
      expect($('feed > title').text()).not.toBe('');
      for (const link of $('entry > link').toArray())
        expect(new URL($(link).attr('href') ?? '').hostname).toBe(SITES[site].host);
    }
    expect((await citizens.counted(site, '/feed.xml')).statements).toEqual([]);
  });

  it.each(SITE_KEYS)('%s says how it is reached, without a query to the articles', async (site) => {
    const { text } = await read(site, '/contact/');

    const $ = load(text);
    expect(
      $('.contact-facts dd')
        .toArray()
        .every((fact) => $(fact).text().trim() !== ''),
    ).toBe(true);
    expect($('.contact-facts a[href^="tel:"]').length).toBe(1);
    expect($('footer a[href$="/contact/"]').length).toBe(1);
  });

  it('the policy library answers within its budget and tells nobody else’s documents', async () => {
    const { statements, answer } = await citizens.counted('shifan', '/policies/?validity=valid');

    expect(statements.length).toBeLessThanOrEqual(6);
    const $ = load(textOf(answer));
    expect($('.policies-title a').length).toBeGreaterThan(0);
    for (const link of $('.policies-title a').toArray())
      expect($(link).attr('href')).toMatch(/^\/art\/\d{6}\/\d+\.html$/);
  });
});
