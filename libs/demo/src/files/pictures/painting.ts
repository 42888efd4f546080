import sharp from 'sharp';
import { drawing } from './pictures';

/** The picture as a JPEG file, as a camera would have made it. */
export function paint(name: string): Promise<Buffer> {
  return sharp(Buffer.from(drawing(name)))
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 88 })
    .toBuffer();
}
