import { Readable } from 'node:stream';
import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { docxFile, paragraph } from '../../test/docx-file';
import { Newsroom } from '../../test/newsroom';
import { photo } from '../../test/sample-files';
import { Asset } from '../asset/asset.entity';
import { DocxConversion } from './docx-conversion.service';
import { RemotePictures } from './remote-pictures.service';

jest.setTimeout(60_000);

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.site();
  editor = room.person(site, 'editor');
});
afterAll(() => room.close());

const convert = (content: Buffer, fileName = '通知.docx', by = editor) =>
  room.app.get(DocxConversion).convert(room.now(by), { fileName, content: Readable.from([content]) });
const library = () => room.db.site(editor, Asset).count({});

describe('导入 Word 文档', () => {
  it('puts the pictures into the library of the site, the same picture once', async () => {
    const body = [paragraph('现场。'), paragraph({ text: '', picture: '春耕现场' })].join('');
    const file = docxFile({ body, picture: { bytes: await photo(), extension: 'png' } });

    const found = await convert(file, 'C:\\下载\\图.docx');
    const again = await convert(file);

    expect(found.title).toBe('图');
    expect(found.pictures).toMatchObject([{ siteId: site.id, alt: '春耕现场', state: 'ready' }]);
    expect(found.html).toContain(`<img src="/_files/${found.pictures[0]?.path}" alt="春耕现场" />`);
    expect(again.pictures[0]?.id).toBe(found.pictures[0]?.id);
    expect(await library()).toBe(1);
  });

  it('refuses a person who may not upload, and stores nothing of a refused file', async () => {
    const before = await library();
    const broken = docxFile({ body: '<w:p>', picture: { bytes: await photo(40, 40), extension: 'png' } });
    const reviewer = room.person(site, 'initialReviewer');

    await expect(convert(docxFile({ body: paragraph('甲') }), 'a.docx', reviewer)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(convert(broken)).rejects.toMatchObject({ code: 'content.docx.broken' });
    expect(await library()).toBe(before);
  });
});

describe('转存图片', () => {
  it('asks nobody inside, and nobody without the right', async () => {
    const take = (address: string, by = editor) => room.app.get(RemotePictures).take(room.now(by), address);
    const before = await library();

    for (const address of ['http://127.0.0.1:8081/a.png', 'http://[::1]/a.png', 'file:///etc/passwd'])
      await expect(take(address)).rejects.toMatchObject({ code: 'platform.fetch.refused' });
    const reviewer = room.person(site, 'initialReviewer');
    await expect(take('https://pic.example.com/a.png', reviewer)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    expect(await library()).toBe(before);
  });
});
