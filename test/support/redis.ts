import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { temporaryDirectory } from './temporary';
import { until } from './until';

export interface TestRedis {
  readonly url: string;
  close(): Promise<void>;
}

/** The Redis that `TEST_REDIS_URL` names, or a private one on a free port with nothing stored. */
export async function testRedis(): Promise<TestRedis> {
  const given = process.env['TEST_REDIS_URL'];
  if (given) return { url: given, close: () => Promise.resolve() };

  const port = await unusedPort();
  const dir = temporaryDirectory();
  const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir.path];
  const server = spawn('redis-server', [...place, '--save', '', '--appendonly', 'no']);
  const failure = new Promise<never>((_, refuse) =>
    server.once('error', (cause) =>
      refuse(new Error('redis-server cannot be started: install it or set TEST_REDIS_URL', { cause })),
    ),
  );
  await Promise.race([failure, until(() => answers(port), { what: 'redis-server to answer' })]);
  return {
    url: `redis://127.0.0.1:${port}/`,
    close: async () => {
      await ended(server);
      await dir.remove();
    },
  };
}

export interface BreakableRedis extends TestRedis {
  /** Redis is away from now on: connections break, new ones are refused. */
  cut(): Promise<void>;
  restore(): Promise<void>;
}

/** The same Redis behind a line that a test can cut. */
export async function breakable(redis: TestRedis): Promise<BreakableRedis> {
  const target = new URL(redis.url);
  const port = await unusedPort();
  const sockets = new Set<Socket>();
  let server: Server | undefined;

  const restore = async (): Promise<void> => {
    server = createServer((near) => {
      const far = connect(Number(target.port || 6379), target.hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          sockets.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const cut = async (): Promise<void> => {
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    sockets.forEach((socket) => socket.destroy());
    await closed;
    server = undefined;
  };

  await restore();
  const url = new URL(redis.url);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return { url: url.href, cut, restore, close: cut };
}

async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end('PING\r\n'));
    socket.once('data', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
