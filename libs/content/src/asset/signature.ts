type Test = (head: Buffer) => boolean;

const at =
  (offset: number, ...texts: readonly string[]): Test =>
  (head) =>
    texts.some((text) => head.toString('latin1', offset, offset + text.length) === text);

const MP4_BRANDS = /^(?:isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|dash|f4v )/;

/** First bytes of the types that have such a mark, and of a few that people rename. */
const SIGNATURES: readonly (readonly [string, Test])[] = [
  ['jpg', at(0, '\xff\xd8\xff')],
  ['png', at(0, '\x89PNG\r\n\x1a\n')],
  ['gif', at(0, 'GIF87a', 'GIF89a')],
  ['webp', (head) => at(0, 'RIFF')(head) && at(8, 'WEBP')(head)],
  ['pdf', at(0, '%PDF-')],
  ['rar', at(0, 'Rar!\x1a\x07\x00', 'Rar!\x1a\x07\x01\x00')],
  ['mp4', (head) => at(4, 'ftyp')(head) && MP4_BRANDS.test(head.toString('latin1', 8, 12))],
  ['m4a', (head) => at(4, 'ftyp')(head) && /^M4[AB] /.test(head.toString('latin1', 8, 12))],
  ['webm', (head) => at(0, '\x1aE\xdf\xa3')(head) && docType(head) === 'webm'],
  ['mkv', at(0, '\x1aE\xdf\xa3')],
  ['mp3', (head) => at(0, 'ID3')(head) || isMp3Frame(head)],
  ['7z', at(0, "7z\xbc\xaf'\x1c")],
  ['gz', at(0, '\x1f\x8b')],
  ['bmp', (head) => at(0, 'BM')(head) && head.readUInt32LE(6) === 0],
  ['tif', at(0, 'II*\x00', 'MM\x00*')],
  ['heic', (head) => at(4, 'ftyp')(head) && /^(?:hei|mif|avif)/.test(head.toString('latin1', 8, 12))],
  ['rtf', at(0, '{\\rtf')],
  ['exe', at(0, 'MZ')],
  ['svg', isDrawing],
  ['elf', at(0, '\x7fELF')],
];

/** What kind of Matroska file its first element says it is. */
function docType(head: Buffer): string {
  const from = head.indexOf(Buffer.from([0x42, 0x82]), 4);
  if (from < 0 || from > 64) return '';
  const length = (head[from + 2] ?? 0) & 0x7f;
  return head.toString('latin1', from + 3, from + 3 + Math.min(length, 16));
}

/** Frame synchronisation, a version and layer that exist, a bit rate and a sampling rate that are not reserved. */
function isMp3Frame(head: Buffer): boolean {
  const [first, second, third] = head;
  if (first !== 0xff || second === undefined || third === undefined || (second & 0xe6) !== 0xe2) return false;
  return (second & 0x18) !== 0x08 && third >> 4 !== 0x0f && third >> 4 !== 0 && (third & 0x0c) !== 0x0c;
}

/** A drawing is text: what counts is that its first element is one. */
function isDrawing(head: Buffer): boolean {
  const opening = head.toString('utf8', 0, 4096).replace(/^\ufeff/, '');
  return /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<svg[\s>]/i.test(opening);
}

/** The type a file's first bytes name, or null. */
export function signatureOf(head: Buffer): string | null {
  if (head.length < 12) return at(0, '%PDF-')(head) ? 'pdf' : null;
  return SIGNATURES.find(([, test]) => test(head))?.[0] ?? null;
}
