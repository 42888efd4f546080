import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { load } from 'cheerio';
import { County, crawl, SITES, SITE_KEYS, type SiteKey } from '../support/county';
import { visit, type Answer } from '../support/visitor';

let county: County & { dataDir: string };
let port: number;
/** Everything a visitor can reach, with its answer. */
let pages: Map<string, Answer>;

beforeAll(async () => {
  county = await County.open();
  port = county.app.publicPort;
  pages = await crawl(port);
}, 240_000);
afterAll(() => county.close());

const article = (): { host: string; path: string; answer: Answer } => some(/\/art\/\d{6}\/\d+\.html$/);
const some = (pattern: RegExp): { host: string; path: string; answer: Answer } => {
  for (const [place, answer] of pages) {
    const [host = '', path = ''] = place.split(' ');
    if (pattern.test(path) && answer.status === 200) return { host, path, answer };
  }
  throw new Error(`no page like ${pattern}`);
};
const tagsOf = (body: string): Map<string, string> => {
  const $ = load(body);
  return new Map(
    $('head meta[name]')
      .toArray()
      .map((tag) => [$(tag).attr('name') ?? '', $(tag).attr('content') ?? '']),
  );
};

describe('每个站点的地址', () => {
  it.each(SITE_KEYS)('%s answers with its home page in Chinese', async (site: SiteKey) => {
    const home = await county.page(site, '/');

    expect(home.status).toBe(200);
    expect(home.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(home.body).toMatch(/<html[^>]* lang="zh-CN"/);
    expect(load(home.body)('title').text()).not.toBe('');
  });

  it('answers under a path of the portal as another site than the portal', async () => {
    const [portal, hexi] = [await county.page('shifan', '/'), await county.page('hexi', '/')];

    expect(tagsOf(hexi.body).get('SiteName')).toContain('河西镇');
    expect(tagsOf(portal.body).get('SiteName')).not.toContain('河西镇');
    expect(hexi.body).toMatch(/href="\/hexi\/[a-z]+\//);
  });

  it('sends a path prefix without its slash to the site', async () => {
    const answer = await visit(port, SITES.shifan.host, '/hexi');

    expect(answer.status).toBe(301);
    expect(answer.headers.location).toMatch(/\/hexi\/$/);
  });

  it('sends the alias to the canonical host for good and keeps path and query', async () => {
    const answer = await visit(port, 'www.shifan.localhost', '/zwgk/?page=2');

    expect(answer.status).toBe(301);
    expect(answer.headers.location).toBe(`http://shifan.localhost:${port}/zwgk/?page=2`);
  });

  it('accepts the host with a port, in capitals and with a closing dot', async () => {
    for (const host of [
      `qingshui.shifan.localhost:${port}`,
      'QingShui.Shifan.LocalHost',
      'qingshui.shifan.localhost.',
    ])
      expect((await visit(port, host, '/')).status).toBe(200);
  });
});

describe('不认识的主机名', () => {
  it.each([
    'evil.example',
    'shifan.localhost.evil.example',
    'evil.shifan.localhost',
    'localhost',
    '127.0.0.1',
    'shifan.localhost@evil.example',
    'shifan.localhost evil.example',
    'shifan_localhost',
    '%73hifan.localhost',
    '[::1]',
    '..',
  ])('is refused with 421 that nobody keeps: %s', async (host) => {
    const answer = await visit(port, host, '/');

    expect(answer.status).toBe(421);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).not.toMatch(/示范县|清水镇|shifan\.localhost/);
    if (host.includes('evil')) expect(answer.body).not.toContain('evil');
  });

  it('is refused again after the page was made for the right host, and leaves the page as it was', async () => {
    const before = await county.page('qingshui', '/');
    expect((await visit(port, 'evil.example', '/')).status).toBe(421);

    const after = await county.page('qingshui', '/');

    expect(after).toMatchObject({ status: 200, body: before.body });
  });

  it('is never believed from a forwarding header', async () => {
    const forged = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'gopher',
      'x-original-url': '/api/session',
      'x-rewrite-url': '/api/session',
      forwarded: 'host=evil.example;proto=gopher',
      'x-host': 'evil.example',
    };
    // Not asked for before, so this answer is made with the forged headers at hand.
    const path = '/sitemap/';
    const made = await county.page('longtan', path, { headers: forged });
    const kept = await county.page('longtan', path);

    expect(made.status).toBe(200);
    expect(made.body).not.toMatch(/evil|gopher/);
    expect(kept.body).toBe(made.body);
    const unknown = await visit(port, 'evil.example', '/', {
      headers: { 'x-forwarded-host': SITES.shifan.host },
    });
    expect(unknown.status).toBe(421);
  });

  it('may be missing or doubled only at the cost of a refusal', async () => {
    const raw = (text: string): Promise<string> =>
      new Promise((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => socket.end(text));
        let answer = '';
        socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
        socket.on('end', () => resolve(answer));
        socket.on('error', reject);
      });

    expect(await raw('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 (400|421) /);
    expect(await raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 (400|421) /);
    const doubled = await raw(
      'GET / HTTP/1.1\r\nHost: evil.example\r\nHost: shifan.localhost\r\nConnection: close\r\n\r\n',
    );
    expect(doubled).toMatch(/^HTTP\/1\.1 (400|421) /);
  });
});

describe('链接', () => {
  it('lead from the home pages to at least sixty channels and six hundred articles', () => {
    const reached = [...pages].filter(([, { status }]) => status === 200).map(([place]) => place);
    const articles = reached.filter((place) => /\/art\/\d{6}\/\d+\.html$/.test(place));
    const channels = reached.filter((place) => /\/[a-z0-9-]+\/$/.test(place) && !/\/p\d+\/$/.test(place));

    expect(articles.length).toBeGreaterThanOrEqual(500);
    expect(channels.length).toBeGreaterThanOrEqual(60);
  });

  it('lead nowhere but to pages: what is broken was planted for supervision', () => {
    const broken = [...pages].filter(([, { status }]) => status >= 400);

    expect(broken.map(([place, { status }]) => `${status} ${place}`).length).toBeLessThanOrEqual(1);
    expect(broken.every(([place]) => place.startsWith(SITES.wjw.host))).toBe(true);
  });

  it('name no host but those of the platform in canonical addresses, feeds and redirects', () => {
    const hosts = new Set(Object.values(SITES).map(({ host }) => `${host}:${port}`));
    for (const [place, { status, body, headers }] of pages) {
      if (status >= 300 && status < 400 && headers.location?.startsWith('http'))
        expect([place, hosts.has(new URL(headers.location).host)]).toEqual([place, true]);
      if (status !== 200 || !headers['content-type']?.startsWith('text/html')) continue;
      const canonical = load(body)('link[rel=canonical]').attr('href') ?? '';
      const [host = '', path = ''] = place.split(' ');
      expect([place, canonical]).toEqual([place, `http://${host}:${port}${path}`]);
    }
  });
});

describe('页面标签', () => {
  const SITE_TAGS = ['SiteName', 'SiteDomain'];
  const COLUMN_TAGS = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
  const ARTICLE_TAGS = ['ArticleTitle', 'PubDate', 'ContentSource'];
  /** Pages that belong to no column. */
  const OF_THE_SITE = / (\/hexi)?\/((sitemap|contact|policies|search|accessibility)\/)?$/;

  it.each(SITE_KEYS)('are complete on the home page of %s', async (site: SiteKey) => {
    const tags = tagsOf((await county.page(site, '/')).body);

    for (const name of SITE_TAGS) expect([name, tags.get(name)]).toEqual([name, expect.stringMatching(/./)]);
    // A page under a path of the portal has no code of its own unless one was given.
    if (site !== 'hexi') expect(tags.get('SiteIDCode')).toMatch(/^(\d{10}|bm\d{8})$/);
  });

  it('are complete on every channel page', () => {
    for (const [place, { status, body }] of pages) {
      if (status !== 200 || !/[a-z0-9]\/$/.test(place) || OF_THE_SITE.test(place)) continue;
      const tags = tagsOf(body);
      for (const name of [...SITE_TAGS, ...COLUMN_TAGS])
        expect([place, name, tags.get(name)]).toEqual([place, name, expect.stringMatching(/./)]);
    }
  });

  it('are complete on every article page, with the time to the minute', () => {
    for (const [place, { status, body }] of pages) {
      if (status !== 200 || !place.includes('/art/')) continue;
      const tags = tagsOf(body);
      for (const name of [...SITE_TAGS, ...COLUMN_TAGS, ...ARTICLE_TAGS])
        expect([place, name, tags.get(name)]).toEqual([place, name, expect.stringMatching(/./)]);
      expect([place, tags.get('PubDate')]).toEqual([
        place,
        expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/),
      ]);
    }
  });

  it('repeat the title and the time that the reader sees', () => {
    const { answer } = article();
    const tags = tagsOf(answer.body);
    const $ = load(answer.body);

    expect($('h1').first().text()).toContain(tags.get('ArticleTitle') ?? '?');
    expect($('main').text()).toContain(tags.get('PubDate') ?? '?');
  });
});

