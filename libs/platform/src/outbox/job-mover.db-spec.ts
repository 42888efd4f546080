import { systemCtx, type Ctx } from '@zhanqun/kernel';
import { until } from '@zhanqun/test-support';
import { clock, gate, JobHouse, quick, qingshui, Told } from '../../test/job-house';
import type { JobMover } from './job-mover';
import { Outbox } from './outbox';
import { OutboxRow } from './outbox-row.entity';

jest.setTimeout(20_000);

describe.each(['embedded', 'bullmq'] as const)('任务搬运：%s', (driver) => {
  let house: JobHouse;

  beforeAll(async () => {
    house = await JobHouse.open(driver);
  });
  afterAll(() => house.close());
  beforeEach(() => house.begin());
  afterEach(() => house.end());

  it('does a job once, at the site and with the trace of the one who announced it', async () => {
    const { outbox } = await house.started();
    const origin = { ...systemCtx(clock.now(), 'trace-1'), site: qingshui };

    await outbox.add(origin, new Told('hello'));
    await house.allDone();

    expect(house.listener.heard).toHaveLength(1);
    const [{ ctx: given, event }] = house.listener.heard as [{ ctx: Ctx; event: Told }];
    expect(event).toEqual(new Told('hello'));
    expect(event).toBeInstanceOf(Told);
    expect(given).toMatchObject({ site: qingshui, traceId: 'trace-1', actor: { accountId: 0 } });
    expect(given.tx).toBeUndefined();
    expect(await house.rows()).toMatchObject([
      { attempts: 1, siteId: 7, lastError: null, lockedUntil: null },
    ]);
  });

  it('does nothing for a transaction that was rolled back', async () => {
    const { outbox } = await house.started();

    await expect(
      house.base.db.transaction(house.ctx(), async (ctx) => {
        await outbox.add(ctx, new Told('never'));
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await outbox.add(house.ctx(), new Told('after'));
    await house.allDone();

    expect(house.listener.heard.map(({ event }) => event.word)).toEqual(['after']);
  });

  it('loses nothing when the process dies between commit and announcement', async () => {
    const { mover } = await house.started();
    const dying = new Outbox(house.base.db, {
      isRunning: mover.isRunning,
      announce: () => {
        throw new Error('killed');
      },
    } as unknown as JobMover);

    await house.base.db.transaction(house.ctx(), async (ctx) => dying.add(ctx, new Told('late')));
    await house.allDone();

    expect(house.listener.count('late')).toBe(1);
  });

  it('does what was waiting before it started', async () => {
    const process1 = house.process();
    await house.tell(process1, 'one');
    await house.tell(process1, 'two');

    await process1.runner.start();
    await house.allDone();

    expect(house.listener.heard).toHaveLength(2);
  });

  it('starts a failed job again after a pause, until it succeeds', async () => {
    const starts: number[] = [];
    house.listener.work = () => {
      starts.push(Date.now());
      return starts.length < 3 ? Promise.reject(new Error(`第${starts.length}次不行`)) : Promise.resolve();
    };

    await house.tell(await house.started(), 'stubborn');
    await house.allDone();

    expect(starts).toHaveLength(3);
    expect(starts[1]! - starts[0]!).toBeGreaterThanOrEqual(quick.backoffMs[0]! - 1);
    expect(starts[2]! - starts[1]!).toBeGreaterThanOrEqual(quick.backoffMs[1]! - 1);
    expect(await house.rows()).toMatchObject([{ attempts: 3, lastError: null }]);
  });

  it('gives up after the last attempt and keeps the reason', async () => {
    house.listener.work = () => Promise.reject(new Error('网络\0不通', { cause: new Error('ECONNREFUSED') }));

    await house.tell(await house.started({ backoffMs: [1] }), 'hopeless');
    await until(async () => (await house.states())[0] === 'failed');

    expect(house.listener.count('hopeless')).toBe(5);
    expect(await house.rows()).toMatchObject([{ attempts: 5, lastError: '网络 不通 ← ECONNREFUSED' }]);
  });

  it('does not start a job before its time', async () => {
    let at = 0;
    house.listener.work = () => {
      at = Date.now();
      return Promise.resolve();
    };
    const runAfter = new Date(Date.now() + 400);

    await house.tell(await house.started(), 'later', { runAfter });
    await house.allDone();

    expect(at).toBeGreaterThanOrEqual(runAfter.getTime());
  });

  it('never has one job in two runners, however often it is announced', async () => {
    house.listener.work = () => new Promise((resolve) => setTimeout(resolve, 3));
    const one = await house.started();
    const two = await house.started();
    const words = Array.from({ length: 60 }, (_, index) => `job-${index}`);

    await Promise.all(words.map((word, index) => house.tell(index % 2 ? one : two, word)));
    const announced = await house.rows();
    for (const { mover } of [one, two, one]) mover.announce(announced);
    await house.allDone();

    expect(house.listener.mostInside).toBe(1);
    expect(words.every((word) => house.listener.count(word) === 1)).toBe(true);
  });

  it('waits for what is running when it is stopped, and takes nothing new', async () => {
    const { passed, open } = gate();
    house.listener.work = () => passed;
    const only = await house.started({ concurrency: 1 });
    await house.tell(only, 'first');
    await until(() => house.listener.count('first') === 1);
    await house.tell(only, 'second');

    let isStopped = false;
    const stopping = only.runner.stop().then(() => (isStopped = true));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(isStopped).toBe(false);
    open();
    await stopping;

    expect(await house.states()).toEqual(['done', 'waiting']);
    expect(only.runner.isRunning).toBe(false);
  });

  it('stops in bounded time; another process does the unfinished job when its lease has ended', async () => {
    const { passed, open } = gate();
    house.listener.work = () => (house.listener.count('endless') === 1 ? passed : Promise.resolve());
    const stuck = await house.started({ stopWithinMs: 50, leaseMs: 3000 });
    await house.tell(stuck, 'endless');
    await until(() => house.listener.count('endless') === 1);

    await stuck.runner.stop();
    expect(await house.states()).toEqual(['running']);
    await house.started();
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(house.listener.count('endless')).toBe(1);

    open();
    await house.allDone();
  });

  it('does the job of a killed process again when its lease has ended', async () => {
    const killed = house.process({ leaseMs: 150 });
    await house.tell(killed, 'orphan');
    const [row] = await house.rows();
    await killed.ledger.claim(row!.id, clock.now());

    await house.started();
    await house.allDone();

    expect(house.listener.count('orphan')).toBe(1);
    expect(await house.rows()).toMatchObject([{ attempts: 2 }]);
  });

  it('keeps the lease of a job that takes long', async () => {
    const { passed, open } = gate();
    house.listener.work = () => passed;
    const one = await house.started({ leaseMs: 900 });
    await house.started({ leaseMs: 900 });

    await house.tell(one, 'long');
    await until(() => house.listener.count('long') === 1);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    open();
    await house.allDone();

    expect(house.listener.count('long')).toBe(1);
  });

  it('fails a job that kills its process every time', async () => {
    const { ledger, ...rest } = house.process({ leaseMs: 1 });
    await house.tell({ ledger, ...rest }, 'poison');
    const [{ id }] = (await house.rows()) as [OutboxRow];
    for (let start = 0; start < 5; start += 1)
      await until(() => ledger.claim(id, clock.now()), { what: `start ${start + 1}` });

    await house.started();
    await until(async () => (await house.states())[0] === 'failed');

    expect(house.listener.count('poison')).toBe(0);
    expect(await house.rows()).toMatchObject([{ attempts: 5, lastError: '执行该任务的进程意外中断' }]);
  });

  it('does not let one unreadable payload stop the others', async () => {
    const { outbox } = house.process();
    await outbox.addJob(house.ctx(), { kind: 'test.unknown', payload: {}, maxAttempts: 1 });
    await house.base.db.sql(house.ctx(), "UPDATE outbox SET payload = '{broken'", []);
    await outbox.add(house.ctx(), new Told('fine'));

    await house.started();
    await until(async () => {
      const found = await house.base.db
        .shared(house.ctx(), OutboxRow)
        .select(['state'], { order: { id: 'ASC' } });
      return found.map(({ state }) => state).join() === 'failed,done';
    });

    expect(house.listener.count('fine')).toBe(1);
    await house.base.db.sql(house.ctx(), "UPDATE outbox SET payload = '{}'", []);
  });

  it('retries a job whose site is not known yet', async () => {
    const { outbox } = await house.started({ backoffMs: [1] });
    await outbox.add({ ...house.ctx(), site: { ...qingshui, id: 8 } }, new Told('elsewhere'));

    await until(async () => (await house.states())[0] === 'failed');

    expect(house.listener.heard).toEqual([]);
    expect(await house.rows()).toMatchObject([{ attempts: 5, lastError: '站点 8 不在站点目录中' }]);
  });
});
