import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { DiscoveryService } from '@nestjs/core';
import { SystemClock, systemCtx, type Ctx, type SiteRef } from '@zhanqun/kernel';
import { testDb, testRedis, until, type TestDb, type TestRedis } from '@zhanqun/test-support';
import { InProcessBus } from '../src/cache';
import type { AppConfig } from '../src/config';
import type { SiteDirectory } from '../src/http';
import { BullMqMover } from '../src/outbox/bullmq-mover';
import { EmbeddedMover } from '../src/outbox/embedded-mover';
import { Handles, type JobHandler } from '../src/outbox/handles';
import { JobHandlers } from '../src/outbox/job-handlers';
import { JobLedger } from '../src/outbox/job-ledger';
import type { JobMover } from '../src/outbox/job-mover';
import { JobRunner } from '../src/outbox/job-runner';
import { JobTiming } from '../src/outbox/job-timing';
import { Outbox, type AddOptions } from '../src/outbox/outbox';
import { OutboxRow } from '../src/outbox/outbox-row.entity';
import { RedisConnections } from '../src/redis';

export class Told {
  static readonly kind = 'test.told';
  constructor(readonly word: string) {}
}

@Handles(Told)
export class Listener implements JobHandler<Told> {
  readonly heard: { ctx: Ctx; event: Told }[] = [];
  readonly inside = new Map<string, number>();
  mostInside = 0;
  work: (event: Told) => Promise<void> = () => Promise.resolve();

  async handle(ctx: Ctx, event: Told): Promise<void> {
    const inside = (this.inside.get(event.word) ?? 0) + 1;
    this.inside.set(event.word, inside);
    this.mostInside = Math.max(this.mostInside, inside);
    this.heard.push({ ctx, event });
    try {
      await this.work(event);
    } finally {
      this.inside.set(event.word, (this.inside.get(event.word) ?? 1) - 1);
    }
  }

  count(word: string): number {
    return this.heard.filter(({ event }) => event.word === word).length;
  }
}

export const qingshui = { id: 7, key: 'qingshui', name: '清水镇' } as SiteRef;
const directory = { byId: (id: number) => (id === qingshui.id ? qingshui : undefined) } as SiteDirectory;
export const clock = new SystemClock();
export const quick = {
  pollMs: 20,
  sweepMs: 25,
  lostAfterMs: 50,
  compareMs: 100,
  /** Longer than any pause of a busy machine; a test about lost leases says its own. */
  leaseMs: 30_000,
  backoffMs: [60, 120],
  stopWithinMs: 3000,
};

export interface Process {
  readonly outbox: Outbox;
  readonly runner: JobRunner;
  readonly mover: JobMover;
  readonly ledger: JobLedger;
}

export const gate = (): { passed: Promise<void>; open: () => void } => {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
};

export type Driver = 'embedded' | 'bullmq';

/** One database, one queue, and as many processes with one of the drivers as a test wants. */
export class JobHouse {
  listener = new Listener();
  queueName = '';
  private readonly closing: (() => Promise<void>)[] = [];

  private constructor(
    private readonly driver: Driver,
    readonly base: TestDb,
    readonly redis: TestRedis | undefined,
  ) {}

  static async open(driver: Driver): Promise<JobHouse> {
    const base = await testDb();
    const redis = driver === 'bullmq' ? await testRedis() : undefined;
    Logger.overrideLogger(false);
    return new JobHouse(driver, base, redis);
  }

  async close(): Promise<void> {
    Logger.overrideLogger(['error', 'warn', 'fatal']);
    await this.redis?.close();
    await this.base.close();
  }

  begin(): void {
    this.queueName = `test-${randomBytes(6).toString('hex')}`;
    this.listener = new Listener();
  }

  async end(): Promise<void> {
    await Promise.all(this.closing.splice(0).map((close) => close()));
    await this.base.db.shared(this.ctx(), OutboxRow).removeWhere({});
    await this.wipe();
  }

  connections(url = this.redis?.url): RedisConnections {
    return new RedisConnections({ redis: { url: url ?? null } } as AppConfig);
  }

  /** What one operating-system process would hold. */
  process(figures: Partial<JobTiming> = {}, { url = this.redis?.url } = {}): Process {
    const timing = new JobTiming({ ...quick, ...figures });
    const ledger = new JobLedger(this.base.db, timing);
    const connections = this.connections(url);
    const mover =
      this.driver === 'embedded'
        ? new EmbeddedMover(ledger, new InProcessBus(), clock, timing)
        : new BullMqMover(ledger, connections, clock, timing, this.queueName);
    const handlers = new JobHandlers({
      getProviders: () => [{ instance: this.listener }],
    } as unknown as DiscoveryService);
    handlers.collect();
    const runner = new JobRunner(ledger, mover, handlers, directory, clock, timing);
    this.closing.push(async () => {
      await runner.stop();
      await connections.close();
    });
    return { outbox: new Outbox(this.base.db, mover), runner, mover, ledger };
  }

  async started(figures?: Partial<JobTiming>): Promise<Process> {
    const made = this.process(figures);
    await made.runner.start();
    return made;
  }

  ctx(): Ctx {
    return systemCtx(clock.now());
  }

  tell({ outbox }: Process, word: string, options?: AddOptions): Promise<void> {
    return outbox.add(this.ctx(), new Told(word), options);
  }

  rows(): Promise<OutboxRow[]> {
    return this.base.db.shared(this.ctx(), OutboxRow).find({ order: { id: 'ASC' } });
  }

  async states(): Promise<string[]> {
    return (await this.rows()).map(({ state }) => state);
  }

  allDone(): Promise<unknown> {
    return until(async () => (await this.states()).every((state) => state === 'done'), {
      what: 'all jobs to be done',
    });
  }

  /** As FLUSHALL would, for one queue of a shared Redis. */
  async wipe(): Promise<void> {
    if (!this.redis) return;
    const connections = this.connections();
    const client = connections.connection('wipe', { offlineQueue: true });
    const keys = await client.keys(`zhanqun:${this.queueName}:*`);
    if (keys.length > 0) await client.del(keys);
    await connections.close();
  }
}
