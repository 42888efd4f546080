import type { AssetView } from '@/api/assets';
import { api, ApiError, sitePath, type Refusal } from '@/api/http';

export interface UploadOptions {
  alt?: string;
  /** Folder of the library; none = the top. */
  folderId?: number | null;
  signal?: AbortSignal;
}

/** Bytes sent of bytes there are. */
export type OnProgress = (sent: number, total: number) => void;

/**
 * Puts a file into the library of a site and answers with the asset. `onProgress` is told while it goes;
 * a session that ran out asks for the password and goes on.
 */
export async function uploadFile(
  site: string,
  file: File,
  onProgress: OnProgress = () => undefined,
  options: UploadOptions = {},
): Promise<AssetView> {
  try {
    return await sendForm(site, file, onProgress, options);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    await api.get('/session');
    return sendForm(site, file, onProgress, options);
  }
}

/** The form's words stand before the file, which the server reads as a stream. */
function sendForm(
  site: string,
  file: File,
  onProgress: OnProgress,
  { alt, folderId, signal }: UploadOptions,
): Promise<AssetView> {
  const form = new FormData();
  if (alt) form.set('alt', alt);
  if (folderId) form.set('folderId', String(folderId));
  form.set('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api${sitePath(site, '/assets')}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded }) => onProgress(Math.min(loaded, file.size), file.size);
    request.onload = () => {
      if (request.status < 300) resolve(request.response as AssetView);
      else reject(new ApiError(request.status, refusalOf(request)));
    };
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException('上传已取消', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

function refusalOf({ response, status }: XMLHttpRequest): Refusal {
  const message = status >= 500 ? '服务器暂时不能处理，请稍后重试' : '文件没有被接受，请检查后重试';
  const sent = response as Partial<Refusal> | null;
  return { code: 'console.http.unexpected', message, details: {}, traceId: '', ...sent };
}

const unreachable = (): ApiError =>
  new ApiError(0, {
    code: 'console.network.unreachable',
    message: '连不上服务器，请检查网络后重试',
    details: {},
    traceId: '',
  });
