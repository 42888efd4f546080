import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { gone } from '../cache/purge-history';
import { Asks, FileBody, Page, raw, redirect, view, type Asked, type PageResult } from '../page/page';
import { site, smallNetwork, textOf, type Network } from '../testing/small-network';

beforeAll(() => Logger.overrideLogger(false));

const P = 'portal.localhost';

@Asks({ query: ['q'], perMinute: 1000 })
@Page('/search/')
class SearchPage {
  load(_ctx: SiteCtx, _params: object, _frame: object, asked: Asked): Promise<PageResult> {
    const page = { title: '搜索', tags: [], breadcrumb: [] };
    const rest = { tags: ['search'], ttlSeconds: 60, page };
    return Promise.resolve(view('pages/home.njk', { text: `头发${asked.query.q ?? ''}` }, rest));
  }
}

let opened = 0;

@Page('/_files/*name', '/stream/', '/kept.xml', '/kept/', '/moved/')
class OtherPages {
  load(_ctx: SiteCtx, { name }: { name?: string }, _frame: object): Promise<PageResult> {
    if (name === 'old') return Promise.resolve(redirect('/tzgg/'));
    opened += 1;
    return Promise.resolve(raw('application/pdf', new FileBody(3, async () => Readable.from(['abc']))));
  }
}

@Page('/feed/')
class FeedPage {
  load(): Promise<PageResult> {
    return Promise.resolve(
      raw('application/atom+xml', Buffer.from('<feed>发</feed>'), { tags: ['f'], ttlSeconds: 60 }),
    );
  }
}

@Page('/leads/')
class LeadingPage {
  load(): Promise<PageResult> {
    return Promise.resolve(redirect('/tzgg/', false));
  }
}

let network: Network;
beforeEach(() => {
  opened = 0;
  network = smallNetwork({
    sites: [
      site(1, 'portal', { kind: 'portal', name: '门户网站' }),
      site(2, 'hexi', { host: P, prefix: '/hexi', name: '河西网站' }),
      site(3, 'english', { lang: 'en' }),
    ],
    pages: () => [new SearchPage(), new OtherPages(), new FeedPage(), new LeadingPage()],
  });
  network.store.channels = {
    'portal/tzgg': { id: 12, name: '头发', titles: ['发展'] },
    'hexi/tzgg': { id: 32, name: '后面', titles: [] },
    'english/zh-hant': { id: 40, name: '发', titles: [] },
  };
});

const loads = (): string[] => network.store.loads.filter((load) => load.endsWith('tzgg'));

