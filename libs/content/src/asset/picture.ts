import { readFile, stat } from 'node:fs/promises';
import sharp from 'sharp';
import { imageBroken, imageTooManyFrames, imageTooManyPixels, svgRefused } from './asset.errors';
import { PRESETS, type Preset, type Variant } from './presets';

const LONGEST_SIDE = 4000;
const MOST_PIXELS = 100_000_000;
const MOST_FRAMES = 300;
/** Sharpness of a drawing turned into pixels: its longer side, whatever unit it was made in. */
const DRAWING_SIDE = 2000;
const LONGEST_DRAWING = 2 * 1024 * 1024;

export interface Picture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a picture anew: whatever else the file held (positions, thumbnails, scripts behind the pixels)
 * is gone, it stands upright and no side is longer than 4,000 pixels. A GIF or WebP keeps moving, with at
 * most 300 pictures; all of them count towards the bound of pixels. `wanted` is the format it is stored in.
 */
export async function redraw(
  path: string,
  { extension, wanted = extension, name }: { extension: string; wanted?: string; name: string },
): Promise<Picture> {
  try {
    if (extension === 'svg') return await rasterised(path, name);
    const settings = { limitInputPixels: MOST_PIXELS, failOn: 'truncated' as const };
    const { pages = 1, width, height, pageHeight = height } = await sharp(path, settings).metadata();
    const moves = pages > 1 && wanted === extension && (extension === 'gif' || extension === 'webp');
    if (moves && pages > MOST_FRAMES) throw imageTooManyFrames({ name, most: MOST_FRAMES });
    if (moves && pages * width * pageHeight > MOST_PIXELS) throw imageTooManyPixels({ name });
    const upright = sharp(path, { ...settings, animated: moves });
    const drawn = encoded(moves ? upright : upright.autoOrient().resize(within(LONGEST_SIDE)), wanted);
    const { data: bytes, info } = await drawn.toBuffer({ resolveWithObject: true });
    return { bytes, width: info.width, height: info.pageHeight ?? info.height };
  } catch (error) {
    throw refusal(error, name);
  }
}

/**
 * 矢量图转位图: a drawing is a program in waiting, so it is never served; citizens get its pixels as PNG.
 * The renderer opens no other file and no address; declarations that could unfold are refused before.
 */
async function rasterised(path: string, name: string): Promise<Picture> {
  if ((await stat(path)).size > LONGEST_DRAWING) throw svgRefused({ name });
  const text = await readFile(path, 'utf8');
  if (/<!DOCTYPE|<!ENTITY|<script|<foreignObject|(?:xlink:)?href\s*=\s*["'](?!#|data:image\/)/i.test(text))
    throw svgRefused({ name });
  const drawing = sharp(Buffer.from(text), { limitInputPixels: MOST_PIXELS });
  const { width, height } = await drawing.metadata();
  const density = Math.min(2400, Math.max(1, (72 * DRAWING_SIDE) / Math.max(width, height, 1)));
  const { data: bytes, info } = await sharp(Buffer.from(text), { limitInputPixels: MOST_PIXELS, density })
    .resize(within(DRAWING_SIDE))
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
  return { bytes, width: info.width, height: info.height };
}

/** A smaller picture of one that was redrawn: the first one of a moving GIF, never larger than it was. */
export async function drawVariant(source: Buffer, { preset, format }: Variant): Promise<Buffer> {
  const { width, height }: Preset = PRESETS[preset];
  const picture = sharp(source, { limitInputPixels: MOST_PIXELS });
  const sized = height
    ? picture.resize({ width, height, fit: 'cover', position: 'centre', withoutEnlargement: true })
    : picture.resize({ width, withoutEnlargement: true });
  // Effort 2 costs a tenth of the default for a few per cent more bytes: it is drawn while somebody waits.
  return (
    format === 'avif' ? sized.avif({ quality: 50, effort: 2 }) : sized.webp({ quality: 80 })
  ).toBuffer();
}

const within = (side: number) => ({
  width: side,
  height: side,
  fit: 'inside' as const,
  withoutEnlargement: true,
});

function encoded(picture: sharp.Sharp, extension: string): sharp.Sharp {
  switch (extension) {
    case 'png':
      return picture.png({ compressionLevel: 9 });
    case 'gif':
      return picture.gif();
    case 'webp':
      return picture.webp({ quality: 85 });
    default:
      return picture.flatten({ background: '#ffffff' }).jpeg({ quality: 86, progressive: true });
  }
}

function refusal(error: unknown, name: string): Error {
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('content.asset.'))
    return error;
  const isHuge = error instanceof Error && /pixel limit/i.test(error.message);
  return Object.assign(isHuge ? imageTooManyPixels({ name }) : imageBroken({ name }), { cause: error });
}
