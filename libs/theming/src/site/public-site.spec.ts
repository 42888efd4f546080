import { Logger } from '@nestjs/common';
import { DomainError } from '@zhanqun/kernel';
import { gone } from '../cache/purge-history';
import { Page, view, type PageResult } from '../page/page';
import { smallNetwork, textOf, type Network } from '../testing/small-network';

@Page('/half/')
class HalfPage {
  async load(): Promise<PageResult> {
    const page = { title: '半页', tags: [], breadcrumb: [] };
    return view('pages/home.njk', { text: '' }, { tags: [], ttlSeconds: 60, page, isPartial: true });
  }
}

const P = 'portal.localhost';
const Q = 'qingshui.localhost';
let network: Network;

beforeAll(() => Logger.overrideLogger(false));

beforeEach(() => {
  network = smallNetwork();
  network.store.channels = {
    'portal/tzgg': { id: 12, name: '通知公告', titles: ['一号通知'] },
    'portal/zwgk/tzgg': { id: 13, name: '公开', titles: [] },
    'qingshui/tzgg': { id: 22, name: '清水公告', titles: ['水'] },
    'hexi/tzgg': { id: 32, name: '河西公告', titles: [] },
  };
});

describe('公众请求', () => {
  it('renders a page once and answers the next visitor at once, without a promise', async () => {
    const first = await network.get(P, '/tzgg/');
    const second = network.publicSite.handle({ method: 'GET', host: P, url: '/tzgg/?utm=1', headers: {} });

    expect(first).toMatchObject({ status: 200, headers: { 'X-Cache': 'miss' } });
    expect(second).not.toBeInstanceOf(Promise);
    expect(second).toMatchObject({ status: 200, body: first.body, headers: { 'X-Cache': 'hit' } });
    expect(network.store.loads.filter((load) => load === '1:tzgg')).toHaveLength(1);
  });

  it('keeps sites apart, also one that lives under a path of the portal', async () => {
    expect(await network.text(P, '/tzgg/')).toContain('通知公告');
    expect(await network.text(Q, '/tzgg/')).toContain('清水公告');
    expect(await network.text(P, '/hexi/tzgg/')).toContain('河西公告');
    expect(await network.text(P, '/tzgg/')).toContain('通知公告');
  });

  it('refuses an unknown host with 421, naming no site and storing nothing', async () => {
    const answer = await network.get('evil.example', '/tzgg/', {
      headers: { 'x-forwarded-host': P },
    });

    expect(answer.status).toBe(421);
    expect(textOf(answer)).not.toContain('portal');
    expect(answer.headers['Cache-Control']).toBe('no-store');
    expect(network.cache.figures.pages).toBe(0);
  });

  it('gives an unknown host the files its refusal is dressed in, and no others', async () => {
    const statusOf = async (path: string): Promise<number> =>
      (await network.get('evil.example', path)).status;

    expect(await statusOf('/_theme/base/0/css/site.css')).toBe(200);
    for (const path of ['/_theme/base/0/pages/home.njk', '/_theme/style/main-1f6b45.css', '/_files/a.png'])
      expect(await statusOf(path)).toBe(421);
  });

  it('sends an alias to the address it was given by the directory', async () => {
    network.directory.aliases['www.portal.localhost'] = P;

    expect(await network.get('www.portal.localhost', '/tzgg/')).toMatchObject({
      status: 301,
      headers: { Location: `http://${P}/tzgg/` },
    });
  });

  it.each([
    ['/zwgk/tzgg', '/zwgk/tzgg/'],
    ['/%7Awgk/tzgg/', '/zwgk/tzgg/'],
    ['/中文', '/%E4%B8%AD%E6%96%87/'],
    ['/hexi/tzgg', '/hexi/tzgg/'],
  ])('sends %s to its one spelling %s', async (asked, canonical) => {
    expect(await network.get(P, asked)).toMatchObject({ status: 301, headers: { Location: canonical } });
  });

  it.each([
    ['/%', 400],
    ['/%ff/', 400],
    ['/%00/', 400],
    ['/a/../tzgg/', 400],
    ['/a/%2e%2e/tzgg/', 400],
    ['//evil.example/', 400],
    ['/a//b/', 400],
    ['/a%2fb/', 400],
    ['/a%5cb/', 400],
    ['/\ud800/', 400],
    ['/constructor/', 404],
    ['/__proto__/', 404],
    ['/nothing/', 404],
    ['/_theme/base/0/../../theme.json', 404],
    ['/_theme/base/000000/pages/home.njk', 404],
  ])('answers %j with %d and stores no page', async (path, status) => {
    const answer = await network.get(P, path);

    expect(answer.status).toBe(status);
    expect(network.cache.peek(1, path)).toBeUndefined();
  });

  it('answers 414 to an address nobody wrote', async () => {
    expect((await network.get(P, `/${'a'.repeat(2000)}/`)).status).toBe(414);
  });

  it('accepts reading only', async () => {
    expect(await network.get(P, '/tzgg/', { method: 'POST' })).toMatchObject({
      status: 405,
      headers: { Allow: 'GET, HEAD' },
    });
  });

  it('answers HEAD like GET without a body', async () => {
    const full = await network.get(P, '/tzgg/');
    const head = await network.get(P, '/tzgg/', { method: 'HEAD' });

    expect(head).toMatchObject({ status: 200, body: null });
    expect(head.headers['Content-Length']).toBe(full.headers['Content-Length']);
  });

  it('carries a policy against inline code on every kind of answer, and no cookie', async () => {
    for (const [host, path] of [
      [P, '/tzgg/'],
      [P, '/nothing/'],
      [P, '/zwgk/tzgg'],
      ['evil.example', '/'],
      [P, '/%'],
    ] as const) {
      const { headers } = await network.get(host, path);
      expect(headers['Content-Security-Policy']).toContain("script-src 'self'");
      expect(headers['Content-Security-Policy']).not.toContain('unsafe');
      expect(headers['X-Content-Type-Options']).toBe('nosniff');
      expect(headers).not.toHaveProperty('Set-Cookie');
    }
  });

  it('answers 304 to who has the page, by tag or by date, and the page to who has another', async () => {
    const { headers } = await network.get(P, '/tzgg/');
    const etag = headers.ETag as string;
    const ask = async (conditions: Record<string, string>) =>
      (await network.get(P, '/tzgg/', { headers: conditions })).status;

    expect(await ask({ 'if-none-match': etag })).toBe(304);
    expect(await ask({ 'if-none-match': `"x", W/${etag}` })).toBe(304);
    expect(await ask({ 'if-none-match': '"x"' })).toBe(200);
    expect(await ask({ 'if-modified-since': headers['Last-Modified'] as string })).toBe(304);
    expect(await ask({ 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' })).toBe(200);
    expect(
      await ask({ 'if-none-match': '"x"', 'if-modified-since': headers['Last-Modified'] as string }),
    ).toBe(200);
  });

  it.each([
    ['suspended', 503],
    ['preparing', 503],
    ['closed', 410],
  ] as const)('shows no page of a site that is %s, cached or not', async (status, expected) => {
    await network.get(P, '/tzgg/');
    network.directory.sites = network.directory.sites.map((it) => ({ ...it, status }));

    const answer = await network.get(P, '/tzgg/');

    expect(answer.status).toBe(expected);
    expect(textOf(answer)).toContain('portal网站');
    expect(textOf(answer)).not.toContain('通知');
  });
});

describe('页面缓存', () => {
  it('is purged by what the page shows; other pages and other sites stay', async () => {
    for (const [host, path] of [
      [P, '/tzgg/'],
      [P, '/zwgk/tzgg/'],
      [P, '/'],
      [Q, '/tzgg/'],
    ] as const)
      await network.get(host, path);
    network.store.channels['portal/tzgg']?.titles.push('二号通知');

    void network.publicSite.purge(['channel:12']);

    expect(await network.text(P, '/tzgg/')).toContain('二号通知');
    expect(network.cache.get(1, '/zwgk/tzgg/', 0)).toBeDefined();
    expect(network.cache.get(1, '/', 0)).toBeDefined();
    expect(network.cache.get(2, '/tzgg/', 0)).toBeDefined();
  });

  it('shows a new frame on every page of its site after the frame is purged, and on no other site', async () => {
    await network.get(P, '/tzgg/');
    await network.get(Q, '/tzgg/');
    network.chromeName = '新站名';

    void network.publicSite.purge(['site:1:chrome']);

    expect(await network.text(P, '/tzgg/')).toContain('新站名');
    expect(await network.text(Q, '/tzgg/')).not.toContain('新站名');
  });

  it('shows a page whose time has just run out once more, and makes the next one behind, once', async () => {
    await network.get(P, '/tzgg/');
    network.store.channels['portal/tzgg']?.titles.push('二号通知');
    network.clock.advance(600_000);

    const answers = await Promise.all(Array.from({ length: 20 }, () => network.get(P, '/tzgg/')));
    await network.publicSite.settled();

    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 200, headers: { 'X-Cache': 'stale', Age: '600' } });
      expect(textOf(answer)).not.toContain('二号通知');
    }
    expect(await network.get(P, '/tzgg/')).toMatchObject({ headers: { 'X-Cache': 'hit', Age: '0' } });
    expect(await network.text(P, '/tzgg/')).toContain('二号通知');
    expect(network.store.loads.filter((load) => load === '1:tzgg')).toHaveLength(2);
  });

  it('makes who comes later wait for the new page, and who comes after a purge at any time', async () => {
    await network.get(P, '/tzgg/');
    network.clock.advance(661_000);
    expect((await network.get(P, '/tzgg/')).headers['X-Cache']).toBe('miss');

    network.clock.advance(599_000);
    network.store.channels['portal/tzgg']?.titles.push('二号通知');
    void network.publicSite.purge(['channel:12']);
    network.clock.advance(2_000);
    expect(await network.text(P, '/tzgg/')).toContain('二号通知');
  });

  it('renders once for five hundred visitors who come together', async () => {
    network.store.delayMs = 20;
    const answers = await Promise.all(Array.from({ length: 500 }, () => network.get(P, '/')));

    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(network.store.loads.filter((load) => load === '1:home')).toHaveLength(1);
  });

  it('serves nobody the old page when it was purged while it was being made', async () => {
    let purges = 0;
    network.store.afterRead = () => {
      if (network.store.loads.at(-1) !== '1:home' || purges > 0) return;
      purges += 1;
      network.store.home = 'v2';
      void network.publicSite.purge(['site:1:home']);
    };

    const answers = await Promise.all([network.get(P, '/'), network.get(P, '/')]);

    for (const answer of answers) expect(textOf(answer)).toContain('portal v2');
    expect(await network.text(P, '/')).toContain('portal v2');
    expect(purges).toBe(1);
  });

  it('shows a page published at an address that was missing', async () => {
    expect((await network.get(P, '/new/')).status).toBe(404);
    expect((await network.get(P, '/new/')).status).toBe(404);
    expect(network.store.loads.filter((load) => load === '1:new')).toHaveLength(1);
    network.store.channels['portal/new'] = { id: 99, name: '新栏目', titles: [] };

    void network.publicSite.purge(['channel:99']);

    expect((await network.get(P, '/new/')).status).toBe(200);
  });

  it('lets a flood of wrong addresses push nothing out', async () => {
    await network.get(P, '/tzgg/');
    for (let index = 0; index < 2000; index += 1) await network.get(P, `/x${index}/`);

    expect(network.cache.get(1, '/tzgg/', 0)).toBeDefined();
    expect(network.cache.figures.pages).toBeLessThan(5);
  });

  it('stays within its bytes and keeps what is asked for', async () => {
    const small = smallNetwork({ limits: { bytes: 40_000 } });
    for (let index = 0; index < 300; index += 1) {
      small.store.channels[`portal/c${index}`] = { id: index, name: `栏目${index}`, titles: [] };
    }
    for (let index = 0; index < 300; index += 1) {
      await small.get(P, `/c${index}/`);
      await small.get(P, '/c0/');
    }

    expect(small.cache.figures.bytes).toBeLessThanOrEqual(40_000);
    expect(small.cache.figures.evicted).toBeGreaterThan(200);
    expect(small.store.loads.filter((load) => load === '1:c0')).toHaveLength(1);
  });

  it('bounds the pages of one site', async () => {
    const small = smallNetwork({ limits: { pagesPerSite: 20 } });
    for (let index = 0; index < 60; index += 1) {
      small.store.channels[`portal/c${index}`] = { id: index, name: `栏目${index}`, titles: [] };
      await small.get(P, `/c${index}/`);
    }

    expect(small.cache.figures.pages).toBeLessThanOrEqual(20);
  });

  it('sends the form the client takes, each with its own tag', async () => {
    network.store.channels['portal/tzgg']?.titles.push(...Array.from({ length: 60 }, (_, i) => `通知${i}`));
    await network.get(P, '/tzgg/');
    await network.publicSite.settled();
    const ask = async (accept: string) =>
      (await network.get(P, '/tzgg/', { headers: { 'accept-encoding': accept } })).headers;

    const forms = [await ask('gzip, br'), await ask('gzip;q=1, br;q=0'), await ask('identity')];

    expect(forms.map((headers) => headers['Content-Encoding'])).toEqual(['br', 'gzip', undefined]);
    expect(new Set(forms.map((headers) => headers.ETag)).size).toBe(3);
    expect(forms.every((headers) => headers.Vary === 'Accept-Encoding')).toBe(true);
  });

  it('never stores a page built from a failed part', async () => {
    const partial = smallNetwork({ pages: () => [new HalfPage()] });

    expect((await partial.get(P, '/half/')).status).toBe(200);
    expect(partial.cache.peek(1, '/half/')).toBeUndefined();
  });
});