describe('页面', () => {
  it('of an unknown address is a 404 in the look of the site, kept by nobody', async () => {
    const answer = await county.page('qingshui', '/art/202001/99999999.html');
    const plain = await county.page('qingshui', '/accessibility/');

    expect(answer.status).toBe(404);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).toContain('清水镇');
    const sheets = (body: string): string[] =>
      [...body.matchAll(/href="(\/_theme\/[^"]+\.css)"/g)].map(([, href]) => href ?? '');
    expect(sheets(plain.body)).toEqual(expect.arrayContaining(sheets(answer.body)));
    expect(sheets(answer.body)).toContainEqual(expect.stringContaining('/township-green/'));
  });

  it('of a path outside the canonical spelling leads to the one that is', async () => {
    const { path } = some(/^\/(?!hexi)[a-z]+\/$/);
    const answer = await county.page('shifan', path.slice(0, -1));

    expect(answer.status).toBe(301);
    expect(answer.headers.location).toBe(path);
  });

  it('sets no cookie and carries the security headers, whatever is asked', async () => {
    const answers = [
      ...pages.values(),
      await county.page('shifan', '/none/'),
      await visit(port, 'evil.example', '/'),
    ];
    for (const { headers } of answers) {
      expect(headers['set-cookie']).toBeUndefined();
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(headers['x-powered-by'] ?? headers.server).toBeUndefined();
    }
  });

  it('counts who opens an article by a call that keeps nothing, and gives away nothing about other articles', async () => {
    const { host, path, answer: shown } = article();
    const id = /(\d+)\.html$/.exec(path)?.[1] ?? '';
    const prefix = path.slice(0, path.indexOf('/art/'));

    expect(shown.body).toContain(`data-visit="article:${id}" data-visit-at="${prefix}/_visit/"`);
    for (const each of [`article/${id}`, 'article/999999', 'home', 'nothing']) {
      const answer = await visit(port, host, `${prefix}/_visit/${each}/`);
      expect(answer.status).toBe(200);
      expect(answer.body).toBe('');
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('is the same for a visitor with cookies, another language or a query string', async () => {
    const plain = await county.page('shifan', '/');
    for (const headers of [
      { cookie: 'zq_session=abc' },
      { 'accept-language': 'en' },
      { authorization: 'Basic eA==' },
    ])
      expect((await county.page('shifan', '/', { headers })).body).toBe(plain.body);
    expect((await county.page('shifan', '/?utm_source=x&a[]=1')).body).toBe(plain.body);
  });

  it('needs no script: everything a reader follows is a link', () => {
    const { answer } = article();
    const $ = load(answer.body);

    expect($('[onclick], [href^="javascript:"]').length).toBe(0);
    // Facts for search engines are data, never run.
    expect($('script:not([src]):not([type="application/ld+json"])').length).toBe(0);
    expect($('nav a[href]').length).toBeGreaterThan(0);
    expect($('main').length).toBe(1);
  });

  it('shows header, breadcrumb and the footer elements of the national rules', async () => {
    const { answer } = article();
    const footer = load(answer.body)('footer').last().text();

    expect(load(answer.body)('nav[aria-label="当前位置"], .breadcrumb').text()).toContain('首页');
    for (const word of ['主办', '网站标识码', 'ICP备', '公网安备', '联系'])
      expect([word, footer]).toEqual([word, expect.stringContaining(word)]);
    expect(load(answer.body)('footer a').text()).toContain('网站地图');
  });
});

describe('HTTP', () => {
  const bytes = (
    path: string,
    headers: Record<string, string>,
  ): Promise<{ headers: Answer['headers']; body: Buffer }> =>
    new Promise((resolve, reject) => {
      request(
        { port, host: '127.0.0.1', path, headers: { host: SITES.shifan.host, ...headers } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
        },
      )
        .on('error', reject)
        .end();
    });

  it('answers HEAD with the headers of GET and no body', async () => {
    const [get, head] = [
      await county.page('shifan', '/'),
      await county.page('shifan', '/', { method: 'HEAD' }),
    ];

    expect(head.status).toBe(200);
    expect(head.body).toBe('');
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect(head.headers.etag).toBe(get.headers.etag);
  });

  it('answers 304 to who has the page already, by tag and by date', async () => {
    const { headers } = await county.page('shifan', '/');

    const byTag = await county.page('shifan', '/', { headers: { 'if-none-match': headers.etag } });
    const byDate = await county.page('shifan', '/', {
      headers: { 'if-modified-since': headers['last-modified'] },
    });
    const other = await county.page('shifan', '/', { headers: { 'if-none-match': '"other"' } });

    expect(byTag).toMatchObject({ status: 304, body: '' });
    expect(byDate.status).toBe(304);
    expect(other.status).toBe(200);
  });

  it('compresses for who can read it, with a tag and a Vary of its own', async () => {
    const plain = await bytes('/', {});
    const zipped = await bytes('/', { 'accept-encoding': 'gzip' });
    const small = await bytes('/', { 'accept-encoding': 'gzip, br' });

    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(small.headers['content-encoding']).toBe('br');
    expect(gunzipSync(zipped.body)).toEqual(plain.body);
    expect(brotliDecompressSync(small.body)).toEqual(plain.body);
    expect(new Set([plain, zipped, small].map(({ headers }) => headers.etag)).size).toBe(3);
    expect(small.headers.vary).toContain('Accept-Encoding');
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('refuses %s', async (method) => {
    expect((await county.page('shifan', '/', { method })).status).toBe(405);
  });

  it('knows nothing of the console on this port', async () => {
    for (const path of [
      '/api/session',
      '/api/openapi.json',
      '/api/',
      '/login',
      '/index.html',
      '/console/',
      '/assets/',
    ])
      for (const host of [SITES.shifan.host, 'localhost', '127.0.0.1']) {
        const answer = await visit(port, host, path);
        expect([path, host, [301, 404, 421].includes(answer.status)]).toEqual([path, host, true]);
        expect(answer.body).not.toMatch(/openapi|element-plus|<div id="app">/);
      }
    const post = await visit(port, SITES.shifan.host, '/api/session', { method: 'POST', body: '{}' });
    expect(post.status).toBe(405);
  });

  it('tells a balancer on both ports whether it is ready, and no more', async () => {
    for (const each of [port, county.app.consolePort])
      for (const path of ['/healthz', '/readyz']) {
        const { status, body } = await visit(each, 'localhost', path);
        expect(status).toBe(200);
        expect(JSON.parse(body)).toMatchObject({ status: 'ok' });
        expect(body).not.toMatch(/sqlite|mysql|\/tmp|version/);
      }
  });
});

describe('恶意的地址', () => {
  const HOSTILE = [
    '/%00',
    '/a%00.html',
    '/../../../../etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/\\..\\..\\windows\\win.ini',
    '/_theme/../../../package.json',
    '/_theme/base/0/..%2f..%2ftheme.json',
    '/_files/../../zhanqun.sqlite',
    '/_files/..%2f..%2fzhanqun.sqlite',
    '/_files/%2e%2e/%2e%2e/zhanqun.sqlite',
    '/%',
    '/%zz/',
    '/%ff%fe/',
    '/%ED%A0%80/',
    '/%F0%A0%AE%B7/',
    '//evil.example/',
    '//',
    '/a//b/',
    '/./',
    '/art/202601/0.html',
    '/art/202601/-1.html',
    '/art/999999/999999999.html',
    '/art/202601/1e3.html',
    '/art/202601/99999999999999999999.html',
    '/zwgk/p0/',
    '/zwgk/p99999/',
    '/zwgk/p99999999999999/',
    '/constructor/',
    '/__proto__/',
    '/hexi/__proto__/',
    '/{{7*7}}/',
    '/<script>alert(1)</script>/',
    "/' OR '1'='1/",
    '/%E2%80%AEcod.exe/',
    '/%EF%BB%BF/',
    `/${'a'.repeat(1_100)}/`,
    `/${'a/'.repeat(400)}`,
    '/?',
    '/?a=%',
    `/?${'x'.repeat(4_000)}`,
    '/sitemap/%0d%0aSet-Cookie:%20a=b',
    '/healthz/',
    '/.env',
    '/.git/config',
    '/wp-login.php',
  ];

  it.each(HOSTILE)('never ends in a fault: %s', async (path) => {
    for (const site of ['shifan', 'hexi'] as const) {
      const answer = await county.page(site, encodeLoose(path));
      expect([path, answer.status < 500]).toEqual([path, true]);
      expect(answer.body).not.toMatch(/root:|SQLite|"dependencies"|at \w+ \(|<script>alert/);
      expect(answer.headers['set-cookie']).toBeUndefined();
      if (answer.status >= 300 && answer.status < 400)
        expect(answer.headers.location).not.toMatch(/^\/\/|evil/);
    }
  });

  it('answers two hundred unknown paths with one and the same page', async () => {
    const before = await county.page('shifan', '/unknown-0/');
    await Promise.all(Array.from({ length: 200 }, (_, at) => county.page('shifan', `/unknown-${at}/`))).then(
      (answers) => {
        for (const { status, body } of answers) {
          expect(status).toBe(404);
          expect(body).toBe(before.body);
        }
      },
    );
  });
});

/** What Node's client refuses to send by itself. */
function encodeLoose(path: string): string {
  return path.replace(/[^\x21-\x7e]/g, (sign) => encodeURIComponent(sign));
}
