import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { SiteStatus } from '@zhanqun/kernel';
import { Page, raw, redirect, view, type PageResult } from '../page/page';
import { SanitizedHtml } from '../theme/sanitized-html';
import { site, smallNetwork, type Network } from '../testing/small-network';
import { SiteMirror } from './site-mirror';

const P = 'portal.localhost';
let to: string;
let network: Network;
let mirror: SiteMirror;
let map: { path: string; changedAt: string }[];
let reads: string[];
let isAnswering: (path: string) => boolean;

@Page('/sitemap.xml')
class MapIndex {
  async load(): Promise<PageResult> {
    const parts = `<sitemap><loc>http://${P}/sitemap-202603.xml</loc></sitemap>`;
    return raw('application/xml', Buffer.from(`<sitemapindex>${parts}</sitemapindex>`), { ttlSeconds: 0 });
  }
}
@Page('/sitemap-202603.xml')
class MapPart {
  async load(): Promise<PageResult> {
    const lines = map.map(
      ({ path, changedAt }) => `<url><loc>http://${P}${path}</loc><lastmod>${changedAt}</lastmod></url>`,
    );
    return raw('application/xml', Buffer.from(`<urlset>${lines.join('')}</urlset>`), { ttlSeconds: 0 });
  }
}
@Page('/art/:id(\\d+).html')
class ArticlePage {
  async load(_ctx: unknown, { id }: { id: string }): Promise<PageResult> {
    reads.push(id);
    if (!isAnswering(id)) throw new Error('cannot be read');
    const body = `正文 ${id} <img src="/_files/${id}.png"> <a href="/old/">旧</a> <a href="/tzgg/?q=1">查</a>
      <a href="/hexi/">河西</a> <a href="https://www.gov.cn/">国务院</a> <a href="/.git/config">藏</a>
      <a href="/%2e%2e/etc/passwd">外</a> <a href="/search/?q=a">搜</a><form method="post"></form>`;
    const page = { title: id, tags: [], breadcrumb: [] };
    return view(
      'pages/article.njk',
      { body: SanitizedHtml.fromSanitizer(body) },
      { tags: [`article:${id}`], ttlSeconds: 600, page },
    );
  }
}
@Page('/_files/*path')
class FilePage {
  async load(_ctx: unknown, { path }: { path: string }): Promise<PageResult> {
    return raw('image/png', Buffer.from(`picture ${path}`));
  }
}
@Page('/old/')
class MovedPage {
  async load(): Promise<PageResult> {
    return redirect('/tzgg/');
  }
}

beforeAll(() => Logger.overrideLogger(false));
beforeEach(async () => {
  to = await mkdtemp(join(tmpdir(), 'zhanqun-mirror-'));
  reads = [];
  isAnswering = () => true;
  map = ['2', '3', '1'].map((id) => ({ path: `/art/${id}.html`, changedAt: `2026-03-0${id}T00:00:00Z` }));
  open('online');
});
afterEach(() => rm(to, { recursive: true, force: true }));

