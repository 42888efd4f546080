import { unknownEncoding } from './import.errors';

export type Encoding = 'UTF-8' | 'UTF-16' | 'GB18030';

export interface DecodedText {
  readonly encoding: Encoding;
  readonly text: string;
}

const COMMON = new Set(
  '的是在一不有和为了人中大国上个到以地要民为與為政府市县區区部门管理工作信息网站各单位及第条、，。：；',
);
const HAN = /\p{Script=Han}/u;
/** A page that says little may hold few of the common characters. */
const FEW = 20;

/**
 * Text from bytes whose encoding nobody says, or says wrongly: only the bytes are believed. A mark at the
 * start, else strict UTF-8, else GB18030 where the result reads like Chinese; otherwise refused with
 * `content.import.unknownEncoding` rather than stored as gibberish.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = markedEncoding(bytes);
  if (marked) {
    const text = decoded(marked, bytes);
    if (text === null) throw unknownEncoding();
    return { encoding: marked === 'utf-8' ? 'UTF-8' : 'UTF-16', text };
  }
  if (bytes.includes(0)) throw unknownEncoding();
  const utf8 = decoded('utf-8', bytes);
  if (utf8 !== null) return { encoding: 'UTF-8', text: utf8 };
  const gb = decoded('gb18030', bytes);
  if (gb === null || !readsLikeChinese(gb)) throw unknownEncoding();
  return { encoding: 'GB18030', text: gb };
}

function markedEncoding([first, second, third]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function decoded(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Other encodings read as GB18030 give private-use characters and words nobody writes. */
function readsLikeChinese(text: string): boolean {
  let [han, common, strange] = [0, 0, 0];
  for (const character of text) {
    if (HAN.test(character)) han += 1;
    else if (/[\p{Co}\p{Cn}]/u.test(character)) strange += 1;
    if (COMMON.has(character)) common += 1;
  }
  if (han === 0) return false;
  return strange * 50 <= han && (han < FEW || common * 20 >= han);
}
