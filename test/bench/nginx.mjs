// One page, the same gzip bytes, from four servers: nginx with nothing but a folder, nginx as it is shipped before the page
// files of the platform, a hit of the page cache, and a bare node:http server. Processor time a request of the server
// processes; needs nginx on the machine, null without.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { root } from '../../apps/all-in-one/setup.mjs';
import { ask, cpuMicros, freePort, median, startApp, temporaryDirectory } from './server.mjs';

const PROGRAM = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx'].find((path) =>
  existsSync(path),
);
const HOST = 'shifan.localhost';
const MADE_BY_NODE = new Set(['connection', 'keep-alive', 'date']);
const ROUNDS = 7;
const REQUESTS = 10_000;
const headers = { 'accept-encoding': 'gzip' };

const childrenOf = (pid) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);

/** `deploy/nginx/public.conf` on this machine: ports, paths, no certificate. */
function shipped(port, publicPort, dataDir) {
  return readFileSync(join(root, 'deploy/nginx/public.conf'), 'utf8')
    .replace('server 127.0.0.1:8080;', `server 127.0.0.1:${publicPort};`)
    .replace(/ *server 127\.0\.0\.1:8082;\n/, '')
    .replace(/server \{\n *listen 80 [\s\S]*?\n\}\n/, '')
    .replace('listen 443 ssl http2 default_server;', `listen 127.0.0.1:${port} default_server;`)
    .replace(/ *listen \[::\]:443 ssl http2 default_server;\n/, '')
    .replace(/( *ssl_\w+ .*\n)+/, '')
    .replaceAll('/var/lib/zhanqun/', `${dataDir}/`);
}

const plain = (port, folder) => `server {
  listen 127.0.0.1:${port} default_server;
  root ${folder};
  gzip_static on;
  location / { }
}`;

/** Both in one nginx of one worker, so that they have the same process, the same settings and the same moment. */
async function startNginx(own, servers, ports) {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  for (const name of temporary) mkdirSync(join(own, name));
  const conf = join(own, 'nginx.conf');
  writeFileSync(
    conf,
    `${process.getuid?.() === 0 ? 'user root;\n' : ''}daemon off;
worker_processes 1;
pid ${own}/nginx.pid;
error_log ${own}/error.log warn;
events { worker_connections 512; }
http {
include /etc/nginx/mime.types;
sendfile on;
tcp_nopush on;
access_log off;
keepalive_requests 1000000;
${temporary.map((name) => `${name}_temp_path ${own}/${name};`).join('\n')}
${servers.join('\n')}
}
`,
  );
  const child = spawn(PROGRAM, ['-p', own, '-c', conf, '-e', join(own, 'error.log')], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  for (const port of ports) {
    for (;;) {
      if (child.exitCode !== null) throw new Error(readFileSync(join(own, 'error.log'), 'utf8'));
      const isThere = await ask(port, HOST, '/').then(
        () => true,
        () => false,
      );
      if (isThere) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  return { pids: [child.pid, ...childrenOf(child.pid)], stop: () => (child.kill('SIGTERM'), ended) };
}

async function startBare(own, page) {
  const file = join(own, 'page.gz');
  writeFileSync(file, page.body);
  // Spelt as they came, so that both servers send the same bytes.
  const sent = {};
  for (let at = 0; at < page.rawHeaders.length; at += 2)
    if (!MADE_BY_NODE.has(page.rawHeaders[at].toLowerCase()))
      sent[page.rawHeaders[at]] = page.rawHeaders[at + 1];
  const script = fileURLToPath(new URL('./bare-server.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify({ host: HOST, headers: sent, file })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = await once(child.stdout, 'data');
  return { port: Number(printed), pids: [child.pid], stop: () => child.kill() };
}

/** The page as a hit, and its files written. */
async function kept(port, dataDir) {
  for (;;) {
    const page = await ask(port, HOST, '/', { headers });
    const file = join(dataDir, 'pages', HOST, 'index.html.gz');
    const isReady = page.headers['x-cache'] === 'hit' && page.headers['content-encoding'] === 'gzip';
    if (isReady && existsSync(file)) return page;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function measureNginx(demo) {
  if (!PROGRAM) return null;
  const data = temporaryDirectory(demo);
  const own = temporaryDirectory();
  const ours = await startApp('public', { DATA_DIR: data.path });
  const page = await kept(ours.publicPort, data.path);
  const [plainPort, filesPort] = [await freePort(), await freePort()];
  const servers = [
    plain(plainPort, join(data.path, 'pages', HOST)),
    shipped(filesPort, ours.publicPort, data.path),
  ];
  const nginx = await startNginx(own.path, servers, [plainPort, filesPort]);
  const bare = await startBare(own.path, page);
  const sides = {
    // Asked for by its own name, so that nginx has nothing to find out.
    plain: { port: plainPort, pids: nginx.pids, path: '/index.html' },
    files: { port: filesPort, pids: nginx.pids },
    hit: { port: ours.publicPort, pids: [ours.pid] },
    bare,
  };
  const load = async ({ port, pids, path = '/' }) => {
    const used = () => pids.reduce((sum, pid) => sum + cpuMicros(pid), 0);
    const before = used();
    const { non2xx, errors } = await autocannon({
      url: `http://127.0.0.1:${port}${path}`,
      connections: 20,
      amount: REQUESTS,
      headers: { host: HOST, ...headers },
    });
    if (non2xx + errors > 0) throw new Error(`${non2xx} wrong answers, ${errors} errors`);
    return (used() - before) / REQUESTS;
  };
  const rounds = [];
  try {
    for (const side of ['plain', 'files']) {
      const { port, path = '/' } = sides[side];
      const { headers: got, body } = await ask(port, HOST, path, { headers });
      if (!body.equals(page.body)) throw new Error(`${side} sends other bytes: ${JSON.stringify(got)}`);
    }
    for (const side of Object.values(sides)) await load(side);
    for (let round = 0; round < ROUNDS; round += 1) {
      const figures = {};
      for (const [name, side] of Object.entries(sides)) figures[name] = await load(side);
      rounds.push(figures);
    }
  } finally {
    bare.stop();
    await nginx.stop();
    await ours.stop();
    own.remove();
    data.remove();
  }
  const of = (name) => median(rounds.map((round) => round[name]));
  const ratio = (one, other) => median(rounds.map((round) => round[one] / round[other]));
  return {
    bytes: page.body.length,
    requests: REQUESTS * ROUNDS,
    micros: { plain: of('plain'), files: of('files'), hit: of('hit'), bare: of('bare') },
    filesToPlain: ratio('files', 'plain'),
    hitToPlain: ratio('hit', 'plain'),
    hitToBare: ratio('hit', 'bare'),
    bareToPlain: ratio('bare', 'plain'),
  };
}
