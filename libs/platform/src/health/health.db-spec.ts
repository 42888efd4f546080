import { Global, Logger, Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Clock, SystemClock } from '@zhanqun/kernel';
import {
  breakable,
  testDb,
  testRedis,
  until,
  type BreakableRedis,
  type TestDb,
  type TestRedis,
} from '@zhanqun/test-support';
import { AppConfig } from '../config';
import { closeDb, Db } from '../db';
import { RedisModule } from '../redis';
import { HealthModule } from './health.module';
import { HealthService } from './health.service';

jest.setTimeout(30_000);

describe('运行状况', () => {
  let base: TestDb;
  let redis: TestRedis;
  let line: BreakableRedis;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    redis = await testRedis();
    line = await breakable(redis);
  });

  afterAll(async () => {
    await line.close();
    await redis.close();
    Logger.overrideLogger(['error', 'warn', 'fatal']);
  });

  beforeEach(async () => {
    base = await testDb();
  });

  afterEach(async () => {
    await app.close();
    await base.close();
  });

  const serve = async (redisUrl: string | null): Promise<void> => {
    @Global()
    @Module({
      providers: [
        { provide: AppConfig, useValue: { redis: { url: redisUrl } } },
        { provide: Clock, useValue: new SystemClock() },
        { provide: Db, useValue: base.db },
      ],
      exports: [AppConfig, Clock, Db],
    })
    class Ground {}
    const module = await Test.createTestingModule({
      imports: [Ground, RedisModule, HealthModule],
    }).compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    await app.init();
  };

  const ask = async (path: string): Promise<{ status: number; body: unknown; store: unknown }> => {
    const answer = await app.inject({ method: 'GET', url: path });
    return { status: answer.statusCode, body: answer.json(), store: answer.headers['cache-control'] };
  };

  it('is ready with its database, and asks for no Redis that is not configured', async () => {
    await serve(null);

    expect(await ask('/readyz')).toEqual({
      status: 200,
      body: { status: 'ok', checks: { database: 'ok' } },
      store: 'no-store',
    });
  });

  it('is alive but not ready without its database, and does not say why', async () => {
    await serve(null);
    await closeDb(base.db);

    expect(await ask('/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await ask('/readyz')).toMatchObject({
      status: 503,
      body: { status: 'failed', checks: { database: 'failed' } },
    });
  });

  it('is not ready while Redis is away and ready again when it is back', async () => {
    await serve(line.url);
    await until(async () => (await ask('/readyz')).status === 200);

    await line.cut();
    await until(async () => (await ask('/readyz')).status === 503);
    expect((await ask('/readyz')).body).toEqual({
      status: 'failed',
      checks: { database: 'ok', redis: 'failed' },
    });

    await line.restore();
    await until(async () => (await ask('/readyz')).status === 200, { within: 20_000 });
  });

  it('includes the checks that parts of the process add', async () => {
    await serve(null);
    const health = app.get(HealthService);
    health.add('jobs', () => false);
    health.add('theme', () => {
      throw new Error('secret detail');
    });

    expect((await ask('/readyz')).body).toEqual({
      status: 'failed',
      checks: { database: 'ok', jobs: 'failed', theme: 'failed' },
    });
  });
});
