import { Logger } from '@nestjs/common';
import { Queue, Worker, type ConnectionOptions, type Job } from 'bullmq';
import type { Clock } from '@zhanqun/kernel';
import type { RedisClient, RedisConnections } from '../redis';
import { JobMover, type JobHandle } from './job-mover';
import type { JobTiming } from './job-timing';
import { JobsInFlight } from './jobs-in-flight';
import type { JobLedger, MovedRow } from './job-ledger';

interface Carried {
  readonly rowId: number;
}

const PREFIX = 'zhanqun';
const PAGE = 500;
const CLOSE_WITHIN_MS = 2000;
const KEEP_NOTHING = { count: 0 };

/**
 * Puts row ids on a BullMQ queue after commit. The table stays the truth: a sweeper looks for rows
 * whose announcement was lost in a crash or with Redis itself, and a slower comparison puts future
 * rows back as well. Double announcements are harmless, see `announcementId`.
 */
export class BullMqMover extends JobMover {
  private readonly logger = new Logger('Jobs');
  private readonly inFlight = new JobsInFlight();
  private readonly producer: RedisClient;
  private queue: Queue<Carried> | undefined;
  private worker: Worker<Carried> | undefined;
  private timers: NodeJS.Timeout[] = [];
  private isSweeping = false;

  constructor(
    private readonly ledger: JobLedger,
    private readonly redis: RedisConnections,
    private readonly clock: Clock,
    private readonly timing: JobTiming,
    private readonly queueName: string,
  ) {
    super();
    this.producer = redis.connection('jobs');
  }

  override get isRunning(): boolean {
    return this.worker !== undefined;
  }

  override announce(rows: readonly MovedRow[]): void {
    this.send(rows).catch((error: Error) => this.logger.debug(error.message));
  }

  override async start(handle: JobHandle): Promise<void> {
    if (this.worker) throw new Error('The mover runs already');
    const carry = (job: Job<Carried>): Promise<void> =>
      this.inFlight.run(job.data.rowId, () => handle(job.data.rowId));
    this.worker = new Worker<Carried>(this.queueName, carry, {
      connection: this.redis.connection('jobs-worker', {
        offlineQueue: true,
      }) as unknown as ConnectionOptions,
      prefix: PREFIX,
      concurrency: this.timing.concurrency,
      removeOnComplete: KEEP_NOTHING,
      removeOnFail: KEEP_NOTHING,
      runRetryDelay: 1000,
    });
    // An outage is logged by RedisConnections; a job that vanished with Redis is announced again.
    this.worker.on('error', (error) => this.logger.debug(error.message));
    this.producer.on('ready', this.compare);
    this.timers = [
      setInterval(() => void this.sweep(), this.timing.sweepMs),
      setInterval(this.compare, this.timing.compareMs),
    ];
    await this.sweep();
    this.compare();
  }

  override async stop(): Promise<void> {
    this.timers.forEach(clearInterval);
    this.producer.off('ready', this.compare);
    const { worker } = this;
    this.worker = undefined;
    if (worker) {
      const isDrained = await this.closeWorker(worker);
      if (!isDrained)
        this.logger.warn(`停止时仍有 ${this.inFlight.count} 个任务未完成，将由其他进程或下次启动时重做`);
    }
    await this.queue?.close().catch(() => undefined);
    this.queue = undefined;
  }

  /** Announces again what is due and still waits. */
  private async sweep(): Promise<void> {
    if (this.isSweeping || !this.producer.isReady) return;
    this.isSweeping = true;
    try {
      const lostBefore = new Date(this.clock.now().getTime() - this.timing.lostAfterMs);
      await this.send(await this.ledger.due(lostBefore, PAGE));
    } catch (error) {
      this.logger.debug(String(error));
    } finally {
      this.isSweeping = false;
    }
  }

  /** Announces every open row, future ones included: after it, table and queue hold the same. */
  private readonly compare = (): void => {
    void this.compareAll().catch((error: Error) => this.logger.debug(error.message));
  };

  private async compareAll(): Promise<void> {
    for (let afterId = 0, isMore = true; isMore;) {
      if (!this.worker || !this.producer.isReady) return;
      const rows = await this.ledger.open(this.clock.now(), { afterId, take: PAGE });
      await this.send(rows);
      afterId = rows.at(-1)?.id ?? afterId;
      isMore = rows.length === PAGE;
    }
  }

  private async send(rows: readonly MovedRow[]): Promise<void> {
    if (rows.length === 0 || !this.producer.isReady) return;
    const now = this.clock.now().getTime();
    await this.openQueue().addBulk(
      rows.map((row) => ({
        name: row.kind,
        data: { rowId: row.id },
        opts: {
          jobId: announcementId(row),
          delay: Math.max(0, dueAt(row).getTime() - now),
          removeOnComplete: true,
          removeOnFail: true,
        },
      })),
    );
  }

  private openQueue(): Queue<Carried> {
    if (this.queue) return this.queue;
    this.queue = new Queue<Carried>(this.queueName, {
      connection: this.producer as unknown as ConnectionOptions,
      prefix: PREFIX,
    });
    this.queue.on('error', (error) => this.logger.debug(error.message));
    return this.queue;
  }

  /** Waits for what is running; Redis itself gets a short while to hear of it. */
  private async closeWorker(worker: Worker<Carried>): Promise<boolean> {
    const closing = worker.close().catch(() => undefined);
    await this.inFlight.drained(this.timing.stopWithinMs);
    const isClosed = await Promise.race([closing.then(() => true), pause(CLOSE_WITHIN_MS).then(() => false)]);
    if (!isClosed) await Promise.race([worker.disconnect().catch(() => undefined), pause(CLOSE_WITHIN_MS)]);
    return this.inFlight.count === 0;
  }
}

const dueAt = (row: MovedRow): Date =>
  row.state === 'running' ? (row.lockedUntil ?? row.runAfter) : row.runAfter;

/**
 * The same for every announcement of the same start, so BullMQ drops the second one; different after
 * a retry or a new time, so that the old announcement cannot hide the new one. Not numeric and
 * without a colon: BullMQ refuses both.
 */
function announcementId(row: MovedRow): string {
  return `row-${row.id}-${row.attempts}-${dueAt(row).getTime()}`;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
