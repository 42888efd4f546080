import { Logger } from '@nestjs/common';
import type { Clock } from '@zhanqun/kernel';
import type { Bus } from '../cache';
import type { JobLedger } from './job-ledger';
import { JobMover, type JobHandle } from './job-mover';
import type { JobTiming } from './job-timing';
import { JobsInFlight } from './jobs-in-flight';

const CHANNEL = 'outbox';

/** Looks into the table: at once when the bus calls, otherwise at a slow pace. Needs nothing installed. */
export class EmbeddedMover extends JobMover {
  private readonly logger = new Logger('Jobs');
  private readonly inFlight = new JobsInFlight();
  private leaveBus: () => void = () => undefined;
  private loop: Promise<void> | undefined;
  private isStopping = false;
  private isWoken = false;
  private wakeUp: () => void = () => undefined;

  constructor(
    private readonly ledger: JobLedger,
    private readonly bus: Bus,
    private readonly clock: Clock,
    private readonly timing: JobTiming,
  ) {
    super();
  }

  override get isRunning(): boolean {
    return this.loop !== undefined;
  }

  override announce(): void {
    this.bus.publish(CHANNEL);
  }

  override start(handle: JobHandle): Promise<void> {
    if (this.loop) throw new Error('The mover runs already');
    this.isStopping = false;
    this.leaveBus = this.bus.subscribe(CHANNEL, () => this.wake());
    this.loop = this.run(handle);
    return Promise.resolve();
  }

  override async stop(): Promise<void> {
    if (!this.loop) return;
    this.isStopping = true;
    this.leaveBus();
    this.wake();
    await this.loop;
    this.loop = undefined;
    if (!(await this.inFlight.drained(this.timing.stopWithinMs)))
      this.logger.warn(`停止时仍有 ${this.inFlight.count} 个任务未完成，将由其他进程或下次启动时重做`);
  }

  private async run(handle: JobHandle): Promise<void> {
    while (!this.isStopping) {
      this.isWoken = false;
      const begun = await this.begin(handle);
      if (!begun && !this.isStopping) await this.rest();
    }
  }

  private async begin(handle: JobHandle): Promise<boolean> {
    const free = this.timing.concurrency - this.inFlight.count;
    if (free <= 0) return false;
    const due = await this.look(free + this.inFlight.count);
    const fresh = due.filter((id) => !this.inFlight.has(id)).slice(0, free);
    if (this.isStopping) return false;
    // A job that could not even be written down does not call for the next look: the pause stays.
    for (const id of fresh) void this.inFlight.run(id, () => handle(id).then(() => this.wake()));
    return fresh.length > 0;
  }

  private async look(take: number): Promise<number[]> {
    try {
      return (await this.ledger.due(this.clock.now(), take)).map(({ id }) => id);
    } catch {
      // The database is away: `readyz` says so, and the next look comes by itself.
      return [];
    }
  }

  private wake(): void {
    this.isWoken = true;
    this.wakeUp();
  }

  private async rest(): Promise<void> {
    if (this.isWoken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.timing.pollMs);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