function open(status: SiteStatus): void {
  network = smallNetwork({
    sites: [site(1, 'portal', { kind: 'portal', status }), site(3, 'hexi', { host: P, prefix: '/hexi' })],
    pages: () => [new MapIndex(), new MapPart(), new ArticlePage(), new FilePage(), new MovedPage()],
  });
  network.store.channels = { 'portal/tzgg': { id: 12, name: '通知公告', titles: ['一号'] } };
  mirror = new SiteMirror(network.publicSite, () => network.directory, network.clock, join(to, 'no-data'));
}
const files = async (): Promise<string[]> =>
  (await readdir(to, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(to.length + 1))
    .filter((name) => name.startsWith(P))
    .toSorted();
const text = (place: string): Promise<string> => readFile(join(to, P, place), 'utf8');

describe('静态副本', () => {
  it('is the site byte for byte, newest articles first, each with its files', async () => {
    const report = await mirror.copy('portal', { to });

    expect(reads).toEqual(['3', '2', '1']);
    expect(await files()).toEqual(
      [
        '404.html',
        '_files/1.png',
        '_files/2.png',
        '_files/3.png',
        'art/1.html',
        'art/2.html',
        'art/3.html',
        'index.html',
        'old/index.html',
        'search/index.html',
        'sitemap-202603.xml',
        'sitemap.xml',
        'tzgg/index.html',
      ].map((place) => `${P}/${place}`),
    );
    expect(await text('tzgg/index.html')).toBe(await network.text(P, '/tzgg/'));
    expect(await text('404.html')).toBe(await network.text(P, '/nowhere/'));
    expect(await text('old/index.html')).toContain('content="0; url=/tzgg/"');
    expect(await text('search/index.html')).toContain('不提供搜索');
    expect(report).toMatchObject({ isComplete: true, redirects: 1, outside: 3 });
  });

  it('says what it cannot do, in figures and in words', async () => {
    const { leftOut, broken } = await mirror.copy('portal', { to });

    expect(Object.fromEntries(leftOut.map(({ what, count }) => [what, count]))).toMatchObject({
      forms: 3,
      queries: 3,
      search: 3,
      otherSite: 3,
      unwritable: 1,
    });
    expect(broken).toEqual(expect.arrayContaining([expect.stringMatching(/^\/feed\.xml ← /)]));
    expect(JSON.parse(await readFile(join(to, 'mirror-report/portal.json'), 'utf8'))).toMatchObject({
      site: 'portal',
      isComplete: true,
    });
    expect(await readFile(join(to, 'mirror-report/portal.txt'), 'utf8')).toContain('站内搜索');
  });

  it('leaves unchanged files alone, writes what changed and removes what is gone', async () => {
    await mirror.copy('portal', { to });
    const before = await stat(join(to, P, 'art/2.html'));
    map = map.filter(({ path }) => path !== '/art/1.html');
    network.store.home = 'v2';
    await network.publicSite.purge(['site:1:home']);

    const report = await mirror.copy('portal', { to });

    expect(await text('index.html')).toContain('v2');
    expect(report).toMatchObject({ removed: 2, isComplete: true });
    expect(await files()).not.toContain(`${P}/art/1.html`);
    expect(await files()).not.toContain(`${P}/_files/1.png`);
    expect((await stat(join(to, P, 'art/2.html'))).ino).toBe(before.ino);
  });

  it('keeps the old file of a page that cannot be read, removes nothing and says so', async () => {
    await mirror.copy('portal', { to });
    map = map.filter(({ path }) => path !== '/art/1.html');
    isAnswering = (id) => id !== '2';
    open('online');

    const report = await mirror.copy('portal', { to });

    expect(report).toMatchObject({ isComplete: false, failed: [expect.stringMatching(/^\/art\/2\.html /)] });
    expect(await files()).toEqual(expect.arrayContaining([`${P}/art/1.html`, `${P}/art/2.html`]));
  });

  it('goes on after a kill where it stopped, and reads what changed since', async () => {
    const stop = new Error('killed');
    const killed = mirror.copy('portal', {
      to,
      onProgress: ({ path }) => {
        if (path === '/art/2.html') throw stop;
      },
    });
    await expect(killed).rejects.toBe(stop);
    const state = join(to, '.mirror/portal.jsonl');
    await writeFile(state, `${await readFile(state, 'utf8')}{"path":"/art/9`);
    reads = [];
    map = [...map, { path: '/art/4.html', changedAt: '2026-03-04T00:00:00Z' }];
    open('online');

    const report = await mirror.copy('portal', { to });

    expect(report).toMatchObject({ isResumed: true, isComplete: true });
    expect(reads).toEqual(['4', '1']);
    expect(await files()).toEqual(expect.arrayContaining([`${P}/art/4.html`, `${P}/art/3.html`]));
  });

  it.each(['suspended', 'closed'] as const)('of a %s site is its notice and nothing else', async (status) => {
    await mirror.copy('portal', { to });
    open(status);

    const report = await mirror.copy('portal', { to });

    expect(report).toMatchObject({ isComplete: true, status });
    expect(await files()).toEqual([`${P}/404.html`, `${P}/index.html`]);
    expect(await text('index.html')).toBe(await network.text(P, '/art/1.html'));
    expect(await mirror.check('portal', { to, pages: 5 })).toMatchObject({ differing: [], leftover: [] });
  });

  it('is refused of a site that is not open, is not known or does not answer', async () => {
    await expect(mirror.copy('nobody', { to })).rejects.toMatchObject({ code: 'theming.mirror.siteUnknown' });
    network.store.isDown = true;
    await expect(mirror.copy('portal', { to })).rejects.toMatchObject({ code: 'theming.mirror.unavailable' });
    open('preparing');
    await expect(mirror.copy('portal', { to })).rejects.toMatchObject({ code: 'theming.mirror.siteNotOpen' });
  });

  it('is written to no folder of others, not through a link that leads out, and not twice at once', async () => {
    const other = await mkdtemp(join(tmpdir(), 'zhanqun-other-'));
    await writeFile(join(other, 'thesis.txt'), 'mine');
    await expect(mirror.copy('portal', { to: other })).rejects.toMatchObject({
      code: 'theming.mirror.folderTaken',
    });
    const inside = new SiteMirror(network.publicSite, () => network.directory, network.clock, to);
    await expect(inside.copy('portal', { to: join(to, 'pages') })).rejects.toMatchObject({
      code: 'theming.mirror.folderInside',
    });
    await rm(join(to, 'pages'), { recursive: true });

    await mirror.copy('portal', { to });
    await rm(join(to, P, 'art'), { recursive: true });
    await symlink(other, join(to, P, 'art'));
    const report = await mirror.copy('portal', { to });
    expect(report.isComplete).toBe(false);
    expect(await readdir(other)).toEqual(['thesis.txt']);

    await writeFile(join(to, '.mirror/portal.lock'), String(process.ppid));
    await expect(mirror.copy('portal', { to })).rejects.toMatchObject({ code: 'theming.mirror.running' });
    await rm(other, { recursive: true });
  });
});

describe('抽查', () => {
  it('finds what differs, what lacks and what is left over, and changes nothing', async () => {
    await mirror.copy('portal', { to });
    const whole = await mirror.check('portal', { to, pages: 100 });
    expect(whole).toMatchObject({ differing: [], missing: [], leftover: [], unanswered: [] });
    expect(whole.same).toBe(whole.sampled);

    const { size } = await stat(join(to, P, 'art/2.html'));
    const byHand = 'x'.repeat(size);
    await writeFile(join(to, P, 'art/2.html'), byHand);
    await rm(join(to, P, 'art/1.html'));
    map = [...map, { path: '/art/4.html', changedAt: '2026-03-04T00:00:00Z' }];
    network.store.channels = {};
    await network.publicSite.purge(['channel:12']);

    expect(await mirror.check('portal', { to, pages: 100 })).toMatchObject({
      differing: expect.arrayContaining(['/art/2.html']),
      missing: ['/art/1.html', '/art/4.html'],
      leftover: ['/tzgg/'],
    });
    expect(await text('art/2.html')).toBe(byHand);
    await mirror.copy('portal', { to });
    expect(await mirror.check('portal', { to, pages: 100 })).toMatchObject({
      differing: [],
      missing: [],
      leftover: [],
    });
  });
});
