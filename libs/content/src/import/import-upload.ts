import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { fileMissing, formBroken } from '../asset/asset.errors';
import { uploadTooLarge } from './import.errors';
import { MOST_UPLOAD_MEGABYTES } from './package/work-places';

interface Part {
  readonly filename: string;
  readonly file: Readable & { readonly truncated: boolean };
}
interface MultipartRequest {
  isMultipart(): boolean;
  file(options: { limits: { fileSize: number } }): Promise<Part | undefined>;
}

const BYTES = MOST_UPLOAD_MEGABYTES * 1024 * 1024;

/** The file of a form, as a stream with a bound of its own: former sites are larger than any attachment. */
export async function importUploadOf(
  request: FastifyRequest,
): Promise<{ fileName: string; content: AsyncGenerator<Buffer> }> {
  const form = request as unknown as MultipartRequest;
  if (!form.isMultipart()) throw fileMissing();
  const part = await form.file({ limits: { fileSize: BYTES } }).catch((cause: unknown) => {
    throw Object.assign(formBroken(), { cause });
  });
  if (!part?.filename) {
    part?.file.resume();
    throw fileMissing();
  }
  return { fileName: part.filename, content: pieces(part.file) };
}

async function* pieces(file: Part['file']): AsyncGenerator<Buffer> {
  try {
    for await (const piece of file) yield piece as Buffer;
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE')
      throw uploadTooLarge({ megabytes: MOST_UPLOAD_MEGABYTES });
    // Only the client's side is read here: the form broke off.
    throw Object.assign(formBroken(), { cause: error });
  }
  if (file.truncated) throw uploadTooLarge({ megabytes: MOST_UPLOAD_MEGABYTES });
}
