import { createHash } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Clock } from '@zhanqun/kernel';
import { Bus } from '../cache';
import { AppConfig } from '../config';
import { HealthService } from '../health';
import { RedisConnections } from '../redis';
import { BullMqMover } from './bullmq-mover';
import { EmbeddedMover } from './embedded-mover';
import { JobHandlers } from './job-handlers';
import { JobLedger } from './job-ledger';
import { JobMover } from './job-mover';
import { JobRunner } from './job-runner';
import { JobTiming } from './job-timing';
import { JobsController } from './jobs.controller';
import { JobsService } from './jobs.service';
import { Outbox } from './outbox';
import { Housekeeping } from './housekeeping';
import { ScheduleTicker } from './schedule-ticker';
import { Scheduler } from './scheduler';

/** One queue a database, so that two installations may share a Redis without taking each other's jobs. */
function queueNameOf({ database, dataDir }: AppConfig): string {
  const place = database.url === null ? dataDir : new URL(database.url).pathname;
  return `outbox-${createHash('sha256').update(place).digest('hex').slice(0, 8)}`;
}

/** Writing jobs, in every process. */
@Global()
@Module({
  providers: [
    Outbox,
    JobsService,
    JobLedger,
    { provide: JobTiming, useValue: new JobTiming() },
    {
      provide: JobMover,
      inject: [JobLedger, RedisConnections, Bus, Clock, JobTiming, AppConfig],
      useFactory: (
        ledger: JobLedger,
        redis: RedisConnections,
        bus: Bus,
        clock: Clock,
        timing: JobTiming,
        config: AppConfig,
      ): JobMover =>
        redis.isConfigured
          ? new BullMqMover(ledger, redis, clock, timing, queueNameOf(config))
          : new EmbeddedMover(ledger, bus, clock, timing),
    },
  ],
  exports: [Outbox, JobsService, JobLedger, JobMover, JobTiming],
})
export class OutboxModule {}

/** Doing jobs: the worker. */
@Module({
  imports: [DiscoveryModule],
  providers: [JobRunner, JobHandlers, Scheduler, ScheduleTicker, Housekeeping],
  exports: [JobRunner],
})
export class JobRunnerModule {
  constructor(health: HealthService, mover: JobMover) {
    health.add('jobs', () => mover.isRunning);
  }
}

/** The console's view of jobs. */
@Module({ controllers: [JobsController] })
export class JobsConsoleModule {}
