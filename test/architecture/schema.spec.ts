import { closeDb, migrate, openDb, revertAllMigrations, schemaDiff } from '@zhanqun/platform';
import type { Db } from '@zhanqun/platform';
import { emptyTestDatabase, importEveryEntity } from '@zhanqun/test-support';

importEveryEntity();
jest.setTimeout(60_000);

describe('schema history', () => {
  let db: Db;
  let dispose: () => Promise<void>;

  beforeEach(async () => {
    const empty = await emptyTestDatabase();
    dispose = empty.dispose;
    db = await openDb(empty.config);
  });
  afterEach(async () => {
    await closeDb(db);
    await dispose();
  });

  it('leads exactly to the entities', async () => {
    await migrate(db);

    expect(await schemaDiff(db)).toEqual([]);
  });

  it('can be taken back and run again', async () => {
    const first = await migrate(db);
    await revertAllMigrations(db);
    const second = await migrate(db);

    expect(second).toEqual(first);
    expect(await schemaDiff(db)).toEqual([]);
  });

  it('has nothing left to do the second time', async () => {
    await migrate(db);

    expect(await migrate(db)).toEqual([]);
  });
});
