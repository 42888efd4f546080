// `npm test`: the whole proof in one command. Every step counts; the last line sums up.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, setUp } from '../apps/all-in-one/setup.mjs';
import { startServices } from './services.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };
const reports = mkdtempSync(join(tmpdir(), 'zhanqun-report-'));
const only = process.argv.slice(2);

function execute(command, args, env) {
  const started = Date.now();
  const done = spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  return { ok: done.status === 0, seconds: ((Date.now() - started) / 1000).toFixed(1) };
}

/** A check without cases of its own: lint, types. */
function check(name, command, args) {
  const { ok, seconds } = execute('npx', ['--no-install', command, ...args], process.env);
  total[ok ? 'passed' : 'failed'] += 1;
  process.stdout.write(`${ok ? '✓' : '✗'} ${name}（${seconds} 秒）\n`);
}

function jest(name, projects, env, extra = ['--maxWorkers=2', '--testTimeout=60000']) {
  const report = join(reports, `${Date.now()}.json`);
  const args = ['--no-install', 'jest', '--selectProjects', ...projects, '--silent'];
  const { ok, seconds } = execute('npx', [...args, '--json', `--outputFile=${report}`, ...extra], {
    ...process.env,
    NODE_ENV: 'test',
    SPECS: 'together',
    ...env,
    NODE_NO_WARNINGS: '1',
  });
  let counted = {
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numFailedTestSuites: 0,
  };
  try {
    counted = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    counted.numFailedTests = 1;
  }
  const failed = Math.max(counted.numFailedTests, ok ? 0 : 1);
  total.passed += counted.numPassedTests;
  total.failed += failed;
  total.skipped += counted.numPendingTests + counted.numTodoTests;
  process.stdout.write(
    `${ok ? '✓' : '✗'} ${name}：${counted.numPassedTests} 项通过，${failed} 项失败（${seconds} 秒）\n`,
  );
}

const STEPS = {
  lint: () => check('代码规范', 'oxlint', ['--deny-warnings']),
  floors: () =>
    check('楼层与门', 'depcruise', [
      '--config',
      '.dependency-cruiser.cjs',
      'apps',
      'libs',
      'migrations',
      'test',
    ]),
  format: () =>
    check('格式', 'prettier', ['--check', '--log-level', 'warn', 'apps', 'libs', 'migrations', 'test']),
  types: () => check('类型', 'tsc', ['-p', '.']),
  'console-types': () => check('后台界面类型', 'vue-tsc', ['-p', 'apps/console', '--noEmit']),
  rules: () => jest('规则测试', ['rules'], {}),
  sqlite: () => jest('数据库测试（SQLite）', ['database'], { TEST_MYSQL_URL: '' }),
  mariadb: ({ mysql }) => jest('数据库测试（MariaDB）', ['database'], { TEST_MYSQL_URL: mysql }),
  architecture: ({ mysql }) => jest('架构测试', ['architecture'], { TEST_MYSQL_URL: mysql }),
  isolation: ({ mysql }) => {
    jest('隔离测试（SQLite）', ['isolation'], { TEST_MYSQL_URL: '' });
    jest('隔离测试（MariaDB）', ['isolation'], { TEST_MYSQL_URL: mysql });
  },
  e2e: () => jest('端到端测试', ['e2e'], {}, ['--runInBand', '--testTimeout=120000']),
  browser: () => jest('浏览器测试', ['browser'], {}, ['--runInBand', '--testTimeout=240000']),
};

let services;
try {
  setUp();
  services = await startServices();
  process.env.TEST_REDIS_URL = services.redis;
  process.env.TEST_MARIADB = services.mysql;
  process.env.CHROMIUM = services.chromium;
  for (const [name, step] of Object.entries(STEPS))
    if (only.length === 0 || only.includes(name)) step(services);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  total.failed += 1;
} finally {
  await services?.stop();
  rmSync(reports, { recursive: true, force: true });
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
