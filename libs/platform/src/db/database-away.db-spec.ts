import { join } from 'node:path';
import type { SiteCtx } from '@zhanqun/kernel';
import { closeDb, openDb, type Db } from '@zhanqun/platform';
import { entityDb, type TestDb } from '@zhanqun/test-support';
import Libsql from 'libsql';
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

describe('two processes on one database', () => {
  it('wait for each other instead of failing', async () => {
    const other = await openDb(test.config);
    const ctx = newSite();

    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (index % 2 ? db : other).transaction(ctx, async (ctx) => {
          const leaves = (index % 2 ? db : other).site(ctx, Leaf);
          await leaves.save(leaves.build({ label: `${index}` }));
          await pause();
        }),
      ),
    );

    expect((await labels(db, ctx)).length).toBe(40);
    await closeDb(other);
  });
});

describe('a program outside that locks the SQLite file for a while', () => {
  it.each([
    ['a write of its own', (ctx: SiteCtx) => add(db, ctx, 'waited')],
    ['a transaction', (ctx: SiteCtx) => db.transaction(ctx, (ctx) => add(db, ctx, 'waited'))],
  ])(
    'delays %s and nothing after it',
    async (_, write) => {
      if (db.dialect !== 'sqlite') return;
      const ctx = newSite();
      const outside = new Libsql(join(test.config.dataDir, 'zhanqun.sqlite'));
      outside.exec('BEGIN IMMEDIATE');

      const waiting = write(ctx);
      await new Promise((resume) => setTimeout(resume, 100));
      outside.exec("UPDATE spec_leaf SET label = label || ''");
      outside.exec('COMMIT');
      await waiting;
      outside.exec("UPDATE spec_leaf SET label = label || ''");
      outside.close();

      await db.transaction(ctx, (ctx) => add(db, ctx, 'afterwards'));
      await add(db, ctx, 'alone');
      expect((await labels(db, ctx)).slice(0, 3)).toEqual(['waited', 'afterwards', 'alone']);
    },
    8_000,
  );
});

describe('a database that is gone', () => {
  it('is reported in Chinese, not in the words of a driver', async () => {
    const gone = await openDb(test.config);
    await closeDb(gone);

    await expect(gone.site(newSite(), Leaf).find()).rejects.toMatchObject({
      code: 'platform.db.unavailable',
      kind: 'unavailable',
      message: expect.stringMatching(/^数据库/),
    });
    await expect(gone.transaction(newSite(), async () => 1)).rejects.toMatchObject({
      code: 'platform.db.unavailable',
    });
  });

  it('is reported when it goes away in the middle of a transaction, and used again once it is back', async () => {
    if (db.dialect === 'sqlite') return; // a file in the same process does not hang up
    const outside = newSite();

    const cut = db.transaction(outside, async (ctx) => {
      await add(db, ctx, 'lost');
      const [{ id }] = (await db.sql<{ id: number }>(ctx, 'SELECT CONNECTION_ID() AS `id`', [])) as [
        { id: number },
      ];
      await db.sql(outside, `KILL ${id}`, []);
      await add(db, ctx, 'never');
    });

    await expect(cut).rejects.toMatchObject({ code: 'platform.db.unavailable' });
    await add(db, outside, 'back');
    expect(await labels(db, outside)).toEqual(['back']);
  });

  it('is reported in the same way when it cannot be opened at all', async () => {
    const nowhere = openDb({ url: 'mysql://root@127.0.0.1:1/none', dataDir: test.config.dataDir });

    await expect(nowhere).rejects.toMatchObject({ code: 'platform.db.unavailable' });
  });
});

describe('a database that was closed', () => {
  it('refuses what comes late instead of ending the process', async () => {
    const late = await entityDb();
    const ctx = newSite();
    let close: () => void = () => undefined;
    const closing = new Promise<void>((resolve) => (close = resolve));
    const open = late.db.transaction(ctx, async (ctx) => {
      close();
      await pause();
      await late.db.site(ctx, Leaf).count({});
    });
    const outcome = open.then(
      () => 'stored',
      () => 'refused',
    );
    await closing;
    await late.close();

    expect(await outcome).toBe('refused');
    await expect(late.db.site(ctx, Leaf).count({})).rejects.toBeDefined();
    await expect(late.db.transaction(ctx, (ctx) => late.db.site(ctx, Leaf).count({}))).rejects.toBeDefined();
  });
});
