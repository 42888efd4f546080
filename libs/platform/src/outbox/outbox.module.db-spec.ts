import { Global, Injectable, Logger, Module, type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { pageRequest, systemCtx, type SiteRef, type StaffCtx } from '@zhanqun/kernel';
import { testDb, testRedis, until, type TestDb, type TestRedis } from '@zhanqun/test-support';
import { readConfig } from '../config';
import { Db } from '../db';
import { HealthService } from '../health';
import { SiteDirectory } from '../http';
import { PlatformModule } from '../platform.module';
import { Handles, Scheduled, type JobHandler, type ScheduledJob } from './handles';
import { JobEvent } from './job-event';
import { JobRunner } from './job-runner';
import { JobsService } from './jobs.service';
import { Outbox } from './outbox';
import { JobRunnerModule } from './outbox.module';
import { OutboxRow } from './outbox-row.entity';

@JobEvent()
class Wanted {
  static readonly kind = 'module.wanted';
}

let letGo = (): void => undefined;
let isHeld = false;
let runs = 0;

@Injectable()
@Handles(Wanted)
class WantedHandler implements JobHandler<Wanted> {
  constructor(private readonly db: Db) {}

  async handle(ctx: StaffCtx): Promise<void> {
    if (isHeld) await new Promise<void>((resolve) => (letGo = resolve));
    await this.db.shared(ctx, OutboxRow).count();
    runs += 1;
  }
}

@Injectable()
@Scheduled({ key: 'module.pulse', everyMinutes: 60 })
class Pulse implements ScheduledJob {
  run(): Promise<void> {
    return Promise.resolve();
  }
}

@Global()
@Module({
  providers: [{ provide: SiteDirectory, useValue: { byId: (): SiteRef | undefined => undefined } }],
  exports: [SiteDirectory],
})
class SitesModule {}

jest.setTimeout(30_000);

describe.each(['embedded', 'bullmq'])('后台进程：%s', (driver) => {
  let base: TestDb;
  let redis: TestRedis | undefined;
  let app: TestingModule | undefined;

  beforeAll(async () => {
    base = await testDb();
    redis = driver === 'bullmq' ? await testRedis() : undefined;
  });

  afterAll(async () => {
    await redis?.close();
    await base.close();
  });

  beforeEach(() => {
    isHeld = false;
    runs = 0;
  });

  afterEach(async () => {
    letGo();
    await app?.close();
    app = undefined;
    await base.db.shared(systemCtx(new Date()), OutboxRow).removeWhere({});
  });

  const start = async (...providers: Type[]): Promise<TestingModule> => {
    const config = readConfig({
      DATA_DIR: base.config.dataDir,
      ...(base.config.url ? { DATABASE_URL: base.config.url } : {}),
      ...(redis ? { REDIS_URL: redis.url } : {}),
    });
    @Module({ imports: [PlatformModule.forRoot(config), SitesModule, JobRunnerModule], providers })
    class Worker {}
    app = await Test.createTestingModule({ imports: [Worker] }).compile();
    await app.init();
    return app;
  };

  it('does jobs and schedules from its start on, and says so', async () => {
    const worker = await start(WantedHandler, Pulse);
    const ctx = systemCtx(new Date());

    await worker.get(Outbox).add(ctx, new Wanted());
    await until(() => runs === 1);
    await until(async () => (await worker.get(JobsService).counts(ctx)).done === 2);

    const { items } = await worker.get(JobsService).list(ctx, { state: 'done' }, pageRequest());
    expect(items.map(({ kind }) => kind).toSorted()).toEqual(['module.wanted', 'scheduled.module.pulse']);
    await until(async () => (await worker.get(HealthService).readiness()).isReady);
    expect((await worker.get(HealthService).readiness()).checks).toMatchObject({
      database: 'ok',
      jobs: 'ok',
    });
  });

  it('lets a running job finish, and store its end, before it closes the database', async () => {
    const worker = await start(WantedHandler);
    isHeld = true;
    await worker.get(Outbox).add(systemCtx(new Date()), new Wanted());
    await until(async () => (await worker.get(JobsService).counts(systemCtx(new Date()))).running === 1);

    const closing = worker.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    letGo();
    await closing;

    const row = await base.db.shared(systemCtx(new Date()), OutboxRow).findOne({ kind: 'module.wanted' });
    expect(row).toMatchObject({ state: 'done', attempts: 1, lastError: null });
  });

  it('does at once what is due when a command asks for it', async () => {
    const worker = await start(WantedHandler);
    await worker.get(JobRunner).stop();
    for (let time = 0; time < 3; time += 1) await worker.get(Outbox).add(systemCtx(new Date()), new Wanted());

    await worker.get(JobRunner).runDue();

    expect(runs).toBe(3);
  });

  it('does not start without a handler for a declared kind', async () => {
    Logger.overrideLogger(false);

    await expect(start()).rejects.toThrow('module.wanted has no handler');

    Logger.overrideLogger(['error', 'warn', 'fatal']);
  });
});
