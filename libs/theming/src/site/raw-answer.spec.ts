import { Readable } from 'node:stream';
import { FileBody, raw } from '../page/page';
import type { RequestFacts } from './answer';
import { rangeOf, rawAnswer } from './raw-answer';

const CONTENT = Buffer.from('0123456789');

async function ask(headers: Record<string, string>, method = 'GET') {
  let opened = 0;
  const body = new FileBody(CONTENT.length, async (range) => {
    opened += 1;
    return Readable.from([range ? CONTENT.subarray(range.start, range.end + 1) : CONTENT]);
  });
  const answer = await rawAnswer(raw('video/mp4', body, { headers: { ETag: '"v1"' } }), {
    method,
    headers,
  } as unknown as RequestFacts);
  const text = answer.body ? Buffer.concat(await (answer.body as Readable).toArray()).toString() : null;
  return { status: answer.status, text, headers: answer.headers, opened };
}

describe('文件的部分读取', () => {
  it.each([
    ['bytes=0-3', { start: 0, end: 3 }],
    ['bytes=7-', { start: 7, end: 9 }],
    ['bytes=-2', { start: 8, end: 9 }],
    ['bytes=-50', { start: 0, end: 9 }],
    ['bytes=5-500', { start: 5, end: 9 }],
    ['bytes = 1 - 2', { start: 1, end: 2 }],
    ['bytes=10-', 'none'],
    ['bytes=-0', 'none'],
    ['bytes=5-2', null],
    ['bytes=0-1,4-5', null],
    ['items=0-1', null],
    ['bytes=-', null],
    ['bytes=a-b', null],
    [undefined, null],
  ])('%s', (header, range) => {
    expect(rangeOf(header, 10)).toEqual(range);
  });

  it('sends the part with its place, the whole without being asked', async () => {
    expect(await ask({ range: 'bytes=2-4' })).toMatchObject({
      status: 206,
      text: '234',
      headers: { 'Content-Range': 'bytes 2-4/10', 'Content-Length': '3', 'Accept-Ranges': 'bytes' },
    });
    expect(await ask({})).toMatchObject({
      status: 200,
      text: '0123456789',
      headers: { 'Content-Length': '10' },
    });
  });

  it('refuses what lies beyond the end, saying how long the file is', async () => {
    expect(await ask({ range: 'bytes=10-' })).toMatchObject({
      status: 416,
      text: null,
      opened: 0,
      headers: { 'Content-Range': 'bytes */10' },
    });
  });

  it('sends the whole file when the part belongs to another one', async () => {
    expect(await ask({ range: 'bytes=2-4', 'if-range': '"v0"' })).toMatchObject({ status: 200 });
    expect(await ask({ range: 'bytes=2-4', 'if-range': '"v1"' })).toMatchObject({ status: 206 });
    expect(await ask({ range: 'bytes=2-4', 'if-range': 'Wed, 21 Oct 2026 07:28:00 GMT' })).toMatchObject({
      status: 200,
    });
  });

  it('opens nothing for who knows it already or asks only about it', async () => {
    expect(await ask({ 'if-none-match': '"v0", W/"v1"' })).toMatchObject({ status: 304, opened: 0 });
    expect(await ask({ range: 'bytes=0-1' }, 'HEAD')).toMatchObject({ status: 200, opened: 0, text: null });
  });
});
