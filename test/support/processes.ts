import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { until } from './until';
import { visit } from './visitor';

const root = resolve(__dirname, '../..');

export type AppName = 'all-in-one' | 'public' | 'console-api' | 'worker' | 'cli';

/** A real process of the built product. */
export interface RunningApp {
  readonly child: ChildProcess;
  readonly publicPort: number;
  readonly consolePort: number;
  /** Everything it has printed so far. */
  output(): string;
  /** Exit code after SIGTERM, as an operator stops it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

/** Starts one app of `dist/` without waiting for it. */
export async function launch(
  app: AppName,
  env: Record<string, string>,
  args: string[] = [],
): Promise<RunningApp> {
  const publicPort = Number(env.PUBLIC_PORT ?? (await freePort()));
  const consolePort = Number(env.CONSOLE_PORT ?? (await freePort()));
  const child = spawn(process.execPath, [join(root, `dist/apps/${app}/src/main.js`), ...args], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      NODE_NO_WARNINGS: '1',
      ...env,
      PUBLIC_PORT: String(publicPort),
      CONSOLE_PORT: String(consolePort),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  return {
    child,
    publicPort,
    consolePort,
    output: () => printed.join(''),
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      const hardEnd = setTimeout(() => child.kill('SIGKILL'), 20_000);
      const code = await ended;
      clearTimeout(hardEnd);
      return code;
    },
  };
}

/** Starts one app and waits until it says it is ready on the port it listens on. */
export async function start(app: AppName, env: Record<string, string>): Promise<RunningApp> {
  const running = await launch(app, env);
  const port = app === 'public' ? running.publicPort : running.consolePort;
  if (app === 'worker') await until(() => running.output().includes('就绪'), { within: 60_000, every: 50 });
  else {
    await until(
      async () => {
        if (running.child.exitCode !== null) throw new Error(`进程已退出：${running.output()}`);
        return visit(port, 'localhost', '/readyz').then(
          ({ status }) => status === 200,
          () => false,
        );
      },
      { within: 120_000, every: 50 },
    );
  }
  // It answers before it has greeted; only then has it started for good.
  await until(() => running.output().includes('已就绪'), { within: 120_000, every: 10 });
  return running;
}
