import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock, systemCtx } from '@zhanqun/kernel';
import { JobHandlers } from './job-handlers';
import { JobTiming } from './job-timing';
import { JobsService } from './jobs.service';
import { Scheduler } from './scheduler';

/**
 * Looks at the schedules again and again while the worker runs, the first time at its start, and raises
 * an alarm in the log when jobs are overdue.
 */
@Injectable()
export class ScheduleTicker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private timer: NodeJS.Timeout | undefined;
  private ticking: Promise<void> = Promise.resolve();
  private isAlarmed = false;

  constructor(
    private readonly scheduler: Scheduler,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
    private readonly timing: JobTiming,
    private readonly jobs: JobsService,
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
      this.watch(await this.jobs.overdue(systemCtx(this.clock.now())));
    } catch (error) {
      this.logger.warn(
        `定时计划未能检查，稍后再试：${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  private watch(overdue: number): void {
    if (overdue > 0 && !this.isAlarmed)
      this.logger.error(`有 ${overdue} 个后台任务超过计划时间 5 分钟仍未执行，请检查后台进程与 Redis`);
    this.isAlarmed = overdue > 0;
  }
}
