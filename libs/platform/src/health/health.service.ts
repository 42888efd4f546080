import { Injectable } from '@nestjs/common';
import { Clock, systemCtx } from '@zhanqun/kernel';
import { Db } from '../db';
import { RedisConnections } from '../redis';
import { pingDatabase } from './health.sql';

export type HealthCheck = () => boolean | Promise<boolean>;

export interface Readiness {
  readonly isReady: boolean;
  readonly checks: Readonly<Record<string, 'ok' | 'failed'>>;
}

const WITHIN_MS = 2000;

/** 运行状况：whether this process can do its work. Each part of a process may add its own check. */
@Injectable()
export class HealthService {
  private readonly checks = new Map<string, HealthCheck>();

  constructor(db: Db, redis: RedisConnections, clock: Clock) {
    this.add('database', async () => {
      await pingDatabase(systemCtx(clock.now()), db);
      return true;
    });
    if (redis.isConfigured) this.add('redis', () => redis.answers(WITHIN_MS));
  }

  /** A check that throws, or takes longer than two seconds, has failed. */
  add(name: string, check: HealthCheck): void {
    this.checks.set(name, check);
  }

  async readiness(): Promise<Readiness> {
    const results = await Promise.all(
      [...this.checks].map(async ([name, check]) => [name, (await holds(check)) ? 'ok' : 'failed'] as const),
    );
    return { isReady: results.every(([, result]) => result === 'ok'), checks: Object.fromEntries(results) };
  }
}

async function holds(check: HealthCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), WITHIN_MS);
  });
  try {
    return await Promise.race([Promise.resolve(check()), tooLate]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
