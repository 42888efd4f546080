import type { Ctx, SiteCtx, SiteRef } from '@zhanqun/kernel';
import { Logger } from '@nestjs/common';
import type { Db } from '@zhanqun/platform';
import { entityDb } from '@zhanqun/test-support';
import type { TestDb } from '@zhanqun/test-support';
import { newSite } from '../../test/sites';
import { add, labels, Leaf } from './testing/leaf';

jest.setTimeout(30_000);

let test: TestDb;
let db: Db;
const pause = () => new Promise((resume) => setTimeout(resume, Math.random() * 4));

beforeAll(async () => {
  test = await entityDb();
  db = test.db;
});
afterAll(() => test.close());

describe('a transaction', () => {
  it('stores everything or nothing', async () => {
    const ctx = newSite();

    await db.transaction(ctx, async (ctx) => {
      await add(db, ctx, 'kept 1');
      await add(db, ctx, 'kept 2');
    });
    const failing = db.transaction(ctx, async (ctx) => {
      await add(db, ctx, 'lost');
      throw new Error('refused');
    });

    await expect(failing).rejects.toThrow('refused');
    expect(await labels(db, ctx)).toEqual(['kept 1', 'kept 2']);
  });

  it('is not seen from outside before it ends, and sees itself', async () => {
    const outside = newSite();

    await db.transaction(outside, async (ctx) => {
      await add(db, ctx, 'new');
      expect(await labels(db, ctx)).toEqual(['new']);
      expect(await labels(db, outside)).toEqual([]);
    });

    expect(await labels(db, outside)).toEqual(['new']);
  });

  it('never mixes with the hundreds of others that run at the same time', async () => {
    const sites = Array.from({ length: 8 }, newSite);
    const expected = new Map(sites.map((ctx) => [ctx.site.id, [] as string[]]));

    await Promise.all(
      Array.from({ length: 400 }, async (_, index) => {
        const ctx = sites[index % sites.length]!;
        const fails = index % 3 === 0;
        if (index % 5 === 0) {
          await add(db, ctx, `alone ${index}`);
          expected.get(ctx.site.id)!.push(`alone ${index}`);
          return;
        }
        const outcome = db.transaction(ctx, async (ctx) => {
          await add(db, ctx, `first ${index}`);
          if (index % 4 === 0) await pause();
          await add(db, ctx, `second ${index}`);
          if (fails) throw new Error('undone');
        });
        if (fails) await expect(outcome).rejects.toThrow('undone');
        else await outcome;
        if (!fails) expected.get(ctx.site.id)!.push(`first ${index}`, `second ${index}`);
        await labels(db, ctx);
      }),
    );

    for (const ctx of sites)
      expect((await labels(db, ctx)).sort()).toEqual(expected.get(ctx.site.id)!.sort());
  });

  it('loses no addition when many read, add and write under a lock', async () => {
    const ctx = newSite();
    const { id } = await add(db, ctx, 'counter');

    await Promise.all(
      Array.from({ length: 60 }, () =>
        db.transaction(ctx, async (ctx) => {
          const counter = (await db.site(ctx, Leaf).findOne({ id }, { lock: 'write' }))!;
          if (counter.count % 7 === 0) await pause();
          counter.count += 1;
          await db.site(ctx, Leaf).save(counter);
        }),
      ),
    );

    expect(await db.site(ctx, Leaf).findOne({ id })).toMatchObject({ count: 60 });
  });

  it('is joined by a transaction inside it', async () => {
    const ctx = newSite();

    const failing = db.transaction(ctx, async (ctx) => {
      await db.transaction(ctx, async (ctx) => add(db, ctx, 'inner'));
      throw new Error('outer');
    });

    await expect(failing).rejects.toThrow('outer');
    expect(await labels(db, ctx)).toEqual([]);
  });

  it('does not store half of a failed inner transaction when its error is swallowed', async () => {
    const ctx = newSite();

    const swallowing = db.transaction(ctx, async (ctx) => {
      await db
        .transaction(ctx, async (ctx) => {
          await add(db, ctx, 'half');
          throw new Error('inner');
        })
        .catch(() => undefined);
    });

    await expect(swallowing).rejects.toMatchObject({ cause: expect.objectContaining({ message: 'inner' }) });
    expect(await labels(db, ctx)).toEqual([]);
  });

  it('cannot be used once it has ended', async () => {
    const ctx = newSite();
    let leaked: SiteCtx | undefined;

    await db.transaction(ctx, async (ctx) => {
      leaked = ctx;
    });

    await expect(labels(db, leaked!)).rejects.toThrow('has ended');
  });

  it('is needed for a lock', () => {
    expect(() => db.site(newSite(), Leaf).find({ lock: 'write' })).toThrow('needs a transaction');
  });
});

