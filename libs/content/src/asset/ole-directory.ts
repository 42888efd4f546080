import type { ByteReader } from './byte-reader';

const ENTRY = 128;
const CHUNK = 1024 * 1024;

/**
 * Names of the streams and storages of an OLE compound file (`.doc`, `.xls`, `.ppt` …). Directory entries
 * are 128 bytes long and aligned, so they are found without following the allocation tables, which a
 * hostile file may have bent.
 */
export async function readOleNames(bytes: ByteReader): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for await (const chunk of bytes.chunks(CHUNK)) {
    for (let at = 0; at + ENTRY <= chunk.length; at += ENTRY) {
      const name = nameAt(chunk, at);
      if (name) names.add(name);
    }
  }
  return names;
}

function nameAt(chunk: Buffer, at: number): string | null {
  const length = chunk.readUInt16LE(at + 64);
  const type = chunk[at + 66] as number;
  const colour = chunk[at + 67] as number;
  const isEntry = length >= 4 && length <= 64 && length % 2 === 0 && [1, 2, 5].includes(type) && colour <= 1;
  if (!isEntry || chunk.readUInt16LE(at + length - 2) !== 0) return null;
  const name = chunk.toString('utf16le', at, at + length - 2);
  return name.includes('\0') ? null : name;
}

const MACRO_NAMES = /^(?:VBA|_VBA_PROJECT(?:_CUR)?|Macros|_?VBA_PROJECT|dir_SRP)$/i;

export const hasMacros = (names: ReadonlySet<string>): boolean =>
  [...names].some((name) => MACRO_NAMES.test(name));

export const isEncrypted = (names: ReadonlySet<string>): boolean =>
  names.has('EncryptedPackage') || names.has('EncryptionInfo');
