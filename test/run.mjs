// `npm test`: the whole proof in one command. Every step counts; the last line sums up.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, setUp } from '../apps/all-in-one/setup.mjs';
import { startServices } from './services.mjs';

/** Most of a step is one process that works, or waits for another: two keep a small machine busy, a third slows all. */
const LANES = 2;
const FOLDERS = ['apps', 'libs', 'migrations', 'test'];

const total = { passed: 0, failed: 0, skipped: 0 };
const reports = mkdtempSync(join(tmpdir(), 'zhanqun-report-'));
const only = process.argv.slice(2);

/** Runs to its end; what it says is kept together, because another step runs beside it. */
async function execute(name, args, env = process.env) {
  process.stdout.write(`… ${name}\n`);
  const started = Date.now();
  const child = spawn('npx', ['--no-install', ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const ok = await new Promise((resolve) => {
    child.once('error', (error) => (said.push(Buffer.from(`${error.message}\n`)), resolve(false)));
    child.once('close', (code) => resolve(code === 0));
  });
  const tell = (figures) => {
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    process.stdout.write(`\n${Buffer.concat(said)}${ok ? '✓' : '✗'} ${name}${figures}（${seconds} 秒）\n`);
  };
  return { ok, tell };
}

/** A check without cases of its own: lint, types. */
const check =
  (name, ...args) =>
  async () => {
    const { ok, tell } = await execute(name, args);
    total[ok ? 'passed' : 'failed'] += 1;
    tell('');
  };

/** `env` says which of the services the tests get. */
const jest =
  (name, project, env = () => ({}), { timeout = 60_000 } = {}) =>
  async (services) => {
    const report = join(reports, `${project}-${Date.now()}.json`);
    const { ok, tell } = await execute(
      name,
      [
        'jest',
        `--selectProjects=${project}`,
        '--silent',
        '--json',
        `--outputFile=${report}`,
        '--runInBand',
        // A browser that a failed beginning left open must not hold the whole run.
        '--forceExit',
        `--testTimeout=${timeout}`,
      ],
      { ...process.env, NODE_ENV: 'test', SPECS: 'together', ...env(services), NODE_NO_WARNINGS: '1' },
    );
    let counted = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
    try {
      counted = JSON.parse(readFileSync(report, 'utf8'));
    } catch {
      counted.numFailedTests = 1;
    }
    const failed = Math.max(counted.numFailedTests, ok ? 0 : 1);
    total.passed += counted.numPassedTests;
    total.failed += failed;
    total.skipped += counted.numPendingTests + counted.numTodoTests;
    tell(`：${counted.numPassedTests} 项通过，${failed} 项失败`);
  };

const onSqlite = () => ({ TEST_MYSQL_URL: '' });
const onMariadb = ({ mysql }) => ({ TEST_MYSQL_URL: mysql });

/** In the order they begin. The long ones come early, so that no lane is left waiting for one at the end. */
const STEPS = {
  e2e: [jest('端到端测试', 'e2e', undefined, { timeout: 120_000 })],
  browser: [jest('浏览器测试', 'browser', undefined, { timeout: 240_000 })],
  mariadb: [jest('数据库测试（MariaDB）', 'database', onMariadb)],
  sqlite: [jest('数据库测试（SQLite）', 'database', onSqlite)],
  isolation: [
    jest('隔离测试（MariaDB）', 'isolation', onMariadb),
    jest('隔离测试（SQLite）', 'isolation', onSqlite),
  ],
  rules: [jest('规则测试', 'rules')],
  architecture: [jest('架构测试', 'architecture', onMariadb)],
  format: [check('格式', 'prettier', '--check', '--log-level', 'warn', ...FOLDERS)],
  types: [check('类型', 'tsc', '-p', '.')],
  'console-types': [check('后台界面类型', 'vue-tsc', '-p', 'apps/console', '--noEmit')],
  floors: [check('楼层与门', 'depcruise', '--config', '.dependency-cruiser.cjs', ...FOLDERS)],
  lint: [check('代码规范', 'oxlint', '--deny-warnings')],
};

const names = Object.keys(STEPS);
const unknown = only.filter((name) => !names.includes(name));
let services;
try {
  if (unknown.length > 0) throw new Error(`没有这一步：${unknown.join(' ')}。可选：${names.join(' ')}`);
  const [begun, ready] = await Promise.allSettled([startServices(), setUp()]);
  services = begun.value;
  for (const { reason } of [begun, ready]) if (reason) throw reason;
  process.env.TEST_REDIS_URL = services.redis;
  process.env.TEST_MARIADB = services.mysql;
  process.env.CHROMIUM = services.chromium;
  const waiting = Object.entries(STEPS).flatMap(([name, parts]) =>
    only.length === 0 || only.includes(name) ? parts : [],
  );
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) await step(services);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  total.failed += 1;
} finally {
  await services?.stop();
  rmSync(reports, { recursive: true, force: true });
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
