import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { gunzipSync } from 'node:zlib';
import { baseFolder, folder, site, smallNetwork, SmallStore, type Network } from '../testing/small-network';
import { isServable, placeOf } from './page-place';

const P = 'portal.localhost';
let dataDir: string;
let store: SmallStore;
let running: Network[] = [];

beforeAll(() => Logger.overrideLogger(false));
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'zhanqun-pages-'));
  store = new SmallStore();
  store.channels = {
    'portal/tzgg': { id: 12, name: '通知公告', titles: Array.from({ length: 60 }, (_, i) => `通知${i}`) },
    'hexi/tzgg': { id: 32, name: '河西公告', titles: [] },
  };
});
afterEach(async () => {
  await Promise.all(running.map(settled));
  running = [];
  await rm(dataDir, { recursive: true, force: true });
});

/** One process: its own memory, the shared directory and the shared store. */
const process = (rest: Parameters<typeof smallNetwork>[0] = {}): Network => {
  const network = smallNetwork({ dataDir, store, ...rest });
  running.push(network);
  return network;
};
const settled = (network: Network): Promise<void> => network.publicSite.settled();
const file = (...parts: string[]): string => join(dataDir, 'pages', ...parts);

describe('页面文件', () => {
  it('stand under host and path as a web server finds them, with compressed forms', async () => {
    const one = process();
    const answer = await one.get(P, '/tzgg/');
    await one.get(P, '/hexi/tzgg/');
    await settled(one);

    expect(await readFile(file(P, 'tzgg', 'index.html'))).toEqual(answer.body);
    expect(gunzipSync(await readFile(file(P, 'tzgg', 'index.html.gz')))).toEqual(answer.body);
    expect(await readFile(file(P, 'hexi', 'tzgg', 'index.html'), 'utf8')).toContain('河西公告');
    expect((await readdir(file(P, 'tzgg'))).sort()).toEqual(['index.html', 'index.html.br', 'index.html.gz']);
  });

  it('answer after a restart without a question to the database', async () => {
    const one = process();
    const before = await one.get(P, '/tzgg/');
    await settled(one);
    store.loads = [];

    const after = await process().get(P, '/tzgg/');

    expect(after).toMatchObject({ status: 200, body: before.body });
    expect(after.headers.ETag).toBe(before.headers.ETag);
    expect(store.loads).toEqual([]);
  });

  it('go with the page when it is purged', async () => {
    const one = process();
    await one.get(P, '/tzgg/');
    await settled(one);

    await one.publicSite.purge(['channel:12']);

    expect(existsSync(file(P, 'tzgg', 'index.html'))).toBe(false);
    expect(existsSync(file(P, 'tzgg', 'index.html.gz'))).toBe(false);
  });

  it('go with the page also when memory has evicted it', async () => {
    const one = process({ limits: { pagesPerSite: 1 } });
    await one.get(P, '/tzgg/');
    await settled(one);
    await one.get(P, '/');
    expect(one.cache.peek(1, '/tzgg/')).toBeUndefined();

    await one.publicSite.purge(['channel:12']);

    expect(existsSync(file(P, 'tzgg', 'index.html'))).toBe(false);
  });

  it('are not left behind by a page that is purged while it is being written', async () => {
    for (let round = 0; round < 20; round += 1) {
      const one = process();
      await one.get(P, '/tzgg/');
      await new Promise((done) => setTimeout(done, round % 7));
      await one.publicSite.purge(['channel:12']);
      await settled(one);

      expect(existsSync(file(P, 'tzgg', 'index.html'))).toBe(false);
      expect(existsSync(join(dataDir, 'page-facts', P, 'tzgg', 'index.html.json'))).toBe(false);
    }
  });

  it('are not believed by another process that knows of a later purge', async () => {
    const [one, two] = [process(), process()];
    await two.publicSite.purge(['channel:99']);
    await one.get(P, '/tzgg/');
    await settled(one);
    two.clock.advance(1000);
    store.channels['portal/tzgg'] = { id: 12, name: '新名', titles: [] };
    await two.publicSite.purge(['channel:12']);

    expect(await two.text(P, '/tzgg/')).toContain('新名');
  });

  it('become purgeable again after a restart, once surveyed', async () => {
    const one = process();
    await one.get(P, '/tzgg/');
    await settled(one);
    const two = process();
    await two.files?.survey(two.clock.now().getTime(), 86_400);

    await two.publicSite.purge(['channel:12']);

    expect(existsSync(file(P, 'tzgg', 'index.html'))).toBe(false);
  });

  it('of another version of the theme are not used, and cleared away', async () => {
    const one = process();
    await one.get(P, '/tzgg/');
    await settled(one);
    const changed = folder('base', {
      ...Object.fromEntries(baseFolder.templates),
      'pages/channel.njk': '新模板',
    });
    const two = process({ folders: [changed] });

    expect(await two.text(P, '/tzgg/')).toBe('新模板');
  });

  it('that were cut, mixed up or tampered with are not used', async () => {
    const one = process();
    await one.get(P, '/tzgg/');
    await settled(one);
    await writeFile(file(P, 'tzgg', 'index.html'), '<h1>改动</h1>');
    expect(await process().text(P, '/tzgg/')).toContain('通知公告');

    await writeFile(join(dataDir, 'page-facts', P, 'tzgg', 'index.html.json'), '{"siteId":');
    expect(await process().text(P, '/tzgg/')).toContain('通知公告');
  });

  it('of one site are never shown by another, even at the same place', async () => {
    const one = process();
    await one.get(P, '/tzgg/');
    await settled(one);
    const two = process({ sites: [site(7, 'other', { host: P })] });
    store.channels['other/tzgg'] = { id: 70, name: '另一站', titles: [] };

    expect(await two.text(P, '/tzgg/')).toContain('另一站');
  });

  it('stand in for a stopped database after a restart, until they are too old', async () => {
    const one = process();
    await one.get(P, '/tzgg/');
    await settled(one);
    store.isDown = true;
    const two = process();
    two.clock.advance(3_600_000);
    expect(await two.get(P, '/tzgg/')).toMatchObject({ status: 200, headers: { 'X-Cache': 'stale' } });

    two.clock.advance(48 * 3_600_000);
    expect((await two.get(P, '/tzgg/')).status).toBe(503);
  });

  it('leave the web server’s sight when their time is up, and still stand in for a stopped database', async () => {
    const one = process();
    await one.get(P, '/tzgg/');
    await one.get(P, '/hexi/tzgg/');
    await settled(one);
    one.clock.advance(700_000);
    await one.files?.expire(one.clock.now().getTime());

    expect(await readdir(file(P, 'tzgg'))).toEqual([]);
    const expired = join(dataDir, 'pages-expired', P, 'tzgg', 'index.html');
    expect(await readFile(expired, 'utf8')).toContain('通知公告');

    store.isDown = true;
    const restarted = process({ clock: one.clock });
    expect(await restarted.get(P, '/tzgg/')).toMatchObject({ status: 200, headers: { 'X-Cache': 'stale' } });

    store.isDown = false;
    one.clock.advance(61_000);
    await one.get(P, '/tzgg/');
    await settled(one);
    expect(existsSync(file(P, 'tzgg', 'index.html'))).toBe(true);
    expect(existsSync(expired)).toBe(false);
    await one.publicSite.purge(['channel:32']);
    expect(existsSync(join(dataDir, 'pages-expired', P, 'hexi', 'tzgg', 'index.html'))).toBe(false);
  });

  it('that another process has renewed meanwhile stay until their own time', async () => {
    const one = process();
    await one.get(P, '/tzgg/');
    await settled(one);
    one.clock.advance(700_000);
    const two = process({ clock: one.clock });
    await two.get(P, '/tzgg/');
    await settled(two);

    await one.files?.expire(one.clock.now().getTime());
    expect(existsSync(file(P, 'tzgg', 'index.html'))).toBe(true);

    one.clock.advance(700_000);
    await one.files?.expire(one.clock.now().getTime());
    expect(existsSync(file(P, 'tzgg', 'index.html'))).toBe(false);
  });

  it('look different to a web server when their text differs, also within one second', async () => {
    const one = process();
    await one.get(P, '/tzgg/');
    await settled(one);
    const before = (await stat(file(P, 'tzgg', 'index.html'))).mtimeMs;
    store.channels['portal/tzgg']?.titles.splice(0, 1, '通知x');
    await one.publicSite.purge(['channel:12']);
    one.clock.advance(1);
    await one.get(P, '/tzgg/');
    await settled(one);

    const after = (await stat(file(P, 'tzgg', 'index.html'))).mtimeMs;
    expect(after).not.toBe(before);
    expect(after).toBeLessThanOrEqual(one.clock.now().getTime());
  });

  it.each([
    ['h/tzgg/index.html', 'text/html; charset=utf-8', true],
    ['h/feed.xml', 'application/atom+xml; charset=utf-8', true],
    ['h/sitemap.xml', 'application/xml; charset=utf-8', true],
    ['h/robots.txt', 'text/plain; charset=utf-8', true],
    ['h/feed/index.html', 'application/atom+xml', false],
    ['h/a.xml', 'text/html', false],
    ['h/a.json', 'application/json', false],
  ])('%s of type %s is a file: %s', (place, type, expected) => {
    expect(isServable(place, type)).toBe(expected);
  });

  it('are not removed by who asks for them under the name of the file', async () => {
    const one = process();
    await one.get(P, '/tzgg/');
    await settled(one);
    expect((await one.get(P, '/tzgg/index.html')).status).toBe(404);
    await settled(one);

    expect(existsSync(file(P, 'tzgg', 'index.html'))).toBe(true);
  });

  it('are all removed when nobody knows what was purged', async () => {
    const one = process();
    await one.get(P, '/tzgg/');
    await settled(one);

    await one.publicSite.purgeEverything();

    expect(existsSync(file())).toBe(false);
    expect((await readdir(dataDir)).filter((name) => name.startsWith('.removed'))).toEqual([]);
  });

  it('remember how far the purge log was applied, by the process that is furthest behind', async () => {
    const [one, two] = [process(), process()];
    expect(await one.files?.leastPosition()).toBeNull();
    await one.files?.keepPosition(40);
    await two.files?.keepPosition(25);

    expect(await process().files?.leastPosition()).toBe(25);
  });
});

describe('页面文件的位置', () => {
  it.each([
    [{}, '/', 'a.localhost/index.html'],
    [{}, '/tzgg/', 'a.localhost/tzgg/index.html'],
    [{ prefix: '/hexi' }, '/tzgg/', 'a.localhost/hexi/tzgg/index.html'],
    [{}, '/art/202603/7.html', 'a.localhost/art/202603/7.html'],
    [{}, '/%E4%B8%AD/', 'a.localhost/中/index.html'],
    [{ host: '' }, '/', null],
    [{ host: '..' }, '/', null],
    [{ host: 'a/b' }, '/', null],
    [{}, '/../x/', null],
    [{}, '/.git/', null],
    [{}, '/%2e%2e/', null],
    [{}, '\0pages/not-found.njk', null],
    [{}, `/${'a'.repeat(300)}/`, null],
    [{}, '/zwgk/index.html', null],
    [{}, '/zwgk/index.html.gz', null],
    [{}, '/a.html.tmp', null],
  ])('of %j %s is %s', (rest, path, place) => {
    expect(placeOf(site(1, 'a', rest), path)).toBe(place);
  });
});
