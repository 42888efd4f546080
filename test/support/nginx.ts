import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort } from './processes';
import { temporaryDirectory } from './temporary';
import { until } from './until';
import { visit } from './visitor';

const SHIPPED = resolve(__dirname, '../../deploy/nginx/public.conf');
const PROGRAM = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx'].find((path) =>
  existsSync(path),
);

export interface RunningNginx {
  readonly port: number;
  /** The access log so far. */
  logged(): string;
  stop(): Promise<void>;
}

/** The file that is shipped, moved to this machine: ports, paths and no certificate. Nothing else is changed. */
function shippedFor(dataDir: string, port: number, publicPort: number): string {
  const moves: readonly (readonly [RegExp, string])[] = [
    [/server 127\.0\.0\.1:8080;/, `server 127.0.0.1:${publicPort};`],
    [/ *server 127\.0\.0\.1:8082;\n/, ''],
    [/server \{\n *listen 80 [\s\S]*?\n\}\n/, ''],
    [/listen 443 ssl http2 default_server;/, `listen 127.0.0.1:${port} default_server;`],
    [/ *listen \[::\]:443 ssl http2 default_server;\n/, ''],
    [/( *ssl_\w+ .*\n)+/, ''],
    [/\/var\/lib\/zhanqun\/pages;/, `${dataDir}/pages;`],
    [/\/var\/lib\/zhanqun\/pages-expired;/, `${dataDir}/pages-expired;`],
  ];
  return moves.reduce(
    (text, [from, to]) => {
      if (!from.test(text)) throw new Error(`deploy/nginx/public.conf has no ${String(from)}`);
      return text.replace(from, to);
    },
    readFileSync(SHIPPED, 'utf8'),
  );
}

/** A private nginx with `deploy/nginx/public.conf`, before a public process on `publicPort`. */
export async function startNginx(dataDir: string, publicPort: number): Promise<RunningNginx> {
  if (!PROGRAM) throw new Error('nginx is missing: apt-get install nginx-light');
  const own = temporaryDirectory();
  const port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  for (const name of temporary) mkdirSync(join(own.path, name));
  const conf = join(own.path, 'nginx.conf');
  writeFileSync(
    conf,
    `${process.getuid?.() === 0 ? 'user root;\n' : ''}daemon off;
worker_processes 1;
pid ${own.path}/nginx.pid;
error_log ${own.path}/error.log warn;
events { worker_connections 512; }
http {
include /etc/nginx/mime.types;
access_log ${own.path}/access.log;
${temporary.map((name) => `${name}_temp_path ${own.path}/${name};`).join('\n')}
${shippedFor(dataDir, port, publicPort)}
}
`,
  );
  const child = spawn(PROGRAM, ['-p', own.path, '-c', conf, '-e', join(own.path, 'error.log')], {
    stdio: 'ignore',
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  try {
    await until(
      () => {
        if (child.exitCode !== null) throw new Error(readFileSync(join(own.path, 'error.log'), 'utf8'));
        return visit(port, 'any.localhost', '/').then(() => true);
      },
      { what: 'nginx to listen' },
    );
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    port,
    logged: () => readFileSync(join(own.path, 'access.log'), 'utf8'),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await own.remove();
    },
  };
}
