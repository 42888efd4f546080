import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SESSION_COOKIE } from '@zhanqun/platform';
import type { Id } from './neighbours';

export interface Reply {
  readonly status: number;
  readonly code: string;
  /** Whole body as sent. */
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface Call {
  readonly method: string;
  /** Below `/api`. */
  readonly path: string;
  readonly body?: object;
  readonly query?: object;
}

/** Headers by which other products choose a site; here they mean nothing. */
const misleading = (site: string) => ({
  'x-site': site,
  'x-site-id': site,
  'x-tenant-id': site,
  'x-forwarded-host': `${site}.localhost`,
  'x-original-url': `/api/sites/${site}`,
});

export async function call(
  app: NestFastifyApplication,
  token: string | null,
  { method, path, body, query }: Call,
  misleadTo?: string,
): Promise<Reply> {
  const answer = await app.inject({
    method: method as 'GET',
    url: ['/healthz', '/readyz', '/metrics'].includes(path) ? path : `/api${path}`,
    headers: {
      ...(token ? { cookie: `${SESSION_COOKIE}=${token}` } : {}),
      ...(misleadTo ? misleading(misleadTo) : {}),
    },
    ...(body ? { payload: body } : {}),
    ...(query ? { query: query as Record<string, string> } : {}),
  });
  return {
    status: answer.statusCode,
    code: codeOf(answer.body),
    text: answer.body,
    headers: answer.headers,
  };
}

function codeOf(body: string): string {
  try {
    const { code } = JSON.parse(body) as { code?: unknown };
    return typeof code === 'string' ? code : '';
  } catch {
    return '';
  }
}

/** What an answer gives away when the name that was asked for is taken out of it. */
export function withoutName(reply: Reply, name: Id): object {
  const headers = Object.keys(reply.headers).filter((header) => header !== 'content-length');
  const traceId = String(reply.headers['x-trace-id']);
  const body = blanked(bodyOf(reply.text.replaceAll(traceId, '')), name);
  return { status: reply.status, headers: headers.sort(), body };
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function blanked(part: unknown, name: Id): unknown {
  if (part === name || part === String(name)) return '#';
  if (Array.isArray(part)) return part.map((inner) => blanked(inner, name));
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, inner]) => (key === 'traceId' ? [] : [[key, blanked(inner, name)]])),
  );
}
