import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip, gzipSync } from 'node:zlib';
import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { FileStore } from '@zhanqun/platform';
import { MemorySiteDirectory, Settings, siteNotice } from '@zhanqun/tenancy';
import { PublicSite } from '@zhanqun/theming';
import { extract, pack } from 'tar-stream';
import { Newsroom } from '../../test/newsroom';
import { DOT } from '../../test/former-sites';
import { Article } from '../article/article.entity';
import { AssetService } from '../asset/asset.service';
import { Asset } from '../asset/asset.entity';
import { OldAddresses } from '../old-address/old-address.service';
import { OldAddressReading } from '../old-address/old-address-reading';
import { LayoutService } from '../block/layout/layout.service';
import { SearchEntries } from '../search/search-entries';
import { SiteExports, WriteSiteExport, WriteSiteExportJob } from './site-exports';
import { SiteFittings } from './site-fittings';
import { SiteMoving } from './site-moving';
import type { SitePackage } from './site-package';
import { PORTRAITS } from './portraits';
import { unmentioned } from './portable-rows';

jest.setTimeout(120_000);

let room: Newsroom;
let site: SiteRef;
let root: EditorCtx;
let folder: string;

beforeAll(async () => {
  room = await Newsroom.open();
});
afterAll(() => room.close());
beforeEach(async () => {
  site = await room.site();
  root = room.root(site);
  folder = await mkdtemp(join(tmpdir(), 'zhanqun-export-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const moving = () => room.app.get(SiteMoving);
const file = () => join(folder, 'site.tar.gz');
const siteOf = (key: string) => room.app.get(MemorySiteDirectory).byKey(key) as SiteRef;
const layouts = () => room.app.get(LayoutService);
const block = (type: string, settings: object) => ({
  id: `b-${type}`,
  type,
  region: 'main',
  settings: { ...settings },
});
async function home({ host, prefix }: SiteRef): Promise<string> {
  const url = `${prefix}/`;
  const answer = await room.app.get(PublicSite).handle({ method: 'GET', host, url, headers: { host } });
  return (answer.body as Buffer).toString();
}
const parentOf = ({ portalId }: SiteRef) => room.app.get(MemorySiteDirectory).byId(portalId)?.key ?? '';

/** A site with a picture, an attachment, a text in two versions, links to itself, a draft and an old address. */
async function furnished(): Promise<{ first: Article; second: Article }> {
  const assets = room.app.get(AssetService);
  const picture = await assets.upload(root, { fileName: 'dot.png', content: DOT, alt: '红点' });
  const plan = await assets.upload(root, { fileName: '计划.txt', content: Buffer.from('收购计划') });
  const editor = room.person(site, 'siteAdmin');
  const first = await room.publish(editor, {
    title: '第一篇',
    attachmentIds: [plan.id],
    coverAssetId: picture.id,
  });
  const second = await room.publish(editor, {
    title: '第二篇',
    body: `<p>见<a href="${site.prefix}/art/202603/${first.id}.html">第一篇</a>和<img src="/_files/${picture.path}" alt="红点"></p>`,
  });
  await room.articles.revise(room.now(editor), first.id);
  await room.draft(editor, { title: '一篇草稿', body: '<p>草稿正文。</p>' });
  await room.app.get(OldAddresses).add(root, '/old.asp?id=1', `/art/202603/${first.id}.html`);
  return { first, second };
}

/** The entries of an archive, changed, packed anew. */
async function repacked(change: (entries: Map<string, Buffer>) => void): Promise<string> {
  const entries = new Map<string, Buffer>();
  const tar = extract();
  createReadStream(file()).pipe(createGunzip()).pipe(tar);
  for await (const entry of tar) {
    const pieces: Buffer[] = [];
    for await (const piece of entry) pieces.push(piece as Buffer);
    entries.set(entry.header.name, Buffer.concat(pieces));
  }
  change(entries);
  const packed = pack();
  for (const [name, content] of entries) packed.entry({ name }, content);
  packed.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of packed as unknown as Readable) pieces.push(piece as Buffer);
  const path = join(folder, 'changed.tar.gz');
  await writeFile(path, gzipSync(Buffer.concat(pieces)));
  return path;
}

describe('整站导出与写入', () => {
  it('gives, written into another site, content with the same checksum, its links leading to its own pages', async () => {
    const { first } = await furnished();
    const manifest = await moving().exportTo(room.system, site.key, file());

    const counts = await moving().importFrom(room.system, file(), {
      key: 'copy-one',
      parent: parentOf(site),
    });

    expect(counts).toMatchObject({
      articles: 3,
      assets: 2,
      oldAddresses: 1,
      contentDigest: manifest.contentDigest,
    });
    const copy = siteOf('copy-one');
    const copied = await room.db.site(room.root(copy), Article).find({ order: { id: 'ASC' } });
    expect(copied.map(({ title, state }) => [title, state])).toEqual([
      ['第一篇', 'published'],
      ['第二篇', 'published'],
      ['一篇草稿', 'unpublished'],
    ]);
    expect(copied.every(({ id, authorId }) => id !== first.id && authorId === 0)).toBe(true);
    const [own, linking] = copied as [Article, Article];
    expect(await room.live(room.root(copy), linking.id)).toContain(
      `href="${copy.prefix}/art/202603/${own.id}.html"`,
    );
    expect(own.publishedAt).toEqual(first.publishedAt);
    const [picture] = await room.db.site(room.root(copy), Asset).find({ where: { kind: 'image' } });
    expect(await room.app.get(FileStore).exists(copy.id, picture?.path ?? '')).toBe(true);
    expect(own.coverAssetId).toBe(picture?.id);
    expect(await room.app.get(OldAddressReading).find(room.citizen(copy), '/old.asp?id=1')).toBe(
      `/art/202603/${own.id}.html`,
    );

    const again = await moving().exportTo(room.system, 'copy-one', join(folder, 'again.tar.gz'));
    expect(again.contentDigest).toBe(manifest.contentDigest);
  });

  it('takes the home page along, what is published and what is being arranged, and shows it at the new site', async () => {
    const { first } = await furnished();
    const [picture] = await room.db.site(root, Asset).find({ where: { kind: 'image' } });
    const url = `/art/202603/${first.id}.html`;
    const image = { assetId: picture?.id, path: '', alt: '', width: 0, height: 0 };
    const arranged = [
      block('banner', { title: '镇里的横幅', image, target: { channel: '', url } }),
      block('list', { channel: 'xzdt', chosen: [first.id] }),
      block('rich-text', { title: '欢迎', body: `<p><a href="${site.prefix}${url}">第一篇</a></p>` }),
    ];
    await layouts().save(root, 'home', 0, arranged);
    await layouts().publish(root, 'home', 1, '');
    await layouts().save(root, 'home', 2, [block('list', { title: '还在编排', channel: 'xzdt' })]);
    const manifest = await moving().exportTo(room.system, site.key, file());

    await moving().importFrom(room.system, file(), {
      key: 'copy-home',
      parent: parentOf(site),
      host: site.host,
      prefix: '/copy-home',
    });

    const copy = await room.online(siteOf('copy-home'));
    const own = await room.db.site(room.root(copy), Article).findOne({ title: '第一篇' });
    const [copied] = await room.db.site(room.root(copy), Asset).find({ where: { kind: 'image' } });
    const { layout, remarks } = await layouts().get(room.root(copy), 'home');
    expect(layout?.published).toMatchObject([
      { settings: { image: { assetId: copied?.id, path: copied?.path } } },
      { settings: { chosen: [own?.id] } },
      { settings: { title: '欢迎' } },
    ]);
    expect(layout?.draft).toMatchObject([{ settings: { title: '还在编排' } }]);
    expect(remarks).toEqual([]);
    const page = await home(copy);
    expect(page).toContain('镇里的横幅');
    expect(page).toContain(`href="${copy.prefix}/art/202603/${own?.id}.html"`);
    expect(page).not.toContain('还在编排');
    expect(page).not.toContain(`/art/202603/${first.id}.html`);

    const again = await moving().exportTo(room.system, 'copy-home', join(folder, 'home.tar.gz'));
    expect(again.contentDigest).toBe(manifest.contentDigest);
  });

  it('takes settings and, of a portal, the dictionary of its search along', async () => {
    const portal = siteOf(parentOf(site));
    const at = room.root(portal);
    await room.app.get(Settings).set(at, siteNotice, '网站试运行');
    await room.app.get(SearchEntries).add(at, 'synonyms', '医保 医疗保险');
    await moving().exportTo(room.system, portal.key, file());

    await moving().importFrom(room.system, file(), { key: 'copy-portal' });

    const copy = room.root(siteOf('copy-portal'));
    expect(room.app.get(Settings).get(copy, siteNotice)).toBe('网站试运行');
    const { items } = await room.app.get(SearchEntries).list(copy, 'synonyms', '', { page: 1, pageSize: 20 });
    expect(items.map(({ text }) => text)).toEqual(['医保;医疗保险']);
  });

  it('lets nothing in by its page and its dictionary that the console would refuse', async () => {
    const portal = await room.site('portal');
    const own = block('rich-text', { title: '欢迎', body: '<p onclick="x">好<script>x</script></p>' });
    const to = { channel: '', url: 'javascript:alert(1)' };
    const page = [
      null,
      'x',
      { ...own, id: '../x' },
      own,
      block('services', { hall: null, personal: [null] }),
    ];
    const source = {
      layout: async () => ({
        published: [
          ...page,
          block('banner', { title: '横幅', target: to, image: { path: '../../别站.png' } }),
        ],
        draft: { length: 3 },
      }),
      searchEntries: async () => [
        null,
        { kind: 'constructor', text: '词语' },
        { kind: 'word', text: '看不见的\u202e字' },
        { kind: 'word', text: '文昌路', byName: '江遇安' },
        { kind: 'word', text: '文昌路', byName: '又一次' },
      ],
    } as unknown as SitePackage;
    const at = room.root(portal);
    await room.app.get(SiteFittings).restore(at, source, () => null);

    const { layout } = await layouts().get(at, 'home');
    expect(layout?.draft).toBeNull();
    expect(layout?.published?.map(({ type }) => type)).toEqual(['rich-text', 'services', 'banner']);
    expect(layout?.published?.[0]?.settings).toMatchObject({ title: '欢迎', body: '<p>好</p>' });
    expect(JSON.stringify(layout?.published)).not.toMatch(/javascript|别站/);
    const { items } = await room.app.get(SearchEntries).list(at, 'word', '', { page: 1, pageSize: 20 });
    expect(items.map(({ text }) => text)).toEqual(['文昌路']);
  });

  it('holds no account, no password and nothing of another site', async () => {
    await furnished();
    const stranger = await room.site();
    await room.publish(room.person(stranger, 'siteAdmin'), { title: '邻站的文章' });
    await moving().exportTo(room.system, site.key, file());

    const text = createGunzip();
    createReadStream(file()).pipe(text);
    const all = Buffer.concat(await text.toArray()).toString();

    expect(all).not.toContain('邻站的文章');
    expect(all).not.toMatch(/passwordHash|"authorId"|"writtenById"|"uploadedById"|"byId"/);
  });

  it('goes on after an interruption and, run once more, changes nothing', async () => {
    await furnished();
    await moving().exportTo(room.system, site.key, file());
    const move = { key: 'copy-two', parent: parentOf(site) };
    const put = jest.spyOn(room.app.get(FileStore), 'put').mockRejectedValueOnce(new Error('power cut'));
    await expect(moving().importFrom(room.system, file(), move)).rejects.toThrow('power cut');
    put.mockRestore();

    const counts = await moving().importFrom(room.system, file(), move);

    expect(counts.articles).toBe(3);
    expect(await room.db.site(room.root(siteOf('copy-two')), Article).count()).toBe(3);
    await expect(moving().importFrom(room.system, file(), { key: site.key })).rejects.toMatchObject({
      code: 'content.siteImport.keyInUse',
    });
  });

  it.each([
    [
      'a newer format',
      'newer',
      (entries: Map<string, Buffer>) =>
        entries.set('format.json', Buffer.from('{"format":"zhanqun-site","version":99}')),
    ],
    [
      'a changed text',
      'checksum',
      (entries: Map<string, Buffer>) => entries.set('articles/000001.ndjson', Buffer.from('{}\n')),
    ],
    [
      'an entry too many',
      'checksum',
      (entries: Map<string, Buffer>) => entries.set('files/evil.html', Buffer.from('x')),
    ],
    [
      'a path that leads out',
      'path',
      (entries: Map<string, Buffer>) => entries.set('../../evil', Buffer.from('x')),
    ],
    ['no list of contents', 'noManifest', (entries: Map<string, Buffer>) => entries.delete('manifest.json')],
  ] as const)('refuses %s', async (_what, fault, change) => {
    await furnished();
    await moving().exportTo(room.system, site.key, file());

    const changed = await repacked((entries) => void change(entries));

    await expect(
      moving().importFrom(room.system, changed, {
        key: `no-${createHash('md5').update(fault).digest('hex').slice(0, 8)}`,
        parent: parentOf(site),
      }),
    ).rejects.toMatchObject({ code: 'content.import.packageRefused', details: { fault } });
  });

  it('is written by a job, fetched by those who may, and gone after a week', async () => {
    await furnished();
    const admin = await room.at(await room.hire({ role: 'siteAdmin', site }), site);
    const exports = room.app.get(SiteExports);
    const { id } = await exports.begin(admin);
    expect((await exports.begin(admin)).id).toBe(id);
    await room.app.get(WriteSiteExportJob).handle(root, new WriteSiteExport(id));

    const { row, reading } = await exports.fetch(admin, id);
    expect(row).toMatchObject({ state: 'ready', articles: 3, assets: 2, bytes: reading.size });
    reading.stream.destroy();
    const other = await room.site();
    await expect(exports.fetch(room.root(other), id)).rejects.toMatchObject({
      code: 'content.siteExport.notFound',
    });
    const late = { ...root, now: new Date(root.now.getTime() + 8 * 24 * 3_600_000) };
    await exports.expire(late);
    await expect(exports.fetch(late, id)).rejects.toMatchObject({ code: 'content.siteExport.notFound' });
  });

  it('mentions every column that names another row', () => {
    expect(
      PORTRAITS.flatMap((portrait) => unmentioned(portrait).map((name) => `${portrait.entity.name}.${name}`)),
    ).toEqual([]);
  });
});
