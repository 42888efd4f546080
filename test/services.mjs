// Private MariaDB and Redis for the tests: own data directory, own ports, nothing of the machine's touched.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGES = [
  'default-jre-headless',
  'mariadb-server',
  'redis-server',
  'nginx-light',
  'chromium',
  'fonts-noto-cjk',
];

const find = (...names) =>
  names
    .flatMap((name) =>
      ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/usr/local/sbin'].map((dir) => join(dir, name)),
    )
    .find((path) => existsSync(path));

const programs = () => ({
  mariadb: find('mariadbd', 'mysqld'),
  mariadbInstall: find('mariadb-install-db', 'mysql_install_db'),
  redis: find('redis-server'),
  nginx: find('nginx'),
  java: find('java'),
  chromium: process.env.CHROMIUM ?? find('chromium', 'chromium-browser', 'google-chrome'),
});

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/etc/debian_version') && find('apt-get');

/** Finds the programs, installing them by apt where that is possible; otherwise says what to do. */
export function ensurePrograms() {
  const needed = () => {
    const { mariadb, redis, nginx, chromium, java } = programs();
    const lacking = [];
    if (!process.env.TEST_MYSQL_URL && !mariadb)
      lacking.push('MariaDB 服务（或设置 TEST_MYSQL_URL=mariadb://…）');
    if (!process.env.TEST_REDIS_URL && !redis) lacking.push('Redis 服务（或设置 TEST_REDIS_URL=redis://…）');
    if (!nginx) lacking.push('nginx');
    if (!java) lacking.push('Java（检查 HTML 用）');
    if (!chromium) lacking.push('Chromium（或设置 CHROMIUM=/路径/chromium）');
    return lacking;
  };
  if (needed().length > 0 && isRootOnDebian()) {
    process.stdout.write(`正在安装测试所需的软件：${PACKAGES.join(' ')} …\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], {
      stdio: 'inherit',
      env,
    });
  }
  const lacking = needed();
  if (lacking.length > 0)
    throw new Error(
      `测试缺少以下软件：\n${lacking.map((item) => `  · ${item}`).join('\n')}\nDebian/Ubuntu 可执行：sudo apt-get install ${PACKAGES.join(' ')}`,
    );
  return programs();
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function untilListening(port, name, child, logFile) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break;
    const open = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => (socket.destroy(), resolve(true))).once('error', () =>
        resolve(false),
      );
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(
    `${name} 未能启动：\n${existsSync(logFile) ? readFileSync(logFile, 'utf8').slice(-2000) : ''}`,
  );
}

/** Starts what no URL was given for; answers the addresses and a `stop` that leaves nothing behind. */
export async function startServices() {
  const found = ensurePrograms();
  const directory = mkdtempSync(join(tmpdir(), 'zhanqun-test-'));
  const children = [];
  const start = async (name, command, args, port) => {
    const child = spawn(command, args, { stdio: 'ignore' });
    children.push(child);
    await untilListening(port, name, child, join(directory, `${name}.log`));
  };

  let mysql = process.env.TEST_MYSQL_URL;
  if (!mysql) {
    const port = await freePort();
    const data = join(directory, 'mariadb');
    mkdirSync(data);
    spawnSync(found.mariadbInstall, [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...(process.getuid?.() === 0 ? ['--user=root'] : []),
    ]);
    await start(
      'MariaDB',
      found.mariadb,
      [
        '--no-defaults',
        `--datadir=${data}`,
        `--port=${port}`,
        '--bind-address=127.0.0.1',
        `--socket=${join(directory, 'my.sock')}`,
        `--log-error=${join(directory, 'MariaDB.log')}`,
        '--character-set-server=utf8mb4',
        '--collation-server=utf8mb4_unicode_ci',
        '--innodb-flush-log-at-trx-commit=0',
        '--sync-binlog=0',
        '--innodb-doublewrite=0',
        // Nothing of it has to outlive the run.
        '--innodb-flush-method=nosync',
        '--sync-frm=0',
        '--innodb-fast-shutdown=2',
        '--skip-name-resolve',
        '--max-connections=400',
        ...(process.getuid?.() === 0 ? ['--user=root'] : []),
      ],
      port,
    );
    mysql = `mariadb://root@127.0.0.1:${port}/`;
  }

  let redis = process.env.TEST_REDIS_URL;
  if (!redis) {
    const port = await freePort();
    await start(
      'Redis',
      found.redis,
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', directory],
      port,
    );
    redis = `redis://127.0.0.1:${port}`;
  }

  const stop = async () => {
    await Promise.all(
      children.map(
        (child) =>
          new Promise((resolve) => {
            if (child.exitCode !== null) return resolve();
            child.once('exit', resolve);
            child.kill('SIGTERM');
            setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
          }),
      ),
    );
    rmSync(directory, { recursive: true, force: true });
  };
  return { mysql, redis, chromium: found.chromium, stop };
}
