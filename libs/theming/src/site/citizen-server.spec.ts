import { connect, type Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import { chromeTag, smallNetwork } from '../testing/small-network';
import { CitizenServer } from './citizen-server';

const P = 'portal.localhost';
const network = smallNetwork();
const health = { readiness: () => Promise.resolve({ isReady: true, checks: {} }) };
const purges = { openFiles: () => Promise.resolve(), stop: () => Promise.resolve() };
const server = new CitizenServer(network.publicSite, health as never, purges as never, {
  headersTimeout: 150,
  requestTimeout: 300,
  idleTimeout: 400,
  keepAliveTimeout: 100,
  connectionsCheckingInterval: 20,
  maxConnections: 20,
});
let port: number;
const open = new Set<Socket>();

beforeAll(async () => {
  Logger.overrideLogger(false);
  port = await server.listen('::', 0);
});
afterEach(() => {
  for (const socket of open) socket.destroy();
  open.clear();
});
afterAll(() => server.close());

/** What came back until the server closed the connection. */
function talk(text: string, host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => socket.write(text));
    open.add(socket);
    let said = '';
    socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
    socket.on('close', () => resolve(said));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(said) : reject(error),
    );
  });
}
const statusOf = (said: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1]);
const get = (path: string, more = ''): string => `GET ${path} HTTP/1.1\r\nHost: ${P}\r\n${more}\r\n`;
const closing = 'Connection: close\r\n';

describe('公众端口', () => {
  it('listens on IPv6 and IPv4 when HOST is ::', async () => {
    for (const host of ['127.0.0.1', '::1']) expect(statusOf(await talk(get('/', closing), host))).toBe(200);
  });

  it('refuses more than 16 KB of headers with 431', async () => {
    expect(statusOf(await talk(get('/', `X-Long: ${'a'.repeat(15_000)}\r\n${closing}`)))).toBe(200);
    expect(statusOf(await talk(get('/', `X-Long: ${'a'.repeat(20_000)}\r\n`)))).toBe(431);
    expect(statusOf(await talk(`GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: ${P}\r\n\r\n`))).toBe(431);
  });

  it('closes on who never finishes the headers, with 408', async () => {
    expect(statusOf(await talk(`GET / HTTP/1.1\r\nHost: ${P}\r\nX-Slow:`))).toBe(408);
  });

  it('closes on who connects and says nothing', async () => {
    expect(await talk('')).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  it('answers who sends a body at once and does not wait for the rest of it', async () => {
    const head = `POST / HTTP/1.1\r\nHost: ${P}\r\n`;

    const [declared, chunked] = await Promise.all([
      talk(`${head}Content-Length: 1000000\r\n\r\nx`),
      talk(`${head}Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n`),
    ]);
    for (const said of [declared, chunked]) {
      expect(statusOf(said)).toBe(405);
      expect(said).toMatch(/connection: close/i);
    }
  });

  it('answers pipelined requests each for itself, in their order', async () => {
    network.store.channels['portal/tzgg'] = { id: 12, name: '公告', titles: [] };
    const said = await talk(get('/tzgg/') + get('/nothing/') + get('/tzgg/') + get('/', closing));

    expect(said.match(/HTTP\/1\.1 \d{3}/g)).toEqual([
      'HTTP/1.1 200',
      'HTTP/1.1 404',
      'HTTP/1.1 200',
      'HTTP/1.1 200',
    ]);
  });

  it.each([
    ['GET / HTTP/1.1\r\n\r\n', 400],
    ['NONSENSE\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: ${P}\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`, 400],
    [`GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n${closing}\r\n`, 421],
  ])('answers %j with %d', async (text, status) => {
    expect(statusOf(await talk(text))).toBe(status);
  });

  it.each([
    ['two hosts, the right one first', `GET / HTTP/1.1\r\nHost: ${P}\r\nhost: evil.example\r\n`, 400],
    ['two hosts, the right one last', `GET / HTTP/1.1\r\nHost: evil.example\r\nHost: ${P}\r\n`, 400],
    ['the same host twice', `GET / HTTP/1.1\r\nHost: ${P}\r\nHOST: ${P}\r\n`, 400],
    ['two hosts in one line', `GET / HTTP/1.1\r\nHost: ${P}, evil.example\r\n`, 421],
    ['a whole address of another host', `GET http://evil.example/ HTTP/1.1\r\nHost: ${P}\r\n`, 421],
    ['a whole address under another host', `GET http://${P}/ HTTP/1.1\r\nHost: evil.example\r\n`, 421],
    ['a whole address of its own', `GET http://${P}/ HTTP/1.1\r\nHost: ${P}\r\n`, 421],
    ['an authority alone', `GET ${P} HTTP/1.1\r\nHost: ${P}\r\n`, 400],
    ['two lengths', `GET / HTTP/1.1\r\nHost: ${P}\r\nContent-Length: 0\r\nContent-Length: 5\r\n`, 400],
    ['a length that is none', `GET / HTTP/1.1\r\nHost: ${P}\r\nContent-Length: +5\r\n`, 400],
    ['two codings', `GET / HTTP/1.1\r\nHost: ${P}\r\nTransfer-Encoding: chunked, identity\r\n`, 400],
    ['a folded header', `GET / HTTP/1.1\r\nHost: ${P}\r\n X: y\r\n`, 400],
    [
      'a header split by a bare line feed',
      `GET / HTTP/1.1\r\nHost: ${P}\r\nX: y\nHost: evil.example\r\n`,
      400,
    ],
  ])('refuses %s and keeps nothing of it', async (_what, head, status) => {
    await network.publicSite.purge([chromeTag(1)]);
    const before = network.cache.figures;

    const said = await talk(`${head}${closing}\r\n`);

    expect(statusOf(said)).toBe(status);
    expect(said).not.toContain('evil.example');
    expect(network.cache.figures).toMatchObject({ stored: before.stored, hits: before.hits });
  });

  it('holds no more connections than it may, and answers again when some have gone', async () => {
    const held = Array.from({ length: 20 }, () => {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      open.add(socket);
      return new Promise<void>((done) => socket.once('connect', () => done()));
    });
    await Promise.all(held);
    expect(await talk(get('/', closing))).toBe('');

    for (const socket of open) socket.destroy();
    let answer = '';
    while (answer === '') answer = await talk(get('/', closing));
    expect(statusOf(answer)).toBe(200);
  });
});
