import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '@zhanqun/kernel';
import { JobHandlers } from './job-handlers';
import { JobTiming } from './job-timing';
import { Scheduler } from './scheduler';

/** Looks at the schedules again and again while the worker runs, the first time at its start. */
@Injectable()
export class ScheduleTicker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private timer: NodeJS.Timeout | undefined;
  private ticking: Promise<void> = Promise.resolve();

  constructor(
    private readonly scheduler: Scheduler,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
    private readonly timing: JobTiming,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.queueTick(), this.timing.tickMs);
    this.queueTick();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.ticking;
  }

  private queueTick(): void {
    this.ticking = this.ticking.then(() => this.tick());
  }

  private async tick(): Promise<void> {
    try {
      await this.scheduler.tick(this.handlers.schedules, this.clock.now());
    } catch (error) {
      this.logger.warn(
        `定时计划未能检查，稍后再试：${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}
