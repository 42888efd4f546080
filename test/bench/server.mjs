// Starting, asking and measuring the built product from outside.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../apps/all-in-one/setup.mjs';

const TICKS_A_SECOND = 100;

export function temporaryDirectory(copyOf) {
  const path = mkdtempSync(join(tmpdir(), 'zhanqun-bench-'));
  if (copyOf) cpSync(copyOf, path, { recursive: true });
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Seconds of processor time a process has used so far, all its threads; null where /proc is not there. */
export const cpuSeconds = (pid) => secondsIn(`/proc/${pid}/stat`);

/** The same of this process's main thread alone. */
export const mainThreadSeconds = () => secondsIn(`/proc/self/task/${process.pid}/stat`);

/** Microseconds the main thread of a process has run: finer than the ticks of its `stat`; null where /proc is not there. */
export const mainThreadMicros = (pid) => microsOf(pid, pid);

/** The same of all its threads. */
export const cpuMicros = (pid) =>
  readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + microsOf(pid, thread), 0);

function microsOf(pid, thread) {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1000;
  } catch {
    return null;
  }
}

function secondsIn(file) {
  try {
    const fields = readFileSync(file, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return null;
  }
}

/** Resident memory in MiB; null where /proc is not there. */
export function memoryMegabytes(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return null;
  }
}

/** One request with the Host a browser would send. */
export function ask(port, host, path, { method = 'GET', headers = {}, body, agent } = {}) {
  return new Promise((resolve, reject) => {
    const sent = request(
      { port, host: '127.0.0.1', path, method, headers: { host, ...headers }, agent },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode,
            headers: response.headers,
            rawHeaders: response.rawHeaders,
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts an app of `dist/` and waits until it is ready; `bootMs` is how long that took. */
export async function startApp(app, env) {
  const publicPort = await freePort();
  const consolePort = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [join(root, `dist/apps/${app}/src/main.js`)], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      NODE_NO_WARNINGS: '1',
      PUBLIC_PORT: publicPort,
      CONSOLE_PORT: consolePort,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const port = app === 'public' ? publicPort : consolePort;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${app} 未能启动：${said}`);
    const isReady = await ask(port, 'localhost', '/readyz').then(
      ({ status }) => status === 200,
      () => false,
    );
    if (isReady) break;
    await pause(10);
  }
  return {
    pid: child.pid,
    publicPort,
    consolePort,
    bootMs: performance.now() - begun,
    bootCpuMs: cpuSeconds(child.pid) * 1000,
    said: () => said,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** A directory with the demo county, written by the product itself. */
export async function seedDemo() {
  const data = temporaryDirectory();
  const app = await startApp('all-in-one', { DATA_DIR: data.path, SEED: 'demo' });
  while (!app.said().includes('平台已就绪')) await pause(100);
  await app.stop();
  return data;
}

/** A directory with a large county of `sites` sites. */
export function seedLarge(sites, articles) {
  const data = temporaryDirectory();
  const done = spawnSync(
    process.execPath,
    [join(root, 'dist/apps/cli/src/main.js'), 'seed', 'demo', '--sites', sites, '--articles', articles].map(
      String,
    ),
    { cwd: root, env: { PATH: process.env.PATH, DATA_DIR: data.path, SEED: 'none' }, encoding: 'utf8' },
  );
  if (done.status !== 0) throw new Error(done.stderr);
  return data;
}

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
export const percentile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
