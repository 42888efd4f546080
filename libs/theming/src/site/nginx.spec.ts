import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Logger } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Asks, CitizenServer, Page, raw, view, type Asked, type PageResult } from '../index';
import { smallNetwork, type Network } from '../testing/small-network';
import { startNginx, type RunningNginx } from '../../../../test/support/nginx';
import { temporaryDirectory } from '../../../../test/support/temporary';
import { until } from '../../../../test/support/until';
import { visit, type Answer } from '../../../../test/support/visitor';

const P = 'portal.localhost';

@Page('/*path/feed.xml', '/sitemap.xml', '/robots.txt')
class Machines {
  load(_ctx: SiteCtx, { path }: { path?: string }): Promise<PageResult> {
    const type = path === undefined ? 'application/xml' : 'application/atom+xml';
    return Promise.resolve(
      raw(`${type}; charset=utf-8`, Buffer.from('<a>发</a>'), { tags: ['m'], ttlSeconds: 600 }),
    );
  }
}

const visitors: string[] = [];

@Asks({ query: ['q'], perMinute: 100 })
@Page('/search/')
class SearchPage {
  load(_ctx: SiteCtx, _params: object, _frame: object, { query, visitor }: Asked): Promise<PageResult> {
    visitors.push(visitor.address);
    const page = { title: '搜索', tags: [], breadcrumb: [] };
    return Promise.resolve(
      view('pages/home.njk', { text: `答${query.q}` }, { tags: [], ttlSeconds: 60, page }),
    );
  }
}

const data = temporaryDirectory();
let network: Network;
let server: CitizenServer;
let publicPort: number;
let nginx: RunningNginx;

const listen = async (port: number): Promise<number> => {
  const health = { readiness: () => Promise.resolve({ isReady: true, checks: {} }) };
  const purges = { openFiles: () => Promise.resolve(), stop: () => Promise.resolve() };
  server = new CitizenServer(network.publicSite, health as never, purges as never);
  return server.listen('127.0.0.1', port);
};

beforeAll(async () => {
  Logger.overrideLogger(false);
  network = smallNetwork({
    dataDir: data.path,
    proxies: ['127.0.0.1'],
    pages: () => [new Machines(), new SearchPage()],
  });
  for (const key of ['portal', 'hexi', 'qingshui'])
    network.store.channels[`${key}/tzgg`] = {
      id: network.directory.sites.findIndex((it) => it.key === key) + 10,
      name: `${key}公告`,
      titles: Array.from({ length: 80 }, (_, at) => `发文${at}`),
    };
  publicPort = await listen(0);
  nginx = await startNginx(data.path, publicPort);
});
afterAll(async () => {
  await nginx.stop();
  await server.close();
  await network.publicSite.settled();
  await data.remove();
});

