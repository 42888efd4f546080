import sharp from 'sharp';
import { drawing } from './pictures';

/** Wide enough for the largest place on a page; larger would only make the first start slower. */
const PAINTED_WIDTH = 960;

/** The picture as a JPEG file, as a camera would have made it. */
export function paint(name: string): Promise<Buffer> {
  return sharp(Buffer.from(drawing(name)))
    .resize({ width: PAINTED_WIDTH })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 88 })
    .toBuffer();
}
