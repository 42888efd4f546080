import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docx, mp4, ole, PDF, png, webm, zip } from '../../test/sample-files';
import { contentDisposition } from './content-disposition';
import { addressPart, readFileName, withExtension } from './file-name';
import { recognise } from './recognise';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanqun-recognise-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function judge(fileName: string, content: Buffer | string) {
  const path = join(folder, 'file');
  await writeFile(path, content);
  const handle = await open(path);
  try {
    return await recognise(handle, Buffer.byteLength(content), readFileName(fileName));
  } finally {
    await handle.close();
  }
}
const code = (name: string) => expect.objectContaining({ code: `content.asset.${name}` });

describe('上传：按内容识别', () => {
  it.each([
    ['a.pdf', PDF, 'application/pdf'],
    ['a.docx', docx(), expect.stringContaining('wordprocessingml')],
    ['a.xlsx', zip({ name: 'xl/workbook.xml' }), expect.stringContaining('spreadsheetml')],
    ['a.ofd', zip({ name: 'OFD.xml' }), 'application/ofd'],
    ['a.zip', zip({ name: '文件/通知.txt' }), 'application/zip'],
    ['a.doc', ole('WordDocument', '1Table'), 'application/msword'],
    ['a.wps', ole('WordDocument'), 'application/vnd.ms-works'],
    ['a.et', ole('Workbook'), 'application/octet-stream'],
    ['a.txt', '通知正文', 'text/plain; charset=utf-8'],
    ['a.csv', Buffer.from('b1e0bac52cc3fbb3c6', 'hex'), 'text/csv; charset=gb18030'],
  ])('takes %s', async (name, content, mime) => {
    expect(await judge(name, content)).toMatchObject({ kind: 'attachment', mime });
  });

  it.each([
    ['a.mp4', mp4('isom'), 'video/mp4', 'video'],
    ['a.m4v', mp4('M4V '), 'video/mp4', 'video'],
    ['a.m4a', mp4('M4A '), 'audio/mp4', 'audio'],
    ['a.webm', webm('webm'), 'video/webm', 'video'],
    ['a.mp3', Buffer.concat([Buffer.from('ID3'), Buffer.alloc(60)]), 'audio/mpeg', 'audio'],
    [
      'a.svg',
      '<?xml version="1.0"?><!-- 县徽 --><svg xmlns="http://www.w3.org/2000/svg"/>',
      'image/svg+xml',
      'image',
    ],
  ])('takes %s by its content', async (name, content, mime, kind) => {
    expect(await judge(name, content)).toMatchObject({ mime, kind });
  });

  it('takes a PNG called .jpg for what it is', async () => {
    expect(await judge('a.jpg', await png())).toMatchObject({ kind: 'image', extension: 'png' });
  });

  it.each([
    ['a page called .txt', 'a.txt', '<html><script>alert(1)</script>', 'contentMismatch'],
    ['a drawing called .png', 'a.png', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'contentMismatch'],
    [
      'a program called .pdf',
      'a.pdf',
      Buffer.from('4d5a90000300000004000000ffff0000', 'hex'),
      'contentMismatch',
    ],
    [
      'a photograph called .svg',
      'a.svg',
      Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(60)]),
      'contentMismatch',
    ],
    ['a page called .svg', 'a.svg', '<html><svg/></html>', 'contentMismatch'],
    ['sound called .mp4', 'a.mp4', mp4('M4A '), 'contentMismatch'],
    ['a Matroska film called .webm', 'a.webm', webm('matroska'), 'contentMismatch'],
    ['a page called .mp4', 'a.mp4', '<html><video/></html>', 'contentMismatch'],
    ['a document behind a film', 'a.docx', Buffer.concat([mp4('isom'), docx()]), 'contentMismatch'],
    ['bytes called .csv', 'a.csv', Buffer.from([1, 2, 3, 0, 255]), 'contentMismatch'],
    ['a document called .zip', 'a.zip', docx(), 'contentMismatch'],
    ['an archive called .docx', 'a.docx', zip({ name: 'a.txt' }), 'contentMismatch'],
    ['an old Word file called .pdf', 'a.pdf', ole('WordDocument'), 'contentMismatch'],
    ['a document with macros', 'a.docx', docx({ name: 'word/vbaProject.bin' }), 'macro'],
    ['an old document with macros', 'a.doc', ole('WordDocument', 'Macros', '_VBA_PROJECT'), 'macro'],
    ['an encrypted document', 'a.docx', ole('EncryptedPackage', 'EncryptionInfo'), 'encrypted'],
    [
      'an archive that grows a thousandfold',
      'a.zip',
      zip({ name: 'a', claims: 3_000_000_000 }),
      'archiveRefused',
    ],
    ['an archive with a path out of it', 'a.zip', zip({ name: '../../etc/passwd' }), 'archiveRefused'],
    ['an archive without its end', 'a.zip', zip({ name: 'a' }).subarray(0, 40), 'archiveRefused'],
  ])('refuses %s', async (_, name, content, reason) => {
    await expect(judge(name, content)).rejects.toEqual(code(reason));
  });

  it('names what is allowed when it refuses', async () => {
    await expect(judge('a.html', '<p>x</p>')).rejects.toThrow(/图片（JPG、PNG、GIF、WebP、SVG）/);
  });
});

describe('上传：文件名', () => {
  it.each([
    ['C:\\Users\\李\\报告.PDF', '报告.PDF', 'pdf'],
    ['../../etc/passwd/计划 2026.docx', '计划 2026.docx', 'docx'],
    ['照片.v2.JPEG', '照片.v2.JPEG', 'jpg'],
    ['𠮷䶮村公示.txt', '𠮷䶮村公示.txt', 'txt'],
    ['fdp.\u202egnp.pdf', 'fdp.gnp.pdf', 'pdf'],
    ['a<b>|c?.csv', 'a_b__c_.csv', 'csv'],
  ])('reads %s', (sent, name, extension) => {
    expect(readFileName(sent)).toEqual({ name, extension });
  });

  it.each([
    ['shell.php.jpg', 'doubleExtension'],
    ['invoice.exe.pdf', 'doubleExtension'],
    ['page.html', 'typeRefused'],
    ['logo.svgz', 'typeRefused'],
    ['run.js', 'typeRefused'],
    ['tool.exe', 'typeRefused'],
    ['macro.docm', 'typeRefused'],
    ['.htaccess', 'typeRefused'],
    ['.jpg', 'typeRefused'],
    ['noextension', 'typeRefused'],
    ['a\0.jpg', 'nameUnusable'],
    ['a\ud800.jpg', 'nameUnusable'],
    ['', 'nameUnusable'],
    [`${'长'.repeat(151)}.pdf`, 'nameUnusable'],
  ])('refuses %j', (sent, reason) => {
    expect(() => readFileName(sent)).toThrow(code(reason));
  });

  it('makes an address of the plain part and gives the name the extension of the content', () => {
    expect(addressPart('Plan 2026（终稿）.docx')).toBe('plan-2026');
    expect(addressPart('通知.docx')).toBe('');
    expect(withExtension('照片.png', 'jpg')).toBe('照片.jpg');
    expect(withExtension('照片.JPEG', 'jpg')).toBe('照片.JPEG');
  });

  it('tells browsers the true name without letting it break the header', () => {
    expect(contentDisposition('attachment', '𠮷"村\'(1).pdf')).toBe(
      'attachment; filename="file.pdf"; filename*=UTF-8\'\'%F0%A0%AE%B7%22%E6%9D%91%27%281%29.pdf',
    );
  });
});
