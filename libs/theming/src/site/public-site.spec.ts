import { Logger } from '@nestjs/common';
import { smallNetwork, textOf, type Network } from '../testing/small-network';
import { someChannels } from '../testing/some-channels';

const P = 'portal.localhost';
const Q = 'qingshui.localhost';
let network: Network;

beforeAll(() => Logger.overrideLogger(false));

beforeEach(() => {
  network = smallNetwork();
  network.store.channels = someChannels();
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
