// What must be true before anything runs: packages installed as locked, server and console built.
// Plain JavaScript on purpose: it runs before the first install. Used by `npm start` and `npm test`.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const say = (text) => process.stdout.write(`${text}\n`);

/** Runs a command to its end; its output is shown only when it fails. */
export async function run(command, args, { env = process.env } = {}) {
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const fault = await new Promise((end) => {
    child.once('error', (error) => end(`${error.message}\n`));
    child.once('close', (code) => end(code === 0 ? null : ''));
  });
  if (fault === null) return;
  process.stderr.write(`${Buffer.concat(said)}${fault}`);
  throw new Error(`“${command} ${args.join(' ')}”失败`);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。请升级后再试。`);
  process.exit(1);
}

const digestOf = (file) =>
  createHash('sha256')
    .update(readFileSync(join(root, file)))
    .digest('hex');

/** Stamps live in node_modules, so removing it forgets them. */
const stamp = (name) => join(root, 'node_modules', `.zhanqun-${name}`);
const isStamped = (name, value) => existsSync(stamp(name)) && readFileSync(stamp(name), 'utf8') === value;

async function ensureInstalled() {
  const lock = digestOf('package-lock.json');
  if (isStamped('install', lock)) return;
  say('正在安装依赖（npm ci），首次约需一至两分钟 …');
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']);
  writeFileSync(stamp('install'), lock);
}

/** A digest of names, sizes and times: cheap, and any edit changes it. */
function stateOf(paths) {
  const hash = createHash('sha256');
  const walk = (path) => {
    const stats = statSync(path);
    if (!stats.isDirectory()) return void hash.update(`${path}:${stats.size}:${stats.mtimeMs}\n`);
    for (const name of readdirSync(path).sort()) if (name !== 'node_modules') walk(join(path, name));
  };
  for (const path of paths) if (existsSync(join(root, path))) walk(join(root, path));
  return hash.digest('hex');
}

const SERVER = [
  'apps/public',
  'apps/console-api',
  'apps/worker',
  'apps/all-in-one',
  'apps/cli',
  'libs',
  'migrations',
];

const BUILDS = [
  {
    name: 'server',
    label: '服务端',
    sources: [...SERVER, 'nest-cli.json', '.swcrc', 'tsconfig.json', 'package-lock.json'],
    product: 'dist/apps/all-in-one/src/main.js',
    steps: [
      ['npx', ['--no-install', 'nest', 'build', 'all-in-one']],
      ['node', ['apps/console-api/openapi-metadata.mjs']],
    ],
  },
  {
    name: 'console',
    label: '后台界面',
    sources: ['apps/console', 'package-lock.json'],
    product: 'dist/console/index.html',
    steps: [
      [
        'npx',
        ['--no-install', 'vite', 'build', '--config', 'apps/console/vite.config.mts', '--logLevel', 'error'],
      ],
    ],
  },
];

async function ensureBuilt({ name, label, sources, product, steps }) {
  const state = stateOf(sources);
  if (isStamped(name, state) && existsSync(join(root, product))) return;
  say(`正在构建${label} …`);
  for (const [command, args] of steps) await run(command, args);
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stamp(name), state);
}

export async function setUp() {
  checkNode();
  await ensureInstalled();
  // Neither reads what the other makes.
  await Promise.all(BUILDS.map(ensureBuilt));
}
