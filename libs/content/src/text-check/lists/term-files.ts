import type { Readable } from 'node:stream';
import { XLSX_TYPE } from '@zhanqun/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contentDisposition } from '../../asset/content-disposition';
import { uploadOf } from '../../asset/multipart';

const MEGABYTES = 10;

/** The table of an upload, in memory: lists are small, and the form refuses more. */
export async function tableOf(request: FastifyRequest): Promise<{ bytes: Buffer; name: string }> {
  const { fileName, content } = await uploadOf(request, MEGABYTES);
  if (content instanceof Uint8Array) return { bytes: Buffer.from(content), name: fileName };
  return { bytes: Buffer.concat(await (content as Readable).toArray()), name: fileName };
}

/** Answers with a file to be saved. */
export async function sendTable(reply: FastifyReply, name: string, bytes: Buffer): Promise<void> {
  await reply
    .headers({
      'content-type': XLSX_TYPE,
      'content-length': String(bytes.length),
      'content-disposition': contentDisposition('attachment', name),
      'cache-control': 'private, no-store',
    })
    .send(bytes);
}