describe('work for later', () => {
  it('runs after the outermost transaction, in order', async () => {
    const ctx = newSite();
    const log: string[] = [];

    await db.transaction(ctx, async (ctx) => {
      db.afterCommit(ctx, () => void log.push('1'));
      await db.transaction(ctx, async (ctx) => {
        db.afterCommit(ctx, async () => {
          await pause();
          log.push(`2 sees ${(await labels(db, { ...ctx, tx: undefined })).length}`);
        });
      });
      db.afterCommit(ctx, () => void log.push('3'));
      await add(db, ctx, 'x');
      log.push('work');
    });

    expect(log).toEqual(['work', '1', '2 sees 1', '3']);
  });

  it('does not run when the transaction was undone, except what must be kept', async () => {
    const ctx = newSite();
    const log: string[] = [];

    await db
      .transaction(ctx, async (ctx) => {
        db.afterCommit(ctx, () => void log.push('commit'));
        db.afterEnd(ctx, () => void log.push('end'));
        throw new Error('undone');
      })
      .catch(() => undefined);

    expect(log).toEqual(['end']);
  });

  it('runs at once when no transaction is open', () => {
    const log: string[] = [];

    db.afterCommit(newSite(), () => void log.push('now'));

    expect(log).toEqual(['now']);
  });

  it('may fail without undoing what was stored or keeping the next from running', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const ctx = newSite();
    const log: string[] = [];

    await db.transaction(ctx, async (ctx) => {
      await add(db, ctx, 'kept');
      db.afterCommit(ctx, () => {
        throw new Error('no listener');
      });
      db.afterCommit(ctx, () => void log.push('next'));
    });

    expect(await labels(db, ctx)).toEqual(['kept']);
    expect(log).toEqual(['next']);
    expect(logged).toHaveBeenCalledTimes(1);
    logged.mockRestore();
  });
});

describe('a deadlock', () => {
  const deadlock = () => Object.assign(new Error('Deadlock found'), { code: 'ER_LOCK_DEADLOCK' });

  it('runs the transaction again, and what is to come after it once', async () => {
    const ctx = newSite();
    const log: number[] = [];
    let attempt = 0;

    await db.transaction(ctx, async (ctx) => {
      attempt += 1;
      db.afterCommit(ctx, () => void log.push(attempt));
      db.afterEnd(ctx, () => void log.push(-attempt));
      await add(db, ctx, `attempt ${attempt}`);
      if (attempt < 3) throw deadlock();
    });

    expect(await labels(db, ctx)).toEqual(['attempt 3']);
    expect(log).toEqual([3, -3]);
  });

  it('gives up after the third time, in Chinese', async () => {
    let attempt = 0;

    const hopeless = db.transaction(newSite(), async () => {
      attempt += 1;
      throw deadlock();
    });

    await expect(hopeless).rejects.toMatchObject({ code: 'platform.db.busy', kind: 'unavailable' });
    expect(attempt).toBe(3);
  });

  it('between two real transactions costs neither of them its work', async () => {
    const ctx = newSite();
    const [a, b] = [await add(db, ctx, 'a'), await add(db, ctx, 'b')];
    const both = (first: Leaf, second: Leaf) =>
      db.transaction(ctx, async (ctx: Ctx & { site: SiteRef }) => {
        for (const { id } of [first, second]) {
          const leaf = (await db.site(ctx, Leaf).findOne({ id }, { lock: 'write' }))!;
          leaf.count += 1;
          await db.site(ctx, Leaf).save(leaf);
          await new Promise((resume) => setTimeout(resume, 30));
        }
      });

    await Promise.all([both(a, b), both(b, a)]);

    expect(await db.site(ctx, Leaf).find({ order: { id: 'ASC' } })).toMatchObject([
      { count: 2 },
      { count: 2 },
    ]);
  });
});

describe('rows someone else works on', () => {
  it('are passed over by whoever asks for free ones', async () => {
    const ctx = newSite();
    const { id } = await add(db, ctx, 'taken');
    const free = await add(db, ctx, 'free');

    await db.transaction(ctx, async (inner) => {
      await db.site(inner, Leaf).findOne({ id }, { lock: 'skipLocked' });
      if (db.dialect === 'sqlite') return; // one writer at a time: there is nobody to pass over
      await db.transaction(ctx, async (ctx) => {
        const found = await db.site(ctx, Leaf).find({ lock: 'skipLocked', where: [{ id }, { id: free.id }] });
        expect(found.map(({ label }) => label)).toEqual(['free']);
      });
    });
  });
});
