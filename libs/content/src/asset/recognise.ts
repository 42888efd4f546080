import type { FileHandle } from 'node:fs/promises';
import { archiveRefused, contentMismatch, encryptedFile, macroFile } from './asset.errors';
import { ByteReader } from './byte-reader';
import type { ReadName } from './file-name';
import { FILE_TYPES, type FileType } from './file-types';
import { hasMacros, isEncrypted, readOleNames } from './ole-directory';
import { signatureOf } from './signature';
import { readZipDirectory } from './zip-directory';

const HEAD = 64 * 1024;
const ZIP_MAGIC = [0x50, 0x4b];
const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export interface Recognised extends FileType {
  readonly extension: string;
}

/**
 * What a file is, judged by its content alone. The name's extension must be one that this content may
 * carry; among images the content's own extension is taken.
 */
export async function recognise(
  handle: FileHandle,
  size: number,
  { name, extension }: ReadName,
): Promise<Recognised> {
  const bytes = new ByteReader(handle, size);
  const head = await bytes.read(0, HEAD);
  const wanted = FILE_TYPES[extension] as FileType;
  const mismatch = (found: string) => contentMismatch({ name, extension, found });
  const accepted = { ...wanted, extension };

  if (startsWith(head, OLE_MAGIC)) {
    const names = await readOleNames(bytes);
    if (isEncrypted(names)) throw encryptedFile({ name });
    if (hasMacros(names)) throw macroFile({ name });
    const { recognition } = wanted;
    if (recognition.by === 'ole' && recognition.streams.some((stream) => names.has(stream))) return accepted;
    throw mismatch('旧版 Office 文档');
  }
  if (startsWith(head, ZIP_MAGIC)) {
    await checkZip(handle, size, { name, extension }, wanted);
    return accepted;
  }
  if (wanted.recognition.by === 'text') {
    const charset = await holdsOnlyText(bytes, head);
    if (!charset) throw mismatch(signatureOf(head) ?? '');
    return { ...accepted, mime: `${wanted.mime}; charset=${charset}` };
  }
  const found = signatureOf(head);
  if (found === null) throw mismatch('');
  // A drawing passes only under its own name: a photograph that turns out to be one is somebody's trick.
  const isDrawing = found === 'svg' || extension === 'svg';
  if (wanted.kind === 'image' && FILE_TYPES[found]?.kind === 'image' && (!isDrawing || found === extension)) {
    return { ...(FILE_TYPES[found] as FileType), extension: found };
  }
  if (wanted.recognition.by === 'signature' && wanted.recognition.signature === found) return accepted;
  throw mismatch(found);
}

async function checkZip(
  handle: FileHandle,
  size: number,
  { name, extension }: ReadName,
  wanted: FileType,
): Promise<void> {
  const { recognition } = wanted;
  if (recognition.by !== 'zip') throw contentMismatch({ name, extension, found: 'zip' });
  const directory = await readZipDirectory(handle, size);
  if ('fault' in directory) throw archiveRefused({ name, reason: directory.fault });
  const { names } = directory;
  const has = (entry: string): boolean => names.some((each) => each.toLowerCase() === entry.toLowerCase());
  const office = Object.entries(FILE_TYPES).find(
    ([, { recognition: other }]) => other.by === 'zip' && other.entry !== null && has(other.entry),
  );
  const isOffice = office !== undefined || has('[Content_Types].xml');
  if (
    isOffice &&
    names.some((entry) => /(?:^|\/)vbaProject\.bin$|(?:^|\/)vbaData\.xml$|(?:^|\/)macrosheets\//i.test(entry))
  )
    throw macroFile({ name });
  if (recognition.entry === null) {
    // An office document called `.zip` would hide what it is.
    if (office) throw contentMismatch({ name, extension, found: office[0] });
    return;
  }
  if (directory.isEncrypted) throw encryptedFile({ name });
  if (!has(recognition.entry)) throw contentMismatch({ name, extension, found: office?.[0] ?? 'zip' });
}

/** The character set of a file that is text and nothing else, or null. */
async function holdsOnlyText(bytes: ByteReader, head: Buffer): Promise<'utf-8' | 'gb18030' | null> {
  const opening = head
    .toString('latin1', 0, 1024)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  if (/^(?:<!doctype|<html|<svg|<\?xml|<\?php|<script|<head|<body|#!|%pdf)/.test(opening)) return null;
  const candidates = (['utf-8', 'gb18030'] as const).map((charset) => ({
    charset,
    decoder: new TextDecoder(charset, { fatal: true }),
  }));
  let open = candidates;
  for await (const chunk of bytes.chunks(1024 * 1024)) {
    // eslint-disable-next-line no-control-regex
    if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(chunk.toString('latin1'))) return null;
    open = open.filter(({ decoder }) => decodes(decoder, chunk, true));
  }
  return open.find(({ decoder }) => decodes(decoder, Buffer.alloc(0), false))?.charset ?? null;
}

function decodes(decoder: InstanceType<typeof TextDecoder>, bytes: Buffer, stream: boolean): boolean {
  try {
    decoder.decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

const startsWith = (head: Buffer, magic: readonly number[]): boolean =>
  head.length >= magic.length && magic.every((byte, at) => head[at] === byte);
