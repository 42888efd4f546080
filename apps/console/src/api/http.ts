/** A refusal of the server, as its one error filter writes it. */
export interface Refusal {
  code: string;
  message: string;
  details: Record<string, unknown>;
  traceId: string;
}

export class ApiError extends Error {
  readonly code: string;
  readonly details: Record<string, unknown>;
  readonly traceId: string;
  constructor(
    readonly status: number,
    refusal: Refusal,
  ) {
    super(refusal.message);
    this.name = 'ApiError';
    this.code = refusal.code;
    this.details = refusal.details;
    this.traceId = refusal.traceId;
  }
}

/** One page of a list. */
export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  pageSize: number;
}

export type Query = Record<string, string | number | boolean | null | undefined>;

interface Options {
  query?: Query;
  body?: unknown;
  signal?: AbortSignal;
  /** The sign-in calls themselves must not open the sign-in dialog. */
  isSignIn?: boolean;
}

/** Resolves true when the person has signed in again, so that the call can be repeated. */
let signInAgain: () => Promise<boolean> = () => Promise.resolve(false);

export function onSessionExpired(ask: () => Promise<boolean>): void {
  signInAgain = ask;
}

export const api = {
  get: <T>(path: string, query?: Query, options: Options = {}) => call<T>('GET', path, { ...options, query }),
  post: <T>(path: string, body?: unknown, options: Options = {}) =>
    call<T>('POST', path, { ...options, body: body ?? {} }),
  put: <T>(path: string, body: unknown) => call<T>('PUT', path, { body }),
  patch: <T>(path: string, body: unknown) => call<T>('PATCH', path, { body }),
  remove: (path: string, options: Options = {}) => call<void>('DELETE', path, options),
  text: async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<string> =>
    (await send(method, path, { body })).text(),
};

async function call<T>(method: string, path: string, options: Options): Promise<T> {
  const response = await send(method, path, options);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

async function send(method: string, path: string, options: Options): Promise<Response> {
  const response = await request(method, path, options);
  if (response.ok) return response;
  if (response.status === 401 && !options.isSignIn && (await signInAgain())) {
    return send(method, path, { ...options, isSignIn: true });
  }
  throw new ApiError(response.status, await refusalOf(response));
}

async function request(method: string, path: string, options: Options): Promise<Response> {
  const isForm = options.body instanceof FormData;
  try {
    return await fetch(address(path, options.query), {
      method,
      credentials: 'same-origin',
      headers: options.body !== undefined && !isForm ? { 'content-type': 'application/json' } : {},
      body: isForm
        ? (options.body as FormData)
        : options.body === undefined
          ? null
          : JSON.stringify(options.body),
      signal: options.signal ?? null,
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError(0, {
      code: 'console.network.unreachable',
      message: '连不上服务器，请检查网络后重试；已填写的内容仍在本页',
      details: {},
      traceId: '',
    });
  }
}

function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  }
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`;
}

async function refusalOf(response: Response): Promise<Refusal> {
  const fallback: Refusal = {
    code: 'console.http.unexpected',
    message: response.status >= 500 ? '服务器暂时不能处理，请稍后重试' : '请求没有被接受，请刷新页面后重试',
    details: {},
    traceId: response.headers.get('x-trace-id') ?? '',
  };
  try {
    return { ...fallback, ...((await response.json()) as Partial<Refusal>) };
  } catch {
    return fallback;
  }
}

/** What to show for anything that was thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  return '页面出现意外错误，请刷新后重试';
}

/** Every fault by itself where the server lists them, else the one message. */
export function faultsOf(error: unknown): string[] {
  const faults = error instanceof ApiError ? error.details['faults'] : undefined;
  if (!Array.isArray(faults)) return [messageOf(error)];
  const messages = (faults as { message?: unknown }[]).map((fault) => fault.message);
  const words = messages.filter((message) => typeof message === 'string');
  return words.length > 0 ? words : [messageOf(error)];
}

export const sitePath = (site: string, rest = ''): string => `/sites/${encodeURIComponent(site)}${rest}`;
