import { crc32 } from 'node:zlib';
import sharp from 'sharp';

/** Files as people and attackers send them, made on the spot. */

export interface ZipEntry {
  readonly name: string;
  readonly content?: string;
  /** What the table of contents claims. */
  readonly claims?: number;
}

/** A ZIP whose entries are stored as they are. */
export function zip(...entries: ZipEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const table: Buffer[] = [];
  let offset = 0;
  for (const { name, content = 'x', claims } of entries) {
    const [title, data] = [Buffer.from(name), Buffer.from(content)];
    const facts = Buffer.alloc(16);
    facts.writeUInt32LE(crc32(data), 4);
    facts.writeUInt32LE(data.length, 8);
    facts.writeUInt32LE(claims ?? data.length, 12);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    facts.copy(local, 10);
    local.writeUInt16LE(title.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    facts.copy(central, 12);
    central.writeUInt16LE(title.length, 28);
    central.writeUInt32LE(offset, 42);
    bodies.push(local, title, data);
    table.push(central, title);
    offset += local.length + title.length + data.length;
  }
  const contents = Buffer.concat(table);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, contents, end]);
}

export const docx = (...more: ZipEntry[]): Buffer =>
  zip({ name: '[Content_Types].xml' }, { name: 'word/document.xml', content: '<w:document/>' }, ...more);

/** An OLE compound file with streams of these names and nothing in them. */
export function ole(...streams: string[]): Buffer {
  const header = Buffer.alloc(512);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  const entries = ['Root Entry', ...streams].map((name, at) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 0, 'utf16le');
    entry.writeUInt16LE((name.length + 1) * 2, 64);
    entry[66] = at === 0 ? 5 : 2;
    entry[67] = 1;
    return entry;
  });
  return Buffer.concat([header, ...entries]);
}

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

export const photo = (width = 1200, height = 800): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#7a9' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'secret village' }, IFD3: { GPSLatitude: '27/1 30/1 0/1' } })
    .toBuffer();

export const png = (width = 20, height = 10): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 4, background: '#14539a' } })
    .png()
    .toBuffer();

export async function movingGif(): Promise<Buffer> {
  const frames = ['#ff0000', '#00ff00', '#0000ff'].map((background) => ({
    create: { width: 16, height: 16, channels: 3 as const, background },
  }));
  return sharp(frames as never, { join: { animated: true } })
    .gif({ delay: [100, 100, 100] })
    .toBuffer();
}

/** The head of an MP4 of this brand and nothing to play. */
export function mp4(brand: string, more: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt32BE(24, 0);
  head.write(`ftyp${brand}`, 4, 'latin1');
  head.write('isom', 16, 'latin1');
  return Buffer.concat([head, more]);
}

/** The head of a Matroska file that says what it is. */
export function webm(type: 'webm' | 'matroska'): Buffer {
  const said = Buffer.concat([Buffer.from([0x42, 0x82, 0x80 | type.length]), Buffer.from(type)]);
  return Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80 | said.length]), said, Buffer.alloc(40)]);
}
