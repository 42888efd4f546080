import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Asks, Page, raw, view, type Asked, type PageFrame, type PageResult } from '../page/page';
import { smallNetwork, textOf, type Network, type SmallStore } from '../testing/small-network';

beforeAll(() => Logger.overrideLogger(false));

const P = 'portal.localhost';
const visitors: Asked['visitor'][] = [];

@Asks({ query: ['q', 'page'], perMinute: 5 })
@Page('/search/')
class SearchPage {
  constructor(private readonly store: SmallStore) {}

  async load(ctx: SiteCtx, _params: object, _frame: PageFrame, asked: Asked): Promise<PageResult> {
    visitors.push(asked.visitor);
    const text = await this.store.read(ctx, 'search', () => `答${JSON.stringify(asked.query)}`);
    const page = { title: '搜索', tags: [], breadcrumb: [] };
    const rest = { tags: [`search:${ctx.site.id}`], ttlSeconds: 60, page };
    return view(
      'pages/home.njk',
      { text },
      { ...rest, ...(asked.query.page === '1' && { canonicalPath: '/search/?q=a' }) },
    );
  }
}

let token = 0;

@Asks({ query: [], perMinute: 100 })
@Page('/_token/')
class TokenPage {
  constructor(private readonly store: SmallStore) {}

  async load(ctx: SiteCtx): Promise<PageResult> {
    await this.store.read(ctx, 'token', () => null);
    token += 1;
    return raw('text/plain', Buffer.from(`令牌${token}`), { headers: { 'Cache-Control': 'no-store' } });
  }
}

let network: Network;
beforeEach(() => {
  visitors.length = 0;
  network = smallNetwork({ pages: (store) => [new SearchPage(store), new TokenPage(store)] });
});

const loads = (what: string): number => network.store.loads.filter((load) => load === `1:${what}`).length;

describe('带参数的页面', () => {
  it('get the parameters they name, decoded, and nothing else', async () => {
    expect(await network.text(P, '/search/?x=1&page=2&q=%E5%8C%BB%E4%BF%9D')).toContain(
      '答{&quot;q&quot;:&quot;医保&quot;,&quot;page&quot;:&quot;2&quot;}',
    );
    expect(await network.text(P, '/search/?x=1')).toContain('答{}');
  });

  it('are made once for one question, whatever the order and whatever stands beside it', async () => {
    const spellings = ['?q=a&page=2', '?page=2&q=a', '?utm=7&q=a&page=2&q=b', '?q=%61&page=2'];
    await Promise.all(spellings.map((search) => network.get(P, `/search/${search}`)));
    const hit = await network.get(P, '/search/?page=2&q=a');

    expect(loads('search')).toBe(1);
    expect(hit.headers['X-Cache']).toBe('hit');
    expect((await network.get(P, '/search/?q=c')).headers['X-Cache']).toBe('miss');
  });

  it('keep their answers in memory of their own, where a flood of questions pushes no page out', async () => {
    network.store.channels['portal/tzgg'] = { id: 12, name: '公告', titles: [] };
    await network.get(P, '/tzgg/');
    for (let at = 0; at < 3000; at += 1) await network.get(P, `/search/?q=${at}`);

    expect(network.cache.get(1, '/tzgg/', 0)).toBeDefined();
    expect(network.cache.figures.pages).toBe(1);
    expect(network.answers.figures.pages).toBeLessThanOrEqual(50);
  });

  it('are never a file, with a question or without: a web server would answer every question by it', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'zhanqun-asking-'));
    const filed = smallNetwork({ dataDir, pages: (store) => [new SearchPage(store)] });
    for (const path of ['/', '/search/', '/search/?q=a', '/zh-hant/search/']) await filed.get(P, path);
    await filed.publicSite.settled();

    expect(await readdir(join(dataDir, 'pages', P))).toEqual(['index.html']);
    await rm(dataDir, { recursive: true });
  });

  it('are purged like any page', async () => {
    await network.get(P, '/search/?q=a');
    void network.publicSite.purge(['search:1']);

    expect((await network.get(P, '/search/?q=a')).headers['X-Cache']).toBe('miss');
  });

  it('keep the question on every redirect', async () => {
    const to = async (path: string) => (await network.get(P, path)).headers.Location;
    network.directory.aliases['www.portal.localhost'] = P;

    expect(await to('/search?q=%E5%8C%BB')).toBe('/search/?q=%E5%8C%BB');
    expect(await to('/search/?q=a&page=1')).toBe('/search/?q=a');
    expect((await network.get('www.portal.localhost', '/search/?q=a')).headers.Location).toBe(
      `http://${P}/search/?q=a`,
    );
  });

  it.each(['/search/?q=%00', '/search/?q=%', `/search/?q=${'a'.repeat(201)}`])(
    'refuse what cannot be read, in Chinese: %s',
    async (path) => {
      const answer = await network.get(P, path);

      expect([answer.status, answer.headers['Cache-Control']]).toEqual([400, 'no-store']);
      expect(textOf(answer)).toContain('请返回');
      expect(loads('search')).toBe(0);
    },
  );

  it.each([
    [{ 'sec-purpose': 'prefetch;prerender' }, true],
    [{ purpose: 'prefetch' }, true],
    [{ 'sec-fetch-site': 'cross-site' }, true],
    [{ 'sec-fetch-site': 'same-site' }, true],
    [{ 'sec-fetch-site': 'same-origin' }, undefined],
    [{}, undefined],
  ])('tell the page what nobody looks at: %p', async (headers, isAside) => {
    await network.get(P, '/search/?q=a', { headers });

    expect(visitors[0]?.isAside).toBe(isAside);
  });

  it('tell the page who asks, by the proxies the operator declared and no others', async () => {
    const headers = { 'x-forwarded-for': '1.1.1.1, 198.51.100.7', 'user-agent': 'Firefox' };
    await network.get(P, '/search/?q=a', { headers, socket: { remoteAddress: '::ffff:127.0.0.1' } });
    const behind = smallNetwork({ proxies: ['127.0.0.1'], pages: (store) => [new SearchPage(store)] });
    await behind.get(P, '/search/?q=a', { headers, socket: { remoteAddress: '::ffff:127.0.0.1' } });

    expect(visitors.map(({ address }) => address)).toEqual(['127.0.0.1', '198.51.100.7']);
    expect(visitors[0]?.userAgent).toBe('Firefox');
  });

  it('answer 429 with a time to wait to who asks too often, known answers included, and to nobody else', async () => {
    const ask = (address: string) => network.get(P, '/search/?q=a', { socket: { remoteAddress: address } });
    for (let at = 0; at < 5; at += 1) expect((await ask('203.0.113.9')).status).toBe(200);

    const refused = await ask('203.0.113.9');
    expect(refused).toMatchObject({
      status: 429,
      headers: { 'Retry-After': '60', 'Cache-Control': 'no-store' },
    });
    expect(textOf(refused)).toContain('过于频繁');
    expect((await ask('203.0.113.8')).status).toBe(200);
    expect((await network.get(P, '/', { socket: { remoteAddress: '203.0.113.9' } })).status).toBe(200);

    network.clock.advance(60_000);
    expect((await ask('203.0.113.9')).status).toBe(200);
  });
});

describe('只给一个人的回答', () => {
  it('is shared with nobody and kept nowhere, also when many ask at the same moment', async () => {
    network.store.delayMs = 5;
    const answers = await Promise.all(Array.from({ length: 20 }, () => network.get(P, '/_token/?x=1')));

    expect(new Set(answers.map(textOf)).size).toBe(20);
    expect(network.cache.figures.pages + network.answers.figures.pages).toBe(0);
  });
});
