import { breakable, until } from '@zhanqun/test-support';
import { Queue, type ConnectionOptions } from 'bullmq';
import { gate, JobHouse } from '../../test/job-house';

jest.setTimeout(20_000);

describe('任务搬运与 Redis', () => {
  let house: JobHouse;

  beforeAll(async () => {
    house = await JobHouse.open('bullmq');
  });
  afterAll(() => house.close());
  beforeEach(() => house.begin());
  afterEach(() => house.end());

  const withQueue = async <T>(look: (queue: Queue) => Promise<T>): Promise<T> => {
    const connections = house.connections();
    const connection = connections.connection('look', {
      offlineQueue: true,
    }) as unknown as ConnectionOptions;
    const queue = new Queue(house.queueName, { connection, prefix: 'zhanqun' });
    try {
      return await look(queue);
    } finally {
      await queue.close();
      await connections.close();
    }
  };
  const queued = (): Promise<number> => withQueue((queue) => queue.getJobCountByTypes('waiting', 'delayed'));

  it('puts everything on the queue again after Redis was wiped and the worker restarted', async () => {
    const first = house.process();
    for (const word of ['a', 'b', 'c']) await house.tell(first, word);
    for (const word of ['x', 'y'])
      await house.tell(first, word, { runAfter: new Date(Date.now() + 86_400_000) });
    await until(async () => {
      first.mover.announce(await house.rows());
      return (await queued()) === 5;
    });

    await house.wipe();
    expect(await queued()).toBe(0);
    await house.started();

    await until(async () => (await house.states()).filter((state) => state === 'done').length === 3);
    await until(async () => (await queued()) === 2, { what: 'the future jobs to be queued again' });
    expect(['a', 'b', 'c', 'x', 'y'].map((word) => house.listener.count(word))).toEqual([1, 1, 1, 0, 0]);
  });

  it('goes on when Redis is wiped while it works', async () => {
    const { passed, open } = gate();
    house.listener.work = () => passed;
    const only = await house.started({ concurrency: 1 });
    await house.tell(only, 'running');
    await until(() => house.listener.count('running') === 1);
    for (const word of ['a', 'b', 'c']) await house.tell(only, word);

    await house.wipe();
    open();
    await house.allDone();

    expect(['running', 'a', 'b', 'c'].map((word) => house.listener.count(word))).toEqual([1, 1, 1, 1]);
  });

  it('announces a waiting job once only and forgets it when it is done', async () => {
    const idle = house.process();
    await house.tell(idle, 'once', { runAfter: new Date(Date.now() + 60_000) });
    await until(async () => {
      idle.mover.announce(await house.rows());
      return (await queued()) > 0;
    });
    for (let time = 0; time < 5; time += 1) idle.mover.announce(await house.rows());
    await house.tell(await house.started(), 'done');
    await until(async () => (await house.states())[1] === 'done');

    expect(await queued()).toBe(1);
    await until(() =>
      withQueue(async (queue) => (await queue.getJobCountByTypes('completed', 'active')) === 0),
    );
  });

  it('takes jobs while Redis is away, without waiting, and does them when it is back', async () => {
    const line = await breakable(house.redis!);
    const made = house.process({}, { url: line.url });
    await made.runner.start();
    await house.tell(made, 'before');
    await house.allDone();

    await line.cut();
    await house.tell(made, 'during'); // answers before the line is back
    await line.restore();
    await until(() => house.listener.count('during') === 1, {
      within: 20_000,
      what: 'the job after the outage',
    });
    await house.allDone();

    await made.runner.stop();
    await line.close();
  }, 40_000);

  it('starts while Redis is away and works when it comes', async () => {
    const line = await breakable(house.redis!);
    await line.cut();
    const made = house.process({}, { url: line.url });

    await made.runner.start();
    await house.tell(made, 'early');
    await line.restore();
    await until(() => house.listener.count('early') === 1, { within: 20_000 });
    await house.allDone();

    await made.runner.stop();
    await line.close();
  }, 40_000);
});
