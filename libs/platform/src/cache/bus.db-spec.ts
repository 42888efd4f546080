import { Logger } from '@nestjs/common';
import { breakable, testRedis, until, type TestRedis } from '@zhanqun/test-support';
import type { AppConfig } from '../config';
import { RedisConnections } from '../redis';
import type { Bus } from './bus';
import { InProcessBus } from './in-process-bus';

jest.setTimeout(30_000);

/** Each call loads the module anew, as another operating-system process would. */
const redisBusOfAProcess = (redis: RedisConnections): Bus => {
  let made: Bus | undefined;
  jest.isolateModules(() => {
    const { RedisBus } = jest.requireActual<typeof import('./redis-bus')>('./redis-bus');
    made = new RedisBus(redis);
  });
  return made!;
};

describe('进程内总线', () => {
  it('tells every listener of the channel, and nobody who has left', async () => {
    const heard: string[] = [];
    const bus = new InProcessBus();
    const leave = bus.subscribe('one', () => heard.push('left'));
    new InProcessBus().subscribe('one', () => heard.push('stayed'));
    bus.subscribe('two', () => heard.push('other'));

    leave();
    bus.publish('one');
    await until(() => heard.length > 0);

    expect(heard).toEqual(['stayed']);
  });
});

describe('Redis 总线', () => {
  let redis: TestRedis;
  const open: RedisConnections[] = [];

  beforeAll(async () => {
    redis = await testRedis();
    Logger.overrideLogger(false);
  });

  afterEach(async () => {
    await Promise.all(open.splice(0).map((connections) => connections.close()));
  });

  afterAll(async () => {
    Logger.overrideLogger(['error', 'warn', 'fatal']);
    await redis.close();
  });

  const connections = (url = redis.url): RedisConnections => {
    const made = new RedisConnections({ redis: { url } } as AppConfig);
    open.push(made);
    return made;
  };

  it('tells other processes, and its own listeners once', async () => {
    const one = redisBusOfAProcess(connections());
    const two = redisBusOfAProcess(connections());
    const heard = { one: 0, two: 0, other: 0, ready: 0 };
    one.subscribe('news', () => (heard.one += 1));
    two.subscribe('news', () => (heard.two += 1));
    two.subscribe('other', () => (heard.other += 1));
    two.subscribe('ready', () => (heard.ready += 1));
    await until(() => heard.one > 0 && heard.ready > 0, { what: 'the look after connecting' });
    heard.ready = 0;
    await until(() => {
      one.publish('ready');
      return heard.ready > 0;
    });
    heard.one = heard.two = heard.other = 0;

    one.publish('news');
    await until(() => heard.two === 1);

    expect(heard).toMatchObject({ one: 1, two: 1, other: 0 });
  });

  it('has everybody look once when Redis is back after an outage', async () => {
    const line = await breakable(redis);
    const bus = redisBusOfAProcess(connections(line.url));
    let looks = 0;
    bus.subscribe('news', () => (looks += 1));
    await until(() => looks > 0);

    await line.cut();
    looks = 0;
    bus.publish('news');
    await until(() => looks === 1);
    await line.restore();

    await until(() => looks > 1, { within: 20_000 });
    const other = redisBusOfAProcess(connections());
    looks = 0;
    await until(() => {
      other.publish('news');
      return looks > 0;
    });
    await Promise.all(open.splice(0).map((made) => made.close()));
    await line.close();
  });
});

describe('Redis 连接', () => {
  it('refuses commands at once while Redis is away, and answers whether it is there', async () => {
    const redis = await testRedis();
    const line = await breakable(redis);
    const made = new RedisConnections({ redis: { url: line.url } } as AppConfig);
    await until(() => made.answers());

    await line.cut();
    await until(() => !made.main.isReady);
    await expect(made.main.get('x')).rejects.toThrow();
    expect(await made.answers()).toBe(false);
    await line.restore();
    await until(() => made.answers(), { within: 20_000 });

    await made.close();
    await line.close();
    await redis.close();
  });

  it('logs an outage once, and its end', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    const redis = await testRedis();
    const line = await breakable(redis);
    const made = new RedisConnections({ redis: { url: line.url } } as AppConfig);
    await until(() => made.answers());
    await line.cut();
    await until(() => !made.main.isReady);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await line.restore();
    await until(() => made.answers(), { within: 20_000 });

    expect(warn.mock.calls.map(([text]) => String(text).slice(0, 9))).toEqual([
      'Redis 不可达',
      'Redis 已恢复',
    ]);

    warn.mockRestore();
    await made.close();
    await line.close();
    await redis.close();
  });

  it('refuses to be asked for without a configured Redis', () => {
    const made = new RedisConnections({ redis: { url: null } } as AppConfig);

    expect(made.isConfigured).toBe(false);
    expect(() => made.main).toThrow('Redis is not configured');
  });
});
