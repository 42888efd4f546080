import { DomainError } from '@zhanqun/kernel';
import { readConfig, type AppConfig } from '../config';
import { portForbidden, portTaken } from './process.errors';

/** What a process that is up can be asked for. */
export interface Running {
  /** Takes no new work, finishes what is under way, closes every connection. */
  stop(): Promise<void>;
}

const DRAIN_MS = 15_000;

/**
 * The life of a process: check the configuration, start, wait for a signal, drain, exit 0. A wrong
 * configuration or a failed start prints what a person can do about it and exits 1.
 */
export async function runProcess(start: (config: AppConfig) => Promise<Running>): Promise<void> {
  let running: Running | null = null;
  let isStopping = false;

  const stop = (): void => {
    if (isStopping) process.exit(130);
    isStopping = true;
    const bound = setTimeout(() => process.exit(1), DRAIN_MS);
    void (running?.stop() ?? Promise.resolve())
      .then(() => process.exit(0))
      .catch((error: unknown) => fail(error))
      .finally(() => clearTimeout(bound));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  try {
    running = await start(readConfig());
  } catch (error) {
    if (!isStopping) fail(error);
  }
}

/** Starts listening; raises a refusal that names the port and its variable when it cannot. */
export async function listenOn<T>(
  listen: () => Promise<T>,
  at: { host: string; port: number; variable: string },
): Promise<T> {
  try {
    return await listen();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw portTaken(at);
    if (code === 'EACCES') throw portForbidden(at);
    throw error;
  }
}

function fail(error: unknown): never {
  const text =
    error instanceof DomainError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
