import { Readable } from 'node:stream';
import { FileBody, type BodyRange, type RawAnswer } from '../page/page';
import type { Answer, RequestFacts } from './answer';
import { strongTag } from './plain-page';
import { securityHeaders } from './security-headers';

/**
 * The part of a file that `Range` asks for (RFC 9110 §14): null when there is no such header or one that
 * may be ignored (several parts, another unit), `none` when no byte of the file is in it.
 */
export function rangeOf(header: string | undefined, size: number): BodyRange | 'none' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.replace(/\s/g, '') ?? '');
  if (!match) return null;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'none' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'none' : { start, end };
}

/** A file, feed or the like: whole, in part, or only the word that nothing changed. */
export async function rawAnswer(raw: RawAnswer, request: RequestFacts): Promise<Answer> {
  const { body } = raw;
  const headers: Record<string, string> = {
    'Content-Type': raw.contentType,
    'Cache-Control': 'public, max-age=0, must-revalidate',
    ...(Buffer.isBuffer(body) ? { 'Content-Length': String(body.length), ETag: strongTag(body) } : {}),
    ...(body instanceof FileBody ? { 'Content-Length': String(body.size), 'Accept-Ranges': 'bytes' } : {}),
    ...securityHeaders,
    ...raw.headers,
  };
  const isKnown = headers.ETag !== undefined && names(request.headers['if-none-match'], headers.ETag);
  if (body instanceof Readable && (isKnown || request.method === 'HEAD')) body.destroy();
  if (isKnown) {
    const { 'Content-Length': _length, 'Content-Type': _type, ...rest } = headers;
    return { status: 304, headers: rest, body: null };
  }
  return body instanceof FileBody ? fileAnswer(body, headers, request) : { status: 200, headers, body };
}

async function fileAnswer(
  file: FileBody,
  headers: Record<string, string>,
  request: RequestFacts,
): Promise<Answer> {
  if (request.method === 'HEAD') return { status: 200, headers, body: null };
  const condition = request.headers['if-range'];
  const mayPart = condition === undefined || condition === headers.ETag;
  const range = mayPart ? rangeOf(request.headers.range as string | undefined, file.size) : null;
  if (range === 'none') {
    const refusal = { ...headers, 'Content-Length': '0', 'Content-Range': `bytes */${file.size}` };
    return { status: 416, headers: refusal, body: null };
  }
  if (!range) return { status: 200, headers, body: await file.open() };
  const { start, end } = range;
  const part = {
    ...headers,
    'Content-Length': String(end - start + 1),
    'Content-Range': `bytes ${start}-${end}/${file.size}`,
  };
  return { status: 206, headers: part, body: await file.open(range) };
}

/** Whether `If-None-Match` names the tag; weak marks count as equal. */
function names(header: string | string[] | undefined, tag: string): boolean {
  if (typeof header !== 'string') return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
}
