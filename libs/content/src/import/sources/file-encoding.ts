import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';
import { unknownEncoding } from '../import.errors';

/** Reads the whole file once, piece by piece: a mark at its start, else strict UTF-8, else GB18030. */
export async function encodingOfFile(path: string): Promise<'utf-8' | 'utf-16le' | 'gb18030'> {
  const candidates = (['utf-8', 'gb18030'] as const).map((encoding) => ({
    encoding,
    decoder: new TextDecoder(encoding, { fatal: true }),
  }));
  let open = candidates;
  let isFirst = true;
  for await (const piece of createReadStream(path)) {
    const bytes = piece as Buffer;
    if (isFirst && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
    isFirst = false;
    open = open.filter(({ decoder }) => decodes(decoder, bytes));
    if (open.length === 0) throw unknownEncoding();
  }
  const found = open.find(({ decoder }) => decodes(decoder, null));
  if (!found) throw unknownEncoding();
  return found.encoding;
}

/** Bytes in, text out, in pieces that break no character. */
export function decoding(encoding: string): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    decodeStrings: false,
    encoding: 'utf8',
    transform: (piece: Buffer, _encoding, done) => done(null, decoder.decode(piece, { stream: true })),
    flush: (done) => done(null, decoder.decode()),
  });
}

function decodes(decoder: InstanceType<typeof TextDecoder>, bytes: Buffer | null): boolean {
  try {
    if (bytes) decoder.decode(bytes, { stream: true });
    else decoder.decode();
    return true;
  } catch {
    return false;
  }
}
