import { Readable } from 'node:stream';
import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { PublicSite, type Answer } from '@zhanqun/theming';
import { DAY, Newsroom } from '../../test/newsroom';
import { PDF } from '../../test/sample-files';
import { AssetService } from '../asset/asset.service';
import { PreviewLinks } from './preview-links.service';

jest.setTimeout(60_000);

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.online(await room.site());
});
afterAll(() => room.close());
beforeEach(() => {
  editor = room.person(site, 'editor');
});

const links = () => room.app.get(PreviewLinks);
async function get(url: string, host = site.host): Promise<Answer & { text: string }> {
  const answer = await room.app.get(PublicSite).handle({ method: 'GET', host, url, headers: {} });
  if (answer.body instanceof Readable) answer.body.destroy();
  return { ...answer, text: Buffer.isBuffer(answer.body) ? answer.body.toString() : '' };
}
const pathOf = (url: string) => new URL(url).pathname;

describe('预览链接', () => {
  it('shows the unpublished text on the real page, marked, kept and indexed by nobody', async () => {
    const { id } = await room.draft(editor, { title: '还没发布的通知', importance: 'routine' });
    const { url } = await links().issue(room.now(editor), id, 7);

    for (let time = 0; time < 2; time += 1) {
      const answer = await get(pathOf(url));
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('还没发布的通知');
      expect(answer.text).toContain('class="preview-mark"');
      expect(answer.text).toContain(site.name);
      expect(answer.text).not.toMatch(/rel="canonical" href="[^"]*\/art\//);
      expect(answer.headers).toMatchObject({
        'Cache-Control': 'no-store',
        'X-Robots-Tag': 'noindex, nofollow, noarchive',
        'Referrer-Policy': 'no-referrer',
      });
      expect(answer.headers['X-Cache']).toBeUndefined();
    }
    // It follows the words of its text while they are written.
    await room.articles.edit(room.now(editor), id, { version: 1, title: '改过的通知' });
    expect((await get(pathOf(url))).text).toContain('改过的通知');
    await room.pass(editor, id);
    expect((await get(pathOf(url))).status).toBe(302);
  });

  it('gives the files of its text, and no smaller picture of what is none', async () => {
    const assets = room.app.get(AssetService);
    const [own, other] = [
      await assets.upload(room.now(editor), { fileName: 'a.pdf', content: PDF }),
      await assets.upload(room.now(editor), { fileName: 'b.pdf', content: Buffer.concat([PDF, PDF]) }),
    ];
    const { id } = await room.draft(editor, { attachmentIds: [own.id] });
    const path = pathOf((await links().issue(room.now(editor), id, 1)).url);

    expect((await get(`${path}_files/${own.path}`)).status).toBe(200);
    for (const wrong of [`${own.path}.small.webp`, other.path])
      expect((await get(`${path}_files/${wrong}`)).status).toBe(404);
    expect((await get(`${site.prefix}/_files/${own.path}`)).status).toBe(404);
  });

  it('opens nothing when tampered with, expired, revoked, asked of another site, or its text is given up', async () => {
    const { id } = await room.draft(editor);
    const { url, link } = await links().issue(room.now(editor), id, 2);
    const path = pathOf(url);
    const other = await room.draft(editor);
    const second = (await links().issue(room.now(editor), other.id, 2)).url;
    const neighbour = await room.online(await room.site());

    const token = path.split('/').at(-2) as string;
    const [, expiry, signature] = token.split('-') as [string, string, string];
    const refused = [
      path.replace(token, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`),
      path.replace(token, token.replace(expiry, (parseInt(expiry, 36) + 86_400).toString(36))),
      path.replace(
        token,
        token.replace(signature, pathOf(second).split('-').slice(2).join('-').replace('/', '')),
      ),
      path.replace(token, token.toUpperCase()),
    ];
    for (const address of refused) expect([address, (await get(address)).status]).toEqual([address, 404]);
    expect((await get(path.replace(site.prefix, neighbour.prefix), neighbour.host)).status).toBe(404);
    expect((await get('/_preview/x/', 'unknown.localhost')).status).toBe(421);

    expect((await get(path)).status).toBe(200);
    await links().revoke(room.now(editor), id, link.id);
    expect((await get(path)).status).toBe(404);
    await expect(links().revoke(editor, id, link.id)).rejects.toMatchObject({
      code: 'content.previewLink.notFound',
    });

    await room.bin.remove(room.now(editor), other.id);
    expect((await get(pathOf(second))).status).toBe(404);
    await room.bin.restore(room.now(editor), other.id);
    room.clock.advance(2 * DAY);
    expect((await get(pathOf(second))).status).toBe(404);
    expect(await links().list(room.now(editor), other.id)).toEqual([]);
  });

  it('is issued for at most a week, by those who may change the text', async () => {
    const { id } = await room.draft(editor);
    for (const days of [0, 8, 1.5])
      await expect(links().issue(room.now(editor), id, days)).rejects.toMatchObject({
        code: 'content.previewLink.daysWrong',
      });
    await expect(links().issue(room.person(site, 'initialReviewer'), id, 1)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const stranger = room.person(await room.site(), 'siteAdmin');
    await expect(links().issue(room.now({ ...stranger, site }), id, 1)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const published = await room.publish(editor, { importance: 'routine' });
    await expect(links().issue(room.now(editor), published.id, 1)).rejects.toMatchObject({
      code: 'content.review.noOpenRevision',
    });
    expect(await room.auditOf(site, id)).toEqual(['article.draft']);
    await links().issue(room.now(editor), id, 1);
    expect(await room.auditOf(site, id)).toEqual(['article.draft', 'article.previewLink']);
  });
});
