import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { readConfig } from '../config';
import { isPublicAddress } from './allow-list';
import { HostResolver } from './host-resolver';
import { SafeFetch } from './safe-fetch';

/** Answers as told, one list after the other: a name that changes its mind. */
class FakeResolver extends HostResolver {
  readonly asked: string[] = [];
  constructor(private readonly answers: Record<string, string[][]>) {
    super();
  }

  override addresses(host: string): Promise<readonly string[]> {
    this.asked.push(host);
    const lists = this.answers[host] ?? [];
    return Promise.resolve((lists.length > 1 ? lists.shift() : lists[0]) ?? []);
  }
}

let server: Server;
let port: number;
let visits: string[];
beforeAll(async () => {
  server = createServer((request, response) => {
    visits.push(request.url ?? '');
    if (request.url === '/to-inside')
      response.writeHead(302, { location: `http://inside.test:${port}/secret` });
    else if (request.url === '/to-number') response.writeHead(302, { location: `http://2130706433/` });
    else if (request.url === '/round') response.writeHead(302, { location: '/round' });
    else if (request.url === '/silent') return;
    else if (request.url === '/packed') {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync(Buffer.alloc(2_000_000)));
      return;
    } else response.writeHead(request.url === '/gone' ? 404 : 200, { 'content-type': 'text/plain' });
    response.end('公开的内容');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  visits = [];
});

const fetching = (allow: string[], answers: Record<string, string[][]> = {}): SafeFetch =>
  new SafeFetch(
    readConfig({ FETCH_ALLOW: allow.join(',') }),
    new FakeResolver({ 'open.test': [['127.0.0.1']], 'inside.test': [['127.0.0.1']], ...answers }),
  );
const open = () => fetching([`open.test:${port}`]);

describe('对外访问', () => {
  it('answers with status, type and bytes', async () => {
    const page = await open().fetch(`http://open.test:${port}/`);

    expect(page).toMatchObject({
      status: 200,
      contentType: 'text/plain',
      address: `http://open.test:${port}/`,
    });
    expect(page.bytes.toString()).toBe('公开的内容');
    expect(await open().fetch(`http://open.test:${port}/gone`)).toMatchObject({ status: 404 });
  });

  it.each([
    ['http://127.0.0.1/', 'private'],
    ['http://2130706433/', 'private'],
    ['http://0177.0.0.1/', 'private'],
    ['http://0x7f.1/', 'private'],
    ['http://127.1/', 'private'],
    ['http://[::1]/', 'private'],
    ['http://[::ffff:127.0.0.1]/', 'private'],
    ['http://[::ffff:7f00:1]/', 'private'],
    ['http://[64:ff9b::7f00:1]/', 'private'],
    ['http://[fe80::1]/', 'private'],
    ['http://[fd00::1]/', 'private'],
    ['http://10.0.0.8/', 'private'],
    ['http://192.168.1.1/', 'private'],
    ['http://169.254.169.254/latest/meta-data', 'private'],
    ['http://100.64.0.1/', 'private'],
    ['http://0.0.0.0/', 'private'],
    ['http://inside.test/', 'private'],
    ['http://user:pass@open.test/', 'credentials'],
    ['http://open.test:22/', 'port'],
    ['ftp://open.test/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['not an address', 'address'],
  ])('refuses %s', async (address, reason) => {
    await expect(open().fetch(address)).rejects.toMatchObject({
      code: 'platform.fetch.refused',
      details: { reason },
    });
    expect(visits).toEqual([]);
  });

  it('refuses a name with one internal address among public ones', async () => {
    const mixed = fetching([], { 'mixed.test': [['93.184.216.34', '10.0.0.8']] });

    await expect(mixed.fetch('http://mixed.test/')).rejects.toMatchObject({ details: { reason: 'private' } });
  });

  it('judges the very addresses it connects to, so a name that changes its answer gains nothing', async () => {
    const resolver = new FakeResolver({ 'rebind.test': [['127.0.0.1'], ['93.184.216.34']] });
    const rebinding = new SafeFetch(readConfig({}), resolver);

    await expect(rebinding.fetch('http://rebind.test/')).rejects.toMatchObject({
      details: { reason: 'private' },
    });
    expect(resolver.asked).toEqual(['rebind.test']);
  });

  it.each(['/to-inside', '/to-number'])('does not follow a redirect inside: %s', async (path) => {
    await expect(open().fetch(`http://open.test:${port}${path}`)).rejects.toMatchObject({
      code: 'platform.fetch.refused',
    });
    expect(visits).toEqual([path]);
  });

  it('ends a circle of redirects', async () => {
    await expect(open().fetch(`http://open.test:${port}/round`, { maxRedirects: 3 })).rejects.toMatchObject({
      details: { reason: 'redirects' },
    });
    expect(visits).toHaveLength(4);
  });

  it('reads no more bytes than it may, counted unpacked', async () => {
    await expect(
      open().fetch(`http://open.test:${port}/packed`, { maxBytes: 100_000 }),
    ).rejects.toMatchObject({ code: 'platform.fetch.tooLarge' });
  });

  it('waits no longer than it may', async () => {
    await expect(open().fetch(`http://open.test:${port}/silent`, { timeoutMs: 50 })).rejects.toMatchObject({
      code: 'platform.fetch.failed',
      details: { reason: 'timeout' },
    });
  });

  it('tells a name nobody knows from a server that is away', async () => {
    const away = fetching([`away.test:1`], { 'away.test': [['127.0.0.1']] });

    await expect(away.fetch('http://nowhere.test/')).rejects.toMatchObject({
      details: { reason: 'unknownHost' },
    });
    await expect(away.fetch('http://away.test:1/')).rejects.toMatchObject({ code: 'platform.fetch.failed' });
  });

  it.each(['127.0.0.0/8', 'inside.test', '127.0.0.1'])(
    'visits what the operator allows: %s',
    async (entry) => {
      const host = entry.startsWith('127') ? '127.0.0.1' : entry;
      const allowed = fetching([entry, `${host}:${port}`]);

      expect(await allowed.fetch(`http://${host}:${port}/`)).toMatchObject({ status: 200 });
    },
  );

  it.each(['93.184.216.34', '2606:2800:220:1::1'])('knows %s as public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});
