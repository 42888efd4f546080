import { Logger } from '@nestjs/common';
import { FixedClock, systemCtx, type Ctx } from '@zhanqun/kernel';
import { testDb, until, type TestDb } from '@zhanqun/test-support';
import type { Db } from '../db';
import { Bus } from './bus';
import { InProcessBus } from './in-process-bus';
import { PurgeEntry } from './purge-entry.entity';
import { EVERYTHING, PurgeLog, type Purge } from './purge-log';

const start = new Date('2026-03-05T08:00:00Z');

/** A bus that nobody hears: what happens when Redis is away. */
class DeafBus extends Bus {
  override publish(): void {}
  override subscribe(): () => void {
    return () => undefined;
  }
}

describe('清除日志', () => {
  let base: TestDb;
  let db: Db;
  let clock: FixedClock;
  const open: PurgeLog[] = [];

  beforeAll(async () => {
    base = await testDb();
    ({ db } = base);
  });

  afterAll(() => base.close());

  beforeEach(async () => {
    clock = new FixedClock(new Date(start.getTime() - 3_600_000));
    const entries = db.shared(ctx(), PurgeEntry);
    await entries.save(entries.build({ tags: ['site:1'] }));
    clock = new FixedClock(start);
  });

  afterEach(async () => {
    await Promise.all(open.splice(0).map((log) => log.stop()));
    await db.shared(ctx(), PurgeEntry).removeWhere({});
  });

  const ctx = (): Ctx => systemCtx(clock.now());

  const logOf = (bus: Bus = new DeafBus()): PurgeLog => {
    const log = new PurgeLog(db, bus, clock);
    open.push(log);
    return log;
  };

  /** A process that has read everything so far; `heard` fills from now on. */
  const reader = async (bus?: Bus): Promise<{ log: PurgeLog; heard: Purge[] }> => {
    const log = logOf(bus);
    const heard: Purge[] = [];
    log.subscribe((purge) => void heard.push(purge));
    await log.catchUp();
    heard.length = 0;
    return { log, heard };
  };

  it('has purged in its own process when the transaction call returns, and not before', async () => {
    const { log, heard } = await reader();

    await db.transaction(ctx(), async (ctx) => {
      await log.add(ctx, ['article:7', 'channel:12', 'article:7']);
      expect(heard).toEqual([]);
    });

    expect(heard).toEqual([['article:7', 'channel:12']]);
    await log.catchUp();
    expect(heard).toHaveLength(1);
  });

  it('says nothing about a transaction that was rolled back', async () => {
    const { log, heard } = await reader();

    await expect(
      db.transaction(ctx(), async (ctx) => {
        await log.add(ctx, ['article:7']);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await log.catchUp();

    expect(heard).toEqual([]);
  });

  it('tells another process what happened since it last looked, once', async () => {
    const writer = logOf();
    const { log, heard } = await reader();
    await writer.add(ctx(), ['article:1']);
    await writer.add(ctx(), ['article:2', 'site:3:home']);

    await log.catchUp();
    await log.catchUp();

    expect(heard.flat().toSorted()).toEqual(['article:1', 'article:2', 'site:3:home']);
  });

  it('hears of it at once through the bus', async () => {
    const bus = new InProcessBus();
    const { heard } = await reader(bus);
    const begun = Date.now();

    await logOf(bus).add(ctx(), ['article:1']);
    await until(() => heard.length > 0, { within: 500, every: 2 });

    expect(Date.now() - begun).toBeLessThan(500);
  });

  it('finds it by itself within a second or two when the bus is silent', async () => {
    const { heard } = await reader(new DeafBus());

    await logOf().add(ctx(), ['article:1']);

    await until(() => heard.length > 0, { within: 3000 });
  });

  it('misses nothing when a lower id is committed after a higher one', async () => {
    const { log, heard } = await reader();
    const writer = logOf();
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let isInside = (): void => undefined;
    const inside = new Promise<void>((resolve) => (isInside = resolve));

    const slow = db.transaction(ctx(), async (ctx) => {
      await writer.add(ctx, ['article:9']);
      isInside();
      await held;
    });
    await inside;
    // SQLite has one writer at a time: there the second one waits, and ids are committed in order.
    const quick = db.transaction(ctx(), async (ctx) => writer.add(ctx, ['article:10']));
    if (db.dialect === 'mysql') {
      await quick;
      await log.catchUp();
      expect(heard).toEqual([['article:10']]);
    }
    letGo();
    await Promise.all([slow, quick]);
    clock.advance(30_000);
    await log.catchUp();
    await log.catchUp();

    expect(heard.flat().toSorted()).toEqual(['article:10', 'article:9']);
    expect(log.position).toBe((await newest())?.id);
  });

  it('does not wait for ever at the gap of a rolled back transaction', async () => {
    const { log } = await reader();
    const before = log.position ?? 0;
    await db
      .transaction(ctx(), async (ctx) => {
        await log.add(ctx, ['article:1']);
        throw new Error('no');
      })
      .catch(() => undefined);
    await log.add(ctx(), ['article:2']);
    await log.catchUp();
    if (db.dialect === 'mysql') expect(log.position).toBe(before);

    clock.advance(60_000);
    await log.catchUp();

    expect(log.position).toBe((await newest())?.id);
  });

  it('reads more than one page', async () => {
    const { log, heard } = await reader();
    const rows = db.shared(ctx(), PurgeEntry);
    await rows.saveAll(Array.from({ length: 1203 }, (_, id) => rows.build({ tags: [`article:${id}`] })));

    await log.catchUp();

    expect(new Set(heard.flat()).size).toBe(1203);
  });

  it('starts with everything when it knows no position, and repeats the last minute', async () => {
    const writer = logOf();
    await writer.add(ctx(), ['article:1']);
    clock.advance(61_000);
    await writer.add(ctx(), ['article:2']);
    const log = logOf();
    const heard: Purge[] = [];
    log.subscribe((purge) => void heard.push(purge));

    await log.catchUp();

    expect(heard).toEqual([EVERYTHING, ['article:2']]);
  });

  it('continues where a process of the same place stopped', async () => {
    const { log: before } = await reader();
    await before.add(ctx(), ['article:1']);
    await before.catchUp();
    const position = before.position!;
    await logOf().add(ctx(), ['article:2']);

    const log = logOf();
    const heard: Purge[] = [];
    log.resume(position);
    log.subscribe((purge) => void heard.push(purge));
    await log.catchUp();

    expect(heard).toEqual([['article:2']]);
  });

  it('says everything when the log no longer reaches back to the position', async () => {
    const writer = logOf();
    await writer.add(ctx(), ['article:1']);
    const position = (await newest())!.id;
    await writer.add(ctx(), ['article:2']);
    await writer.add(ctx(), ['article:3']);
    clock.advance(8 * 86_400_000);
    await writer.prune(ctx(), new Date(clock.now().getTime() - 7 * 86_400_000));

    const log = logOf();
    const heard: Purge[] = [];
    log.resume(position);
    log.subscribe((purge) => void heard.push(purge));
    await log.catchUp();

    expect(heard[0]).toBe(EVERYTHING);
  });

  it('says everything to a process that stood still for longer than the log reaches back', async () => {
    const { log, heard } = await reader();
    await log.stop();
    const writer = logOf();
    await writer.add(ctx(), ['article:1']);
    await writer.add(ctx(), ['article:2']);
    clock.advance(8 * 86_400_000);
    await writer.prune(ctx(), new Date(clock.now().getTime() - 7 * 86_400_000));

    await log.catchUp();

    expect(heard[0]).toBe(EVERYTHING);
  });

  it('says everything when the database was set back to an older state', async () => {
    await logOf().add(ctx(), ['article:1']);
    const log = logOf();
    const heard: Purge[] = [];
    log.resume((await newest())!.id + 50);
    log.subscribe((purge) => void heard.push(purge));

    await log.catchUp();

    expect(heard[0]).toBe(EVERYTHING);
  });

  it('keeps the newest entry when it prunes, so that up-to-date readers stay so', async () => {
    const { log, heard } = await reader();
    await log.add(ctx(), ['article:1']);
    await log.add(ctx(), ['article:2']);
    await log.catchUp();
    clock.advance(8 * 86_400_000);

    expect(await log.prune(ctx(), clock.now())).toBe(2);
    heard.length = 0;
    await log.catchUp();

    expect(heard).toEqual([]);
  });

  it('goes on with the other listeners when one fails', async () => {
    Logger.overrideLogger(false);
    const log = logOf();
    const heard: Purge[] = [];
    log.subscribe(() => {
      throw new Error('broken');
    });
    log.subscribe((purge) => void heard.push(purge));
    await log.catchUp();
    heard.length = 0;

    await db.transaction(ctx(), async (ctx) => log.add(ctx, ['article:1']));

    expect(heard).toEqual([['article:1']]);
    Logger.overrideLogger(['error', 'warn', 'fatal']);
  });

  it.each(['', 'Article:7', 'article:', 'article 7', 'a:<b>', `a:${'x'.repeat(120)}`])(
    'refuses the tag %j',
    async (tag) => {
      await expect(logOf().add(ctx(), [tag])).rejects.toThrow('is no purge tag');
    },
  );

  it('needs one statement for a look that finds nothing', async () => {
    const { log } = await reader();
    await log.stop();

    expect(await db.countStatements(() => log.catchUp())).toBe(1);
  });

  const newest = (): Promise<PurgeEntry | null> =>
    db.shared(ctx(), PurgeEntry).findOne({}, { order: { id: 'DESC' } });
});
