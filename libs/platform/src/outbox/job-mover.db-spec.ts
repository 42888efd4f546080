import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { DiscoveryService } from '@nestjs/core';
import { SystemClock, systemCtx, type Ctx, type SiteRef } from '@zhanqun/kernel';
import { breakable, testDb, testRedis, until, type TestDb, type TestRedis } from '@zhanqun/test-support';
import { Queue, type ConnectionOptions } from 'bullmq';
import { InProcessBus } from '../cache';
import type { AppConfig } from '../config';
import { SiteDirectory } from '../http';
import { RedisConnections } from '../redis';
import { BullMqMover } from './bullmq-mover';
import { EmbeddedMover } from './embedded-mover';
import { Handles, type JobHandler } from './handles';
import { JobHandlers } from './job-handlers';
import { JobLedger } from './job-ledger';
import type { JobMover } from './job-mover';
import { JobRunner } from './job-runner';
import { JobTiming } from './job-timing';
import { Outbox, type AddOptions } from './outbox';
import { OutboxRow } from './outbox-row.entity';

class Told {
  static readonly kind = 'test.told';
  constructor(readonly word: string) {}
}

@Handles(Told)
class Listener implements JobHandler<Told> {
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

const qingshui = { id: 7, key: 'qingshui', name: '清水镇' } as SiteRef;
const directory = { byId: (id: number) => (id === qingshui.id ? qingshui : undefined) } as SiteDirectory;
const clock = new SystemClock();
const quick = {
  pollMs: 20,
  sweepMs: 25,
  lostAfterMs: 50,
  compareMs: 100,
  /** Longer than any pause of a busy machine; a test about lost leases says its own. */
  leaseMs: 30_000,
  backoffMs: [60, 120],
  stopWithinMs: 3000,
};

interface Process {
  readonly outbox: Outbox;
  readonly runner: JobRunner;
  readonly mover: JobMover;
  readonly ledger: JobLedger;
}

const gate = (): { passed: Promise<void>; open: () => void } => {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
};

jest.setTimeout(20_000);

describe.each(['embedded', 'bullmq'] as const)('任务搬运：%s', (driver) => {
  let base: TestDb;
  let redis: TestRedis | undefined;
  let queueName: string;
  let listener: Listener;
  const closing: (() => Promise<void>)[] = [];

  const configOf = (url: string | undefined): AppConfig => ({ redis: { url: url ?? null } }) as AppConfig;

  /** What one operating-system process would hold. */
  const process = (figures: Partial<JobTiming> = {}, { url = redis?.url } = {}): Process => {
    const timing = new JobTiming({ ...quick, ...figures });
    const ledger = new JobLedger(base.db, timing);
    const connections = new RedisConnections(configOf(url));
    const mover =
      driver === 'embedded'
        ? new EmbeddedMover(ledger, new InProcessBus(), clock, timing)
        : new BullMqMover(ledger, connections, clock, timing, queueName);
    const handlers = new JobHandlers({
      getProviders: () => [{ instance: listener }],
    } as unknown as DiscoveryService);
    handlers.collect();
    const runner = new JobRunner(ledger, mover, handlers, directory, clock, timing);
    closing.push(async () => {
      await runner.stop();
      await connections.close();
    });
    return { outbox: new Outbox(base.db, mover), runner, mover, ledger };
  };

  const started = async (figures?: Partial<JobTiming>): Promise<Process> => {
    const made = process(figures);
    await made.runner.start();
    return made;
  };

  const ctx = (): Ctx => systemCtx(clock.now());
  const tell = ({ outbox }: Process, word: string, options?: AddOptions): Promise<void> =>
    outbox.add(ctx(), new Told(word), options);
  const rows = (): Promise<OutboxRow[]> => base.db.shared(ctx(), OutboxRow).find({ order: { id: 'ASC' } });
  const states = async (): Promise<string[]> => (await rows()).map(({ state }) => state);
  const allDone = (): Promise<unknown> =>
    until(async () => (await states()).every((state) => state === 'done'), { what: 'all jobs to be done' });

  beforeAll(async () => {
    base = await testDb();
    redis = driver === 'bullmq' ? await testRedis() : undefined;
    Logger.overrideLogger(false);
  });

  afterAll(async () => {
    Logger.overrideLogger(['error', 'warn', 'fatal']);
    await redis?.close();
    await base.close();
  });

  beforeEach(() => {
    queueName = `test-${randomBytes(6).toString('hex')}`;
    listener = new Listener();
  });

  afterEach(async () => {
    await Promise.all(closing.splice(0).map((close) => close()));
    await base.db.shared(ctx(), OutboxRow).removeWhere({});
    if (redis) await wipe(redis.url, queueName);
  });

  it('does a job once, at the site and with the trace of the one who announced it', async () => {
    const { outbox } = await started();
    const origin = { ...systemCtx(clock.now(), 'trace-1'), site: qingshui };

    await outbox.add(origin, new Told('hello'));
    await allDone();

    expect(listener.heard).toHaveLength(1);
    const [{ ctx: given, event }] = listener.heard as [{ ctx: Ctx; event: Told }];
    expect(event).toEqual(new Told('hello'));
    expect(event).toBeInstanceOf(Told);
    expect(given).toMatchObject({ site: qingshui, traceId: 'trace-1', actor: { accountId: 0 } });
    expect(given.tx).toBeUndefined();
    expect(await rows()).toMatchObject([{ attempts: 1, siteId: 7, lastError: null, lockedUntil: null }]);
  });

  it('does nothing for a transaction that was rolled back', async () => {
    const { outbox } = await started();

    await expect(
      base.db.transaction(ctx(), async (ctx) => {
        await outbox.add(ctx, new Told('never'));
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await outbox.add(ctx(), new Told('after'));
    await allDone();

    expect(listener.heard.map(({ event }) => event.word)).toEqual(['after']);
  });

  it('loses nothing when the process dies between commit and announcement', async () => {
    const { mover } = await started();
    const dying = new Outbox(base.db, {
      isRunning: mover.isRunning,
      announce: () => {
        throw new Error('killed');
      },
    } as unknown as JobMover);

    await base.db.transaction(ctx(), async (ctx) => dying.add(ctx, new Told('late')));
    await allDone();

    expect(listener.count('late')).toBe(1);
  });

  it('does what was waiting before it started', async () => {
    const process1 = process();
    await tell(process1, 'one');
    await tell(process1, 'two');

    await process1.runner.start();
    await allDone();

    expect(listener.heard).toHaveLength(2);
  });

  it('starts a failed job again after a pause, until it succeeds', async () => {
    const starts: number[] = [];
    listener.work = () => {
      starts.push(Date.now());
      return starts.length < 3 ? Promise.reject(new Error(`第${starts.length}次不行`)) : Promise.resolve();
    };

    await tell(await started(), 'stubborn');
    await allDone();

    expect(starts).toHaveLength(3);
    expect(starts[1]! - starts[0]!).toBeGreaterThanOrEqual(quick.backoffMs[0]! - 1);
    expect(starts[2]! - starts[1]!).toBeGreaterThanOrEqual(quick.backoffMs[1]! - 1);
    expect(await rows()).toMatchObject([{ attempts: 3, lastError: null }]);
  });

  it('gives up after the last attempt and keeps the reason', async () => {
    listener.work = () => Promise.reject(new Error('网络\0不通', { cause: new Error('ECONNREFUSED') }));

    await tell(await started({ backoffMs: [1] }), 'hopeless');
    await until(async () => (await states())[0] === 'failed');

    expect(listener.count('hopeless')).toBe(5);
    expect(await rows()).toMatchObject([{ attempts: 5, lastError: '网络 不通 ← ECONNREFUSED' }]);
  });

  it('does not start a job before its time', async () => {
    let at = 0;
    listener.work = () => {
      at = Date.now();
      return Promise.resolve();
    };
    const runAfter = new Date(Date.now() + 400);

    await tell(await started(), 'later', { runAfter });
    await allDone();

    expect(at).toBeGreaterThanOrEqual(runAfter.getTime());
  });

  it('never has one job in two runners, however often it is announced', async () => {
    listener.work = () => new Promise((resolve) => setTimeout(resolve, 3));
    const one = await started();
    const two = await started();
    const words = Array.from({ length: 60 }, (_, index) => `job-${index}`);

    await Promise.all(words.map((word, index) => tell(index % 2 ? one : two, word)));
    const announced = await rows();
    for (const { mover } of [one, two, one]) mover.announce(announced);
    await allDone();

    expect(listener.mostInside).toBe(1);
    expect(words.every((word) => listener.count(word) === 1)).toBe(true);
  });

  it('waits for what is running when it is stopped, and takes nothing new', async () => {
    const { passed, open } = gate();
    listener.work = () => passed;
    const only = await started({ concurrency: 1 });
    await tell(only, 'first');
    await until(() => listener.count('first') === 1);
    await tell(only, 'second');

    let isStopped = false;
    const stopping = only.runner.stop().then(() => (isStopped = true));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(isStopped).toBe(false);
    open();
    await stopping;

    expect(await states()).toEqual(['done', 'waiting']);
    expect(only.runner.isRunning).toBe(false);
  });

  it('stops in bounded time; another process does the unfinished job when its lease has ended', async () => {
    const { passed, open } = gate();
    listener.work = () => (listener.count('endless') === 1 ? passed : Promise.resolve());
    const stuck = await started({ stopWithinMs: 50, leaseMs: 3000 });
    await tell(stuck, 'endless');
    await until(() => listener.count('endless') === 1);

    await stuck.runner.stop();
    expect(await states()).toEqual(['running']);
    await started();
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(listener.count('endless')).toBe(1);

    open();
    await allDone();
  });

  it('does the job of a killed process again when its lease has ended', async () => {
    const killed = process({ leaseMs: 150 });
    await tell(killed, 'orphan');
    const [row] = await rows();
    await killed.ledger.claim(row!.id, clock.now());

    await started();
    await allDone();

    expect(listener.count('orphan')).toBe(1);
    expect(await rows()).toMatchObject([{ attempts: 2 }]);
  });

  it('keeps the lease of a job that takes long', async () => {
    const { passed, open } = gate();
    listener.work = () => passed;
    const one = await started({ leaseMs: 900 });
    await started({ leaseMs: 900 });

    await tell(one, 'long');
    await until(() => listener.count('long') === 1);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    open();
    await allDone();

    expect(listener.count('long')).toBe(1);
  });

  it('fails a job that kills its process every time', async () => {
    const { ledger, ...rest } = process({ leaseMs: 1 });
    await tell({ ledger, ...rest }, 'poison');
    const [{ id }] = (await rows()) as [OutboxRow];
    for (let start = 0; start < 5; start += 1)
      await until(() => ledger.claim(id, clock.now()), { what: `start ${start + 1}` });

    await started();
    await until(async () => (await states())[0] === 'failed');

    expect(listener.count('poison')).toBe(0);
    expect(await rows()).toMatchObject([{ attempts: 5, lastError: '执行该任务的进程意外中断' }]);
  });

  it('does not let one unreadable payload stop the others', async () => {
    const { outbox } = process();
    await outbox.addJob(ctx(), { kind: 'test.unknown', payload: {}, maxAttempts: 1 });
    await base.db.sql(ctx(), "UPDATE outbox SET payload = '{broken'", []);
    await outbox.add(ctx(), new Told('fine'));

    await started();
    await until(async () => {
      const found = await base.db.shared(ctx(), OutboxRow).select(['state'], { order: { id: 'ASC' } });
      return found.map(({ state }) => state).join() === 'failed,done';
    });

    expect(listener.count('fine')).toBe(1);
    await base.db.sql(ctx(), "UPDATE outbox SET payload = '{}'", []);
  });

  it('retries a job whose site is not known yet', async () => {
    const { outbox } = await started({ backoffMs: [1] });
    await outbox.add({ ...ctx(), site: { ...qingshui, id: 8 } }, new Told('elsewhere'));

    await until(async () => (await states())[0] === 'failed');

    expect(listener.heard).toEqual([]);
    expect(await rows()).toMatchObject([{ attempts: 5, lastError: '站点 8 不在站点目录中' }]);
  });

  if (driver === 'bullmq') {
    const withQueue = async <T>(look: (queue: Queue) => Promise<T>): Promise<T> => {
      const connections = new RedisConnections(configOf(redis?.url));
      const connection = connections.connection('look', {
        offlineQueue: true,
      }) as unknown as ConnectionOptions;
      const queue = new Queue(queueName, { connection, prefix: 'zhanqun' });
      try {
        return await look(queue);
      } finally {
        await queue.close();
        await connections.close();
      }
    };
    const queued = (): Promise<number> =>
      withQueue((queue) => queue.getJobCountByTypes('waiting', 'delayed'));

    it('puts everything on the queue again after Redis was wiped and the worker restarted', async () => {
      const first = process();
      for (const word of ['a', 'b', 'c']) await tell(first, word);
      for (const word of ['x', 'y']) await tell(first, word, { runAfter: new Date(Date.now() + 86_400_000) });
      await until(async () => {
        first.mover.announce(await rows());
        return (await queued()) === 5;
      });

      await wipe(redis!.url, queueName);
      expect(await queued()).toBe(0);
      await started();

      await until(async () => (await states()).filter((state) => state === 'done').length === 3);
      await until(async () => (await queued()) === 2, { what: 'the future jobs to be queued again' });
      expect(['a', 'b', 'c', 'x', 'y'].map((word) => listener.count(word))).toEqual([1, 1, 1, 0, 0]);
    });

    it('goes on when Redis is wiped while it works', async () => {
      const { passed, open } = gate();
      listener.work = () => passed;
      const only = await started({ concurrency: 1 });
      await tell(only, 'running');
      await until(() => listener.count('running') === 1);
      for (const word of ['a', 'b', 'c']) await tell(only, word);

      await wipe(redis!.url, queueName);
      open();
      await allDone();

      expect(['running', 'a', 'b', 'c'].map((word) => listener.count(word))).toEqual([1, 1, 1, 1]);
    });

    it('announces a waiting job once only and forgets it when it is done', async () => {
      const idle = process();
      await tell(idle, 'once', { runAfter: new Date(Date.now() + 60_000) });
      await until(async () => {
        idle.mover.announce(await rows());
        return (await queued()) > 0;
      });
      for (let time = 0; time < 5; time += 1) idle.mover.announce(await rows());
      await tell(await started(), 'done');
      await until(async () => (await states())[1] === 'done');

      expect(await queued()).toBe(1);
      await until(() =>
        withQueue(async (queue) => (await queue.getJobCountByTypes('completed', 'active')) === 0),
      );
    });

    it('takes jobs while Redis is away, without waiting, and does them when it is back', async () => {
      const line = await breakable(redis!);
      const made = process({}, { url: line.url });
      await made.runner.start();
      await tell(made, 'before');
      await allDone();

      await line.cut();
      await tell(made, 'during'); // answers before the line is back
      await line.restore();
      await until(() => listener.count('during') === 1, { within: 20_000, what: 'the job after the outage' });
      await allDone();

      await made.runner.stop();
      await line.close();
    }, 40_000);

    it('starts while Redis is away and works when it comes', async () => {
      const line = await breakable(redis!);
      await line.cut();
      const made = process({}, { url: line.url });

      await made.runner.start();
      await tell(made, 'early');
      await line.restore();
      await until(() => listener.count('early') === 1, { within: 20_000 });
      await allDone();

      await made.runner.stop();
      await line.close();
    }, 40_000);
  }
});

/** As FLUSHALL would, for one queue of a shared Redis. */
async function wipe(url: string, queueName: string): Promise<void> {
  const connections = new RedisConnections({ redis: { url } } as AppConfig);
  const client = connections.connection('wipe', { offlineQueue: true });
  const keys = await client.keys(`zhanqun:${queueName}:*`);
  if (keys.length > 0) await client.del(keys);
  await connections.close();
}