describe('繁体版', () => {
  it('is the same page in the other writing, made from one reading of the database', async () => {
    const simplified = await network.text(P, '/tzgg/');
    const answer = await network.get(P, '/zh-hant/tzgg/');
    await network.get(P, '/zh-hant/tzgg/');

    expect(simplified).toContain('<html lang="zh-CN"><title>头发</title>');
    expect(simplified).toContain('<a href="/zh-hant/tzgg/">繁體版</a>');
    expect(textOf(answer)).toContain('<html lang="zh-Hant"><title>頭髮</title>');
    expect(textOf(answer)).toContain('<li>發展');
    expect(textOf(answer)).toContain('<a href="/tzgg/">简体版</a>');
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'Content-Language': 'zh-Hant', 'X-Cache': 'miss' },
    });
    expect(loads()).toHaveLength(1);
  });

  it('may be asked for first, by many at once', async () => {
    network.store.delayMs = 5;
    const paths = ['/zh-hant/tzgg/', '/tzgg/', '/zh-hant/tzgg/', '/zh-hant/tzgg/'];
    const texts = await Promise.all(paths.map((path) => network.text(P, path)));

    expect(texts.map((text) => text.includes('頭髮'))).toEqual([true, false, true, true]);
    expect(loads()).toHaveLength(1);
    expect((await network.get(P, '/zh-hant/tzgg/')).headers['X-Cache']).toBe('hit');
  });

  it('stands below the prefix of a site under a path of another', async () => {
    expect(await network.text(P, '/hexi/zh-hant/tzgg/')).toContain('<a href="/hexi/tzgg/">');
    expect(await network.text(P, '/hexi/zh-hant/tzgg/')).toContain('後面');
    expect((await network.get(P, '/zh-hant/hexi/tzgg/')).status).toBe(404);
  });

  it('goes with the simplified page when what it shows is purged or withdrawn', async () => {
    await network.get(P, '/zh-hant/tzgg/');
    network.store.channels['portal/tzgg']?.titles.push('干部');
    void network.publicSite.purge(['channel:12']);
    expect(await network.text(P, '/zh-hant/tzgg/')).toContain('幹部');

    void network.publicSite.purge(gone(['channel:12']));
    network.store.isDown = true;
    expect((await network.get(P, '/zh-hant/tzgg/')).status).toBe(503);
  });

  it('serves nobody the old page when it was purged while it was being made', async () => {
    let purges = 0;
    network.store.afterRead = () => {
      if (network.store.loads.at(-1) !== '1:tzgg' || purges > 0) return;
      purges += 1;
      network.store.channels['portal/tzgg']?.titles.push('干部');
      void network.publicSite.purge(['channel:12']);
    };

    expect(await network.text(P, '/zh-hant/tzgg/')).toContain('幹部');
    expect(await network.text(P, '/zh-hant/tzgg/')).toContain('幹部');
  });

  it('stands in for a stopped database as the simplified page does, and expires with it', async () => {
    await network.get(P, '/zh-hant/tzgg/');
    network.clock.advance(3_600_000);
    network.store.isDown = true;
    expect(await network.get(P, '/zh-hant/tzgg/')).toMatchObject({
      status: 200,
      headers: { 'X-Cache': 'stale' },
    });

    network.store.isDown = false;
    network.clock.advance(5000);
    network.store.channels['portal/tzgg']?.titles.push('干部');
    expect(await network.text(P, '/zh-hant/tzgg/')).toContain('幹部');
  });

  it('keeps the question of an asking page', async () => {
    expect(await network.text(P, '/zh-hant/search/?q=%E5%8F%91')).toContain('頭髮發');
    expect(await network.text(P, '/zh-hant/search/')).toMatch(/頭髮$/);
    expect((await network.get(P, '/zh-hant/search/?x=1&q=%E5%8F%91')).headers['X-Cache']).toBe('hit');
    expect(await network.text(P, '/zh-hant/search/?q=%E5%8F%91')).toContain('href="/search/?q=%E5%8F%91"');
  });

  it.each([
    ['/zh-hant', 301, '/zh-hant/'],
    ['/zh-hant/tzgg', 301, '/zh-hant/tzgg/'],
    ['/zh-hant/_files/a.pdf', 301, '/_files/a.pdf'],
    ['/zh-hant/a.xml', 301, '/a.xml'],
    ['/zh-hant/feed/', 301, '/feed/'],
    ['/zh-hant/stream/', 301, '/stream/'],
    ['/zh-hant/leads/', 302, '/zh-hant/tzgg/'],
    ['/zh-hant/zh-hant/tzgg/', 404, undefined],
    ['/zh-hant/nothing/', 404, undefined],
  ])('answers %s with %d %s', async (path, status, location) => {
    const answer = await network.get(P, path);
    expect([answer.status, answer.headers.Location]).toEqual([status, location]);
    if (path.includes('_files')) expect(opened).toBe(0);
  });

  it('has a 404 page of its own, one a site', async () => {
    expect(textOf(await network.get(P, '/zh-hant/nothing/'))).toContain('沒有找到');
    expect(textOf(await network.get(P, '/zh-hant/nothing/2/'))).toContain('沒有找到');
    expect(textOf(await network.get(P, '/nothing/'))).toContain('没有找到');
    expect(network.cache.figures.pages).toBe(2);
  });

  it('is none on a site in another language', async () => {
    const text = await network.text('english.localhost', '/zh-hant/');

    expect(text).toContain('<title>发</title>');
    expect((await network.get('english.localhost', '/zh-hant/tzgg/')).status).toBe(404);
  });

  it('is kept as a file like any page, and the file goes with the simplified one', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'zhanqun-variant-'));
    const kept = smallNetwork({ dataDir, store: network.store });
    await kept.get(P, '/zh-hant/tzgg/');
    await kept.publicSite.settled();
    const file = join(dataDir, 'pages', P, 'zh-hant/tzgg/index.html');
    expect(await readFile(file, 'utf8')).toContain('頭髮');

    const restarted = smallNetwork({ dataDir, store: network.store });
    expect(await restarted.text(P, '/zh-hant/tzgg/')).toContain('頭髮');
    expect(loads()).toHaveLength(1);

    await kept.publicSite.purge(['channel:12']);
    await expect(readFile(file)).rejects.toThrow('ENOENT');
    await rm(dataDir, { recursive: true });
  });
});
