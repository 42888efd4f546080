// A stand-in for the console API, for working on screens: `node apps/console/mock/server.mjs`.
// Serves the built console from dist/console with the same security policy as the real server.
import { createServer } from 'node:http';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accountRoutes } from './accounts.mjs';
import { articleRoutes } from './articles.mjs';
import { deliveryRoutes } from './deliveries.mjs';
import { sessionRoutes } from './session.mjs';
import { siteRoutes } from './sites.mjs';
import { supervisionRoutes } from './supervision.mjs';
import { systemRoutes } from './system.mjs';
import { themeRoutes } from './theme.mjs';
import { Refusal } from './tools.mjs';

const dist = process.env.CONSOLE_DIST ?? fileURLToPath(new URL('../../../dist/console', import.meta.url));
const port = Number(process.env.PORT ?? 8081);
const routes = [
  ...sessionRoutes,
  ...siteRoutes,
  ...articleRoutes,
  ...deliveryRoutes,
  ...supervisionRoutes,
  ...accountRoutes,
  ...themeRoutes,
  ...systemRoutes,
].map(([method, path, handle, open]) => ({
  method,
  pattern: new RegExp(`^/api${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
  handle,
  open,
}));
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "object-src 'none'; base-uri 'none'; frame-ancestors 'self'; form-action 'self'";
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  return request.headers['content-type']?.startsWith('application/json') && text ? JSON.parse(text) : text;
}

async function answerApi(request, response, url) {
  const route = routes.find((each) => each.method === request.method && each.pattern.test(url.pathname));
  const send = (status, value, type = 'application/json') => {
    response.writeHead(status, { 'content-type': `${type}; charset=utf-8` });
    response.end(value === undefined ? '' : type === 'application/json' ? JSON.stringify(value) : value);
  };
  try {
    if (!route) throw new Refusal(404, 'http.notFound', '没有这个接口');
    const signedIn = /zq_session=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
    if (!route.open && !signedIn) throw new Refusal(401, 'identity.session.missing', '请先登录');
    const params = Object.fromEntries(
      Object.entries(route.pattern.exec(url.pathname).groups ?? {}).map(([key, value]) => [
        key,
        decodeURIComponent(value),
      ]),
    );
    const body = await bodyOf(request);
    const query = Object.fromEntries(url.searchParams);
    const result = await route.handle({ params, query, body, user: signedIn, response });
    if (typeof result === 'string') send(200, result, 'text/html');
    else send(result === undefined ? 204 : 200, result);
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal(500, 'mock.fault', String(error));
    send(refusal.status, {
      code: refusal.code,
      message: refusal.message,
      details: refusal.details,
      traceId: 'mock',
    });
  }
}

function answerFile(response, path) {
  const wanted = join(dist, normalize(path));
  const file =
    wanted.startsWith(dist) && existsSync(wanted) && statSync(wanted).isFile()
      ? wanted
      : join(dist, 'index.html');
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
  });
  createReadStream(file).pipe(response);
}

createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  if (url.pathname.startsWith('/api/')) void answerApi(request, response, url);
  else answerFile(response, url.pathname);
}).listen(port, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${port}\n`));
