import { Injectable } from '@nestjs/common';
import { Server } from '@tus/server';
import { DomainError, type EditorCtx } from '@zhanqun/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { uploadLengthMissing } from './asset-upload.errors';
import { PiecesStore, tusError } from './pieces-store';
import { Uploads, type NewUpload } from './uploads';

/** One protocol server a site: its folder is all it can reach. */
@Injectable()
export class Tus {
  private readonly servers = new Map<number, Server>();
  /** The upload a request was allowed to work on, said by the controller before the protocol begins. */
  private readonly tokens = new WeakMap<object, string>();

  constructor(private readonly uploads: Uploads) {}

  async handle(ctx: EditorCtx, token: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    this.tokens.set(request.raw, token);
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value);
    reply.raw.setHeader('Cache-Control', 'no-store');
    reply.hijack();
    await this.serverOf(ctx).handle(request.raw, reply.raw);
  }

  private serverOf(ctx: EditorCtx): Server {
    const { id, key } = ctx.site;
    let server = this.servers.get(id);
    if (!server) {
      server = new Server({
        path: `/api/sites/${key}/uploads`,
        datastore: new PiecesStore({ directory: this.uploads.folderOf(ctx) }),
        relativeLocation: true,
        respectForwardedHeaders: false,
        allowedOrigins: [],
        namingFunction: (request) => this.tokenOf(request),
        getFileIdFromRequest: (request) => this.tokenOf(request),
        onResponseError: (_request, error) =>
          error instanceof DomainError ? tusError(error) : protocolError(error),
      });
      this.servers.set(id, server);
    }
    return server;
  }

  private tokenOf(request: { readonly runtime?: { readonly node?: { readonly req?: object } } }): string {
    const raw = request.runtime?.node?.req;
    const token = raw && this.tokens.get(raw);
    if (!token) throw new Error('a request that no controller let in');
    return token;
  }
}

const PROTOCOL_FAULTS: Readonly<Record<number, string>> = {
  409: '续传的位置与服务器已收到的不一致，请重新选择文件继续上传',
  413: '传来的内容比申报的文件大，请重新选择文件',
};

/** What the protocol itself refuses, with its status: programs go by that, people read the words. */
function protocolError(error: object): { status_code: number; body: string } | undefined {
  const status = (error as { status_code?: unknown }).status_code;
  const isOurs = 'body' in error && String(error.body).startsWith('{');
  // A fault of this machine: its words name folders and drivers, and stay here.
  if (typeof status !== 'number') return tusError(error as Error);
  if (isOurs) return undefined;
  const message = PROTOCOL_FAULTS[status] ?? '这次上传无法继续，请刷新页面后重新选择文件';
  return {
    status_code: status,
    body: JSON.stringify({ code: 'content.upload.protocol', message, details: {} }),
  };
}

const MOST = 4 * 1024 * 1024 * 1024;

/** What the client announces: `Upload-Length`, and in `Upload-Metadata` the name, words and place. */
export function announcedUpload({ headers }: FastifyRequest): NewUpload {
  const bytes = Number(headers['upload-length']);
  const facts = metadataOf(String(headers['upload-metadata'] ?? ''));
  const fileName = facts.get('filename') ?? '';
  const isTus = headers['tus-resumable'] === '1.0.0';
  if (!isTus || !/^\d{1,13}$/.test(String(headers['upload-length'])) || bytes > MOST || fileName === '')
    throw uploadLengthMissing();
  const idIn = (name: string): number | null => {
    const value = facts.get(name) ?? '';
    return /^[1-9]\d{0,9}$/.test(value) ? Number(value) : null;
  };
  return {
    fileName,
    bytes,
    alt: facts.get('alt') ?? '',
    folderId: idIn('folderId'),
    replacesId: idIn('replacesId'),
  };
}

/** `name base64,name base64`; text that is no UTF-8 counts as missing. */
function metadataOf(header: string): ReadonlyMap<string, string> {
  const facts = new Map<string, string>();
  if (header.length > 8192) return facts;
  for (const part of header.split(',')) {
    const [name, value = ''] = part.trim().split(' ');
    if (!name || !/^[\w-]{1,40}$/.test(name)) continue;
    try {
      facts.set(name, new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'base64')));
    } catch {
      continue;
    }
  }
  return facts;
}
