import { Upload, type DetailedError } from 'tus-js-client';
import { assetsApi, type AssetView } from '@/api/assets';
import { api, ApiError, sitePath, type Refusal } from '@/api/http';

export interface UploadOptions {
  alt?: string;
  /** Folder of the library; none = the top. */
  folderId?: number | null;
  /** The asset whose file it replaces. */
  replacesId?: number | null;
  /** Stops sending. What was sent in pieces waits two days on the server; the same file goes on from there. */
  signal?: AbortSignal;
}

/** Bytes sent of bytes there are. */
export type OnProgress = (sent: number, total: number) => void;

/** Smaller files go in one piece. */
const PIECE = 8 * 1024 * 1024;
const WAITS = [0, 1000, 3000, 8000, 15_000];

/**
 * Puts a file into the library of a site and answers with the asset. `onProgress` is told while it goes.
 * Large files go in pieces: a broken connection is taken up again, and the same file chosen later goes on
 * where it stopped. A session that ran out asks for the password and goes on.
 */
export async function uploadFile(
  site: string,
  file: File,
  onProgress: OnProgress = () => undefined,
  options: UploadOptions = {},
): Promise<AssetView> {
  const send = file.size > PIECE ? sendPieces : sendForm;
  try {
    return await send(site, file, onProgress, options);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    await api.get('/session');
    return send(site, file, onProgress, options);
  }
}

/** The form's words stand before the file, which the server reads as a stream. */
function sendForm(
  site: string,
  file: File,
  onProgress: OnProgress,
  { alt, folderId, replacesId, signal }: UploadOptions,
): Promise<AssetView> {
  const form = new FormData();
  if (alt) form.set('alt', alt);
  if (folderId) form.set('folderId', String(folderId));
  form.set('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api${sitePath(site, replacesId ? `/assets/${replacesId}/replace` : '/assets')}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded }) => onProgress(Math.min(loaded, file.size), file.size);
    request.onload = () => {
      if (request.status < 300) resolve(request.response as AssetView);
      else reject(new ApiError(request.status, refusalOf(request.status, request.response)));
    };
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(stopped());
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

async function sendPieces(
  site: string,
  file: File,
  onProgress: OnProgress,
  { alt, folderId, replacesId, signal }: UploadOptions,
): Promise<AssetView> {
  const token = await new Promise<string>((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: `/api${sitePath(site, '/uploads')}`,
      chunkSize: PIECE,
      retryDelays: WAITS,
      removeFingerprintOnSuccess: true,
      metadata: {
        filename: file.name,
        ...(alt ? { alt } : {}),
        ...(folderId ? { folderId: String(folderId) } : {}),
        ...(replacesId ? { replacesId: String(replacesId) } : {}),
      },
      onProgress,
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0;
        return status === 0 || status === 409 || status === 423 || status >= 500;
      },
      onSuccess: () => resolve(tokenOf(upload)),
      onError: (error) => reject(refusedBy(error as DetailedError)),
    });
    signal?.addEventListener('abort', () => void upload.abort().then(() => reject(stopped())), {
      once: true,
    });
    void upload.findPreviousUploads().then((known) => {
      const mine = known.find(({ metadata }) => (metadata['replacesId'] ?? '') === String(replacesId ?? ''));
      if (mine) upload.resumeFromPreviousUpload(mine);
      upload.start();
    }, reject);
  });
  return assetsApi.finishUpload(site, token);
}

const tokenOf = ({ url }: Upload): string => url?.split('/').at(-1) ?? '';

function refusedBy(error: DetailedError): Error {
  const response = error.originalResponse;
  if (!response) return unreachable();
  let body: unknown = null;
  try {
    body = JSON.parse(response.getBody());
  } catch {
    body = null;
  }
  return new ApiError(response.getStatus(), refusalOf(response.getStatus(), body));
}

function refusalOf(status: number, body: unknown): Refusal {
  const message = status >= 500 ? '服务器暂时不能处理，请稍后重试' : '文件没有被接受，请检查后重试';
  return {
    code: 'console.http.unexpected',
    message,
    details: {},
    traceId: '',
    ...(body as Partial<Refusal> | null),
  };
}

const stopped = (): DOMException => new DOMException('上传已停止', 'AbortError');

const unreachable = (): ApiError =>
  new ApiError(0, {
    code: 'console.network.unreachable',
    message: '连不上服务器，请检查网络后重试',
    details: {},
    traceId: '',
  });
