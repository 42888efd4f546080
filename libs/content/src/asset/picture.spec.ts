import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { movingGif, photo } from '../../test/sample-files';
import { drawVariant, redraw } from './picture';
import { readFilePath, variantPath } from './presets';
import { responsivePictures } from './responsive-pictures';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanqun-picture-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const draw = async (content: Buffer | string, extension: string, wanted?: string) => {
  const path = join(folder, 'file');
  await writeFile(path, content);
  return redraw(path, { extension, name: `图.${extension}`, ...(wanted ? { wanted } : {}) });
};
const code = (name: string) => ({ code: `content.asset.${name}` });
const svg = (inner: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" ${attributes}>${inner}</svg>`;

describe('图片重绘', () => {
  it('turns a drawing into pixels', async () => {
    const { bytes, width, height } = await draw(svg('<rect width="40" height="20" fill="#c00"/>'), 'svg');

    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png' });
    expect(width / height).toBeCloseTo(2, 1);
    expect(width).toBeGreaterThan(1000);
  });

  it.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['foreign content', svg('<foreignObject><body/></foreignObject>')],
    ['an entity that unfolds', `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('<text>&a;</text>')}`],
    ['a file of the server', svg('<image xlink:href="file:///etc/passwd"/>')],
    ['an address', svg('<image href="http://127.0.0.1/x.png"/>')],
    ['three megabytes', svg('x'.repeat(3 * 1024 * 1024))],
  ])('refuses a drawing with %s', async (_, content) => {
    await expect(draw(content, 'svg')).rejects.toMatchObject(code('svgRefused'));
  });

  it('refuses pixels without end and pictures without number', async () => {
    const wide = sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#fff' } });
    await expect(draw(await wide.png().toBuffer(), 'png')).rejects.toMatchObject(code('imageTooManyPixels'));

    const frame = Buffer.alloc(301 * 3);
    const long = await sharp(
      frame.map((_, at) => (at * 7) % 256),
      {
        raw: { width: 1, height: 301, channels: 3, pageHeight: 1 },
      },
    )
      .gif({ delay: 20, loop: 0, interFrameMaxError: 0 })
      .toBuffer();
    await expect(draw(long, 'gif')).rejects.toMatchObject(code('imageTooManyFrames'));
  });

  it('gives a still picture of one that moves, never larger than it was', async () => {
    const { bytes } = await draw(await movingGif(), 'gif');
    const small = await sharp(await drawVariant(bytes, { preset: 'large', format: 'webp' })).metadata();

    expect(small).toMatchObject({ format: 'webp', width: 16 });
    expect(small.pages ?? 1).toBe(1);
  });

  it('crops a cover to its shape', async () => {
    const { bytes } = await draw(await photo(1600, 1600), 'jpg');

    expect(
      await sharp(await drawVariant(bytes, { preset: 'cover', format: 'avif' })).metadata(),
    ).toMatchObject({
      format: 'heif',
      width: 1280,
      height: 720,
    });
  });
});

describe('图片地址', () => {
  it.each([
    ['202603/a.jpg', '202603/a.jpg', null],
    ['202603/a.jpg.small.webp', '202603/a.jpg', { preset: 'small', format: 'webp' }],
    ['202603/a.jpg.w480.webp', '202603/a.jpg', { preset: 'small', format: 'webp' }],
    ['202603/a.jpg.cover.avif', '202603/a.jpg', { preset: 'cover', format: 'avif' }],
    ['202603/a.jpg.w481.webp', '202603/a.jpg.w481.webp', null],
    ['202603/a.jpg.small.png', '202603/a.jpg.small.png', null],
  ])('%s', (asked, path, variant) => {
    expect(readFilePath(asked)).toEqual({ path, variant });
    if (variant && !asked.includes('w480')) expect(variantPath(path, variant as never)).toBe(asked);
  });

  it('offers smaller files around a picture of a text, and leaves moving and foreign ones alone', () => {
    const own = '<img src="/hexi/_files/202603/a.jpg" alt="现场" width="900" />';
    const moving = '<img src="/_files/202603/a.gif" alt="动图" />';

    const html = responsivePictures(`<figure>${own}<figcaption>图</figcaption></figure>${moving}`);

    expect(html).toContain('<source type="image/avif" srcset="/hexi/_files/202603/a.jpg.large.avif" />');
    expect(html).toContain(
      '<source media="(max-width: 640px)" type="image/webp" srcset="/hexi/_files/202603/a.jpg.medium.webp" />',
    );
    expect(html).toContain(`<picture>`);
    expect(html).toContain(
      '<img src="/hexi/_files/202603/a.jpg" alt="现场" width="900" loading="lazy" /></picture>',
    );
    expect(html).toContain(`</figure>${moving}`);
  });
});
