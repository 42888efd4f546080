import fastifyMultipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import type { Readable } from 'node:stream';
import { uploadOf } from './multipart';

let server: FastifyInstance;
beforeAll(async () => {
  server = fastify();
  await server.register(fastifyMultipart as never, { limits: { fileSize: 1024, files: 1 } });
  server.post('/', async (request, reply) => {
    try {
      const { fileName, alt, content } = await uploadOf(request, 1);
      const bytes = Buffer.concat(await (content as Readable).toArray()).length;
      return { fileName, alt, bytes };
    } catch (error) {
      return reply.status(400).send({ code: (error as { code?: string }).code });
    }
  });
});
afterAll(() => server.close());

async function post(form: FormData): Promise<unknown> {
  const sent = new Response(form);
  const payload = Buffer.from(await sent.arrayBuffer());
  const answer = await server.inject({
    method: 'POST',
    url: '/',
    headers: { 'content-type': sent.headers.get('content-type') ?? '' },
    payload,
  });
  return answer.json();
}

function formWith(bytes: number, name = '𠮷村.txt'): FormData {
  const filled = new FormData();
  filled.set('alt', '说明');
  filled.set('file', new Blob(['x'.repeat(bytes)]), name);
  return filled;
}

describe('上传表单', () => {
  it('hands over the file with its name and what stands before it', async () => {
    expect(await post(formWith(10))).toEqual({ fileName: '𠮷村.txt', alt: '说明', bytes: 10 });
  });

  it('takes a file of exactly the limit and refuses one byte more instead of cutting it off', async () => {
    expect(await post(formWith(1023))).toMatchObject({ bytes: 1023 });
    expect(await post(formWith(1025))).toEqual({ code: 'content.asset.tooLarge' });
  });

  it('refuses a form without a file and a body that is no form', async () => {
    const empty = new FormData();
    empty.set('alt', '说明');
    expect(await post(empty)).toEqual({ code: 'content.asset.fileMissing' });
    const answer = await server.inject({ method: 'POST', url: '/', payload: { file: 'x' } });
    expect(answer.json()).toEqual({ code: 'content.asset.fileMissing' });
  });

  it('refuses a form that breaks off or names no boundary', async () => {
    const begun = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc';
    for (const [type, payload] of [
      ['multipart/form-data; boundary=b', begun],
      ['multipart/form-data; boundary=b', begun.slice(0, 60)],
      ['multipart/form-data', begun],
    ] as const) {
      const answer = await server.inject({
        method: 'POST',
        url: '/',
        headers: { 'content-type': type },
        payload,
      });
      expect(answer.json()).toEqual({ code: 'content.asset.formBroken' });
    }
  });
});
