import sharp from 'sharp';
import { imageBroken, imageTooManyPixels } from './asset.errors';

export const RENDITION_WIDTHS = [480, 960] as const;
const LONGEST_SIDE = 4000;
const MOST_PIXELS = 100_000_000;

export interface Picture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly renditions: readonly { readonly width: number; readonly bytes: Buffer }[];
}

/**
 * Draws a picture anew: whatever else the file held (positions, thumbnails, scripts behind the pixels)
 * is gone, it stands upright and no side is longer than 4,000 pixels. Movement of a GIF or WebP stays.
 */
export async function redraw(path: string, extension: string, name: string): Promise<Picture> {
  try {
    const settings = { limitInputPixels: MOST_PIXELS, failOn: 'truncated' as const };
    const { pages = 1 } = await sharp(path, settings).metadata();
    const moves = pages > 1 && (extension === 'gif' || extension === 'webp');
    const upright = sharp(path, { ...settings, animated: moves });
    const drawn = encoded(moves ? upright : upright.autoOrient().resize(within(LONGEST_SIDE)), extension);
    const { data: bytes, info } = await drawn.toBuffer({ resolveWithObject: true });
    const still = { limitInputPixels: MOST_PIXELS };
    const renditions = [];
    for (const width of RENDITION_WIDTHS) {
      const smaller = sharp(bytes, still).resize({ width, withoutEnlargement: true }).webp({ quality: 80 });
      renditions.push({ width, bytes: await smaller.toBuffer() });
    }
    return { bytes, width: info.width, height: info.pageHeight ?? info.height, renditions };
  } catch (error) {
    const isHuge = error instanceof Error && /pixel limit/i.test(error.message);
    throw Object.assign(isHuge ? imageTooManyPixels({ name }) : imageBroken({ name }), { cause: error });
  }
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
      return picture.jpeg({ quality: 86, progressive: true });
  }
}

/** `202603/a.jpg` at 480 pixels: `202603/a.jpg.w480.webp`. */
export const renditionPath = (path: string, width: number): string => `${path}.w${width}.webp`;

const RENDITION = new RegExp(`\\.w(?:${RENDITION_WIDTHS.join('|')})\\.webp$`);

/** The asset's path and whether a smaller picture of it is meant. */
export function readFilePath(path: string): { readonly path: string; readonly isRendition: boolean } {
  const base = path.replace(RENDITION, '');
  return { path: base, isRendition: base !== path };
}
