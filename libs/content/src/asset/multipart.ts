import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { fileMissing, fileTooLarge, formBroken } from './asset.errors';
import type { NewAsset } from './asset.service';

interface FilePart {
  readonly filename: string;
  readonly file: Readable & { readonly truncated: boolean };
  readonly fields: Readonly<Record<string, unknown>>;
}

interface MultipartRequest {
  isMultipart(): boolean;
  file(): Promise<FilePart | undefined>;
}

/** The file of a form. Text fields must stand before it; the console sends them so. */
export async function uploadOf(request: FastifyRequest, megabytes: number): Promise<NewAsset> {
  const form = request as unknown as MultipartRequest;
  if (!form.isMultipart()) throw fileMissing();
  const part = await form.file().catch((cause: unknown) => {
    throw Object.assign(formBroken(), { cause });
  });
  if (!part?.filename) {
    part?.file.resume();
    throw fileMissing();
  }
  return {
    fileName: part.filename,
    content: bounded(part.file, megabytes),
    alt: fieldOf(part.fields, 'alt'),
    folderId: folderIn(fieldOf(part.fields, 'folderId')),
  };
}

/** The parser cuts an oversize file short without an error of its own: half a file must not be kept. */
async function* pieces(file: FilePart['file'], megabytes: number): AsyncGenerator<Buffer> {
  try {
    for await (const piece of file) yield piece as Buffer;
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') throw fileTooLarge({ megabytes });
    // Only the client's side is read here: the form broke off.
    throw Object.assign(formBroken(), { cause: error });
  }
  if (file.truncated) throw fileTooLarge({ megabytes });
}

function bounded(file: FilePart['file'], megabytes: number): Readable {
  return Readable.from(pieces(file, megabytes), { objectMode: false });
}

const folderIn = (text: string | undefined): number | null =>
  text !== undefined && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;

function fieldOf(fields: FilePart['fields'], name: string): string | undefined {
  const field = fields[name];
  const value = Array.isArray(field) ? (field as unknown[])[0] : field;
  const text = (value as { value?: unknown } | undefined)?.value;
  return typeof text === 'string' ? text : undefined;
}
