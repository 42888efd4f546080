import sharp from 'sharp';
import { paint } from './pictures/painting';

const WIDTH = 640;
const HEIGHT = 360;
/** How long each picture stays. */
const STEP_MS = 2000;

/**
 * 短片 made of painted pictures: a WebM whose frames are VP8 key frames, which is what a lossy WebP
 * holds. Small enough to be made at every start, and every browser plays it.
 */
export async function slideshow(pictures: readonly string[]): Promise<Buffer> {
  const frames = await Promise.all(pictures.map(async (name) => keyFrame(await paint(name))));
  const duration = Buffer.alloc(8);
  duration.writeDoubleBE(frames.length * STEP_MS);
  const header = element(0x1a45dfa3, [
    number(0x4286, 1),
    number(0x42f7, 1),
    number(0x42f2, 4),
    number(0x42f3, 8),
    text(0x4282, 'webm'),
    number(0x4287, 2),
    number(0x4285, 2),
  ]);
  const info = element(0x1549a966, [
    number(0x2ad7b1, 1_000_000),
    element(0x4489, [duration]),
    text(0x4d80, 'zhanqun'),
    text(0x5741, 'zhanqun'),
  ]);
  const video = element(0xe0, [number(0xb0, WIDTH), number(0xba, HEIGHT)]);
  const track = [number(0xd7, 1), number(0x73c5, 1), number(0x83, 1), text(0x86, 'V_VP8'), video];
  const clusters = frames.map((frame, at) =>
    element(0x1f43b675, [
      number(0xe7, at * STEP_MS),
      element(0xa3, [Buffer.from([0x81, 0, 0, 0x80]), frame]),
    ]),
  );
  const segment = element(0x18538067, [info, element(0x1654ae6b, [element(0xae, track)]), ...clusters]);
  return Buffer.concat([header, segment]);
}

/** 录音 of so many seconds in which nobody speaks: MP3 frames of silence. */
export function silence(seconds: number): Buffer {
  const frame = Buffer.alloc(417);
  Buffer.from([0xff, 0xfb, 0x90, 0x64]).copy(frame);
  return Buffer.concat(Array.from({ length: Math.ceil(seconds * 38.28) }, () => frame));
}

/** The VP8 data inside a lossy WebP. */
async function keyFrame(picture: Buffer): Promise<Buffer> {
  const webp = await sharp(picture)
    .resize({ width: WIDTH, height: HEIGHT, fit: 'cover' })
    .flatten({ background: '#ffffff' })
    .webp({ quality: 60 })
    .toBuffer();
  const at = webp.indexOf('VP8 ', 12, 'latin1');
  if (at < 0) throw new Error('the picture holds no VP8 frame');
  return webp.subarray(at + 8, at + 8 + webp.readUInt32LE(at + 4));
}

function element(id: number, parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const name = Buffer.from(id.toString(16).padStart(Math.ceil(id.toString(16).length / 2) * 2, '0'), 'hex');
  return Buffer.concat([name, sizeOf(body.length), body]);
}

function sizeOf(length: number): Buffer {
  if (length < 127) return Buffer.from([0x80 | length]);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(length));
  size[0] = 0x01;
  return size;
}

function number(id: number, value: number): Buffer {
  const hex = value.toString(16);
  return element(id, [Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')]);
}

const text = (id: number, value: string): Buffer => element(id, [Buffer.from(value, 'latin1')]);