const ask = (host: string, path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  visit(nginx.port, host, path, { headers });
const filed = async (host: string, path: string): Promise<Answer> => {
  await ask(host, path);
  await network.publicSite.settled();
  return ask(host, path);
};

describe('nginx 前的页面文件', () => {
  it('are served by it alone, compressed, after the platform has answered once', async () => {
    const first = await ask(P, '/tzgg/');
    await network.publicSite.settled();
    const second = await ask(P, '/tzgg/', { 'accept-encoding': 'gzip, br' });

    expect(first.headers['x-cache']).toBe('miss');
    expect(second.headers['x-cache']).toBe('file');
    expect(second.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(second.bytes).toString()).toBe(first.body);
  });

  it.each([
    [P, '/tzgg/', 'portal公告'],
    [P, '/hexi/tzgg/', 'hexi公告'],
    ['qingshui.localhost', '/tzgg/', 'qingshui公告'],
    [P, '/', '首页'],
    [P, '/zh-hant/tzgg/', '發文7'],
    [P, '/hexi/zh-hant/tzgg/', '發文7'],
  ])('%s%s is the page of that site and that writing', async (host, path, text) => {
    const answer = await filed(host, path);

    expect([answer.status, answer.headers['x-cache']]).toEqual([200, 'file']);
    expect(answer.body).toContain(text);
  });

  it.each([
    ['/tzgg/', 'text/html; charset=utf-8'],
    ['/tzgg/feed.xml', 'application/atom+xml; charset=utf-8'],
    ['/sitemap.xml', 'application/xml; charset=utf-8'],
  ])('%s carries the headers the platform itself sends', async (path, type) => {
    const own = await visit(publicPort, P, path);
    const answer = await filed(P, path);

    expect(answer.headers['x-cache']).toBe('file');
    expect(answer.body).toBe(own.body);
    expect(answer.headers['content-type']).toBe(type);
    for (const name of [
      'content-type',
      'content-security-policy',
      'x-content-type-options',
      'referrer-policy',
      'cache-control',
      'vary',
    ])
      expect([name, answer.headers[name]]).toEqual([name, own.headers[name]]);
    expect(answer.headers).not.toHaveProperty('set-cookie');
  });

  it('puts its own headers on no answer of the platform', async () => {
    const answer = await ask(P, '/nothing/');

    expect(answer.status).toBe(404);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['content-security-policy']).toBe(
      (await visit(publicPort, P, '/nothing/')).headers['content-security-policy'],
    );
  });

  it('answers 304 to who has the page, and the new page after the text changed', async () => {
    const { headers } = await filed(P, '/hexi/tzgg/');
    const conditions = { 'if-none-match': String(headers.etag) };
    expect(headers.etag).toBeDefined();
    expect((await ask(P, '/hexi/tzgg/', conditions)).status).toBe(304);
    expect(
      (await ask(P, '/hexi/tzgg/', { 'if-modified-since': String(headers['last-modified']) })).status,
    ).toBe(304);

    network.store.channels['hexi/tzgg']?.titles.splice(0, 1, '发文x');
    await network.publicSite.purge(['channel:12']);
    network.clock.advance(1);
    await filed(P, '/hexi/tzgg/');
    const changed = await ask(P, '/hexi/tzgg/', conditions);
    expect([changed.status, changed.headers['x-cache']]).toEqual([200, 'file']);
    expect(changed.body).toContain('发文x');
  });

  it('are gone for it the moment the page is purged, in both writings', async () => {
    for (const path of ['/tzgg/', '/zh-hant/tzgg/']) await filed(P, path);
    network.store.channels['portal/tzgg']?.titles.push('干部任免');
    await network.publicSite.purge(['channel:10']);
    network.clock.advance(1);

    const [plain, traditional] = [await ask(P, '/tzgg/'), await ask(P, '/zh-hant/tzgg/')];
    expect([plain.headers['x-cache'], traditional.headers['x-cache']]).toEqual(['miss', 'miss']);
    expect([plain.body, traditional.body]).toEqual([
      expect.stringContaining('干部任免'),
      expect.stringContaining('幹部任免'),
    ]);
  });

  it('step aside when their time is up', async () => {
    await filed(P, '/tzgg/');
    network.clock.advance(700_000);
    await network.files?.expire(network.clock.now().getTime());

    expect((await ask(P, '/tzgg/')).headers['x-cache']).toBe('miss');
  });

  it.each([
    ['evil.example', '/tzgg/', 421],
    [P, '/tzgg', 301],
    [P, '/tzgg/index.html', 404],
    [P, '/tzgg/index.html.gz', 404],
    [P, '/tzgg//', 400],
    [P, '/%00/', 400],
    [P, '/nothing/', 404],
    ['..', '/etc/passwd', 400],
  ])('leaves %s%s to the platform or refuses it: %d', async (host, path, status) => {
    await filed(P, '/tzgg/');

    expect((await ask(host, path)).status).toBe(status);
  });

  it('writes no visitor of the counter into its log', async () => {
    await ask(P, '/_visit/home/');
    await ask(P, '/hexi/_visit/article/7/');
    await ask(P, '/tzgg/?last');

    await until(() => nginx.logged().includes('/tzgg/?last'), { what: 'nginx to log the page' });
    expect(nginx.logged()).not.toContain('_visit');
  });

  it('asks the platform about every question, and tells it who asks', async () => {
    await filed(P, '/search/');
    const answer = await ask(P, '/search/?q=%E5%8F%91', { 'x-forwarded-for': '198.51.100.7' });

    expect(answer.body).toContain('答发');
    expect(new Set(visitors)).toEqual(new Set(['127.0.0.1']));
  });

  it('go on answering while no public process runs, expired ones with a warning', async () => {
    await filed(P, '/tzgg/');
    await filed('qingshui.localhost', '/tzgg/');
    network.clock.advance(700_000);
    await network.files?.expire(network.clock.now().getTime());
    await filed('qingshui.localhost', '/tzgg/');
    expect(existsSync(join(data.path, 'pages-expired', P, 'tzgg/index.html'))).toBe(true);
    await server.close();

    expect(await ask('qingshui.localhost', '/tzgg/')).toMatchObject({
      status: 200,
      headers: { 'x-cache': 'file' },
    });
    const expired = await ask(P, '/tzgg/');
    expect(expired).toMatchObject({
      status: 200,
      headers: { 'x-cache': 'stale', 'cache-control': 'no-store' },
    });
    expect(expired.headers.warning).toContain('110');
    expect(expired.headers['content-security-policy']).toContain("default-src 'self'");
    const nothing = await ask(P, '/nothing/');
    expect([nothing.status, nothing.headers['retry-after']]).toEqual([503, '120']);
    expect(nothing.body).toContain('请稍后再访问');

    publicPort = await listen(publicPort);
    expect((await ask(P, '/nothing/')).status).toBe(404);
  });
});
