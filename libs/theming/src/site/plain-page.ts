import { createHash } from 'node:crypto';
import { securityHeaders } from './security-headers';
import type { Answer } from './answer';

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * A page without a theme, for when no site is known or nothing of it can be had. Never cached by
 * anybody, names no site unless the caller does.
 */
export function plainPage(
  status: number,
  title: string,
  paragraphs: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const body = Buffer.from(
    `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)}</title>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${paragraphs.map((text) => `<p>${escape(text)}</p>`).join('\n')}
</main>
</body>
</html>
`,
  );
  return htmlAnswer(status, body, headers);
}

/** An answer that is made for one request and kept nowhere. */
export function htmlAnswer(
  status: number,
  body: Buffer,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': String(body.length),
      'Cache-Control': 'no-store',
      ...securityHeaders,
      ...headers,
    },
    body,
  };
}

export function redirectAnswer(location: string, isPermanent: boolean): Answer {
  return {
    status: isPermanent ? 301 : 302,
    headers: {
      Location: location,
      'Content-Length': '0',
      // Short: a wrong permanent redirect must not live in browsers for ever.
      'Cache-Control': isPermanent ? 'public, max-age=300' : 'no-store',
      ...securityHeaders,
    },
    body: null,
  };
}

export function strongTag(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}