describe('数据库停止时', () => {
  const hour = 3_600_000;

  it('keeps answering from the cache, and shows an expired page with its age', async () => {
    await network.get(P, '/tzgg/');
    network.store.isDown = true;
    expect((await network.get(P, '/tzgg/')).headers['X-Cache']).toBe('hit');
    network.clock.advance(hour);

    const answer = await network.get(P, '/tzgg/');

    expect(answer).toMatchObject({ status: 200, headers: { 'X-Cache': 'stale', Age: '3600' } });
    expect(answer.headers.Warning).toContain('110');
  });

  it('shows a purged page again only while the database is away', async () => {
    await network.get(P, '/tzgg/');
    void network.publicSite.purge(['channel:12']);
    network.store.isDown = true;
    expect(await network.get(P, '/tzgg/')).toMatchObject({ status: 200, headers: { 'X-Cache': 'stale' } });

    network.store.isDown = false;
    network.store.channels['portal/tzgg']?.titles.push('新的');
    network.clock.advance(5000);

    expect(await network.text(P, '/tzgg/')).toContain('新的');
  });

  it('does not show a purged page because of a fault of the program', async () => {
    await network.get(P, '/tzgg/');
    void network.publicSite.purge(['channel:12']);
    network.store.afterRead = () => {
      throw new TypeError('x is not a function');
    };

    expect((await network.get(P, '/tzgg/')).status).toBe(503);
  });

  it('never shows what was withdrawn', async () => {
    await network.get(P, '/tzgg/');
    void network.publicSite.purge(gone(['channel:12']));
    network.store.isDown = true;

    expect((await network.get(P, '/tzgg/')).status).toBe(503);
  });

  it('forgets a purged page when it is withdrawn later', async () => {
    await network.get(P, '/tzgg/');
    void network.publicSite.purge(['channel:12']);
    void network.publicSite.purge(gone(['channel:12']));
    network.store.isDown = true;

    expect((await network.get(P, '/tzgg/')).status).toBe(503);
  });

  it('stops showing outdated pages after the configured time', async () => {
    await network.get(P, '/tzgg/');
    network.store.isDown = true;
    network.clock.advance(25 * hour);

    expect((await network.get(P, '/tzgg/')).status).toBe(503);
  });

  it('asks a stopped database once and not for every visitor', async () => {
    await network.get(P, '/tzgg/');
    network.store.isDown = true;
    network.clock.advance(hour);
    for (let index = 0; index < 50; index += 1) await network.get(P, '/tzgg/');

    expect(network.store.loads.filter((load) => load === '1:tzgg')).toHaveLength(2);
  });

  it('answers a clean 503 with the name of the site when it has nothing', async () => {
    network.store.isDown = true;
    const answer = await network.get(P, '/tzgg/');

    expect(answer).toMatchObject({
      status: 503,
      headers: { 'Retry-After': '30', 'Cache-Control': 'no-store' },
    });
    expect(textOf(answer)).toContain('portal网站');
    expect(textOf(answer)).not.toContain('ECONNREFUSED');
  });

  it('treats the refusal “unavailable” like a stopped database', async () => {
    await network.get(P, '/tzgg/');
    network.clock.advance(hour);
    network.store.afterRead = () => {
      throw new DomainError('x.y.z', 'unavailable', '不可用');
    };

    expect((await network.get(P, '/tzgg/')).headers['X-Cache']).toBe('stale');
  });
});
