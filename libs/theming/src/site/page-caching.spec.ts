import { Logger } from '@nestjs/common';
import { Page, view, type PageResult } from '../page/page';
import { smallNetwork, textOf, type Network } from '../testing/small-network';
import { someChannels } from '../testing/some-channels';

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
  network.store.channels = someChannels();
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
