import { systemCtx } from '@zhanqun/kernel';
import {
  closeDb,
  columnsFor,
  createTable,
  migrate,
  openDb,
  schemaDiff,
  SharedEntity,
  SiteEntity,
} from '@zhanqun/platform';
import type { Db } from '@zhanqun/platform';
import { emptyTestDatabase } from '@zhanqun/test-support';
import { Column, Entity, Index } from 'typeorm';
import { readMigrations } from './migrate';
import { sourceOf } from './open';

jest.setTimeout(30_000);

@Entity('spec_every_word')
@Index('IDX_spec_every_word', ['siteId', 'number'])
@Index('UQ_spec_every_word', ['siteId', 'name'], { unique: true })
@Index('UQ_spec_every_word_alone', ['alone'], { unique: true })
class EveryWord extends SiteEntity {
  @Column({ type: 'int' })
  number: number;

  @Column({ type: 'int', default: 0 })
  zero: number;

  @Column({ type: 'int', default: -5, nullable: true })
  below: number | null;

  @Column({ type: 'bigint', default: 7 })
  large: number;

  @Column({ type: 'varchar', length: 40 })
  name: string;

  @Column({ type: 'varchar', length: 20 })
  alone: string;

  @Column({ type: 'varchar', length: 20, default: 'draft' })
  state: string;

  @Column({ type: 'varchar', length: 20, default: '', nullable: true })
  empty: string | null;

  @Column({ type: 'varchar', length: 10 })
  dueOn: string;

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'text', nullable: true })
  remark: string | null;

  @Column({ type: 'boolean', default: false })
  isOff: boolean;

  @Column({ type: 'boolean', default: true })
  isOn: boolean;

  @Column({ type: 'boolean', nullable: true })
  isUnknown: boolean | null;

  @Column({ type: 'datetime' })
  at: Date;

  @Column({ type: 'datetime', nullable: true })
  endedAt: Date | null;

  @Column({ type: 'simple-json' })
  facts: object;

  @Column({ type: 'simple-json', nullable: true })
  more: object | null;
}

@Entity('spec_shared_word')
class SharedWord extends SharedEntity {
  @Column({ type: 'int', nullable: true })
  siteId: number | null;
}

const ctx = systemCtx(new Date('2026-03-01T01:02:03.456Z'));
let db: Db;
let config: Parameters<typeof openDb>[0];
let dispose: () => Promise<void>;

beforeEach(async () => {
  ({ config, dispose } = await emptyTestDatabase());
  db = await openDb(config);
});
afterEach(async () => {
  await closeDb(db);
  await dispose();
});

describe('the column words of migrations', () => {
  it('give exactly the columns that entities describe', async () => {
    await migrate(db);
    const before = await schemaDiff(db);
    expect(before.join()).toContain('spec_every_word');

    const runner = sourceOf(db).createQueryRunner();
    const c = columnsFor(runner);
    await createTable(
      runner,
      'spec_every_word',
      [
        ...c.base,
        c.site,
        c.int('number'),
        c.int('zero', { default: 0 }),
        c.int('below', { default: -5, isNullable: true }),
        c.bigint('large', { default: 7 }),
        c.varchar('name', 40),
        c.varchar('alone', 20),
        c.varchar('state', 20, { default: "'draft'" }),
        c.varchar('empty', 20, { default: '', isNullable: true }),
        c.day('dueOn'),
        c.text('body'),
        c.text('remark', { isNullable: true }),
        c.boolean('isOff', { default: false }),
        c.boolean('isOn', { default: true }),
        c.boolean('isUnknown', { isNullable: true }),
        c.datetime('at'),
        c.datetime('endedAt', { isNullable: true }),
        c.json('facts'),
        c.json('more', { isNullable: true }),
      ],
      { IDX_spec_every_word: ['siteId', 'number'] },
      { UQ_spec_every_word: ['siteId', 'name'], UQ_spec_every_word_alone: ['alone'] },
    );
    await createTable(runner, 'spec_shared_word', [...c.base, c.int('siteId', { isNullable: true })]);
    await runner.release();

    expect((await schemaDiff(db)).filter((sql) => sql.includes('spec_'))).toEqual([]);
    const words = db.shared(ctx, SharedWord);
    expect(await words.save(words.build({}))).toMatchObject({ siteId: null });
    expect(new EveryWord()).toBeInstanceOf(SiteEntity);
  });
});

describe('migrating', () => {
  it('runs every file of the directory once, in the order of their names', async () => {
    const names = readMigrations().map(({ name }) => name);

    expect(await migrate(db)).toEqual(names);
    expect(await migrate(db)).toEqual([]);
  });

  it('is done by one of two processes that start at the same time', async () => {
    const other = await openDb(config);

    const [first, second] = await Promise.all([migrate(db), migrate(other)]);

    expect([...first, ...second]).toEqual(readMigrations().map(({ name }) => name));
    await closeDb(other);
  });

  it('refuses a database that a newer program has made, and leaves it alone', async () => {
    await migrate(db);
    await db.sql(ctx, 'INSERT INTO `migration` (`timestamp`, `name`) VALUES (?, ?)', [
      1999999999999,
      'CreateFuture1999999999999',
    ]);

    await expect(migrate(db)).rejects.toMatchObject({
      code: 'platform.migration.newer',
      details: { unknown: ['CreateFuture1999999999999'] },
    });
  });

  it('prepares an empty MySQL database of another character set', async () => {
    if (db.dialect === 'sqlite') return; // SQLite has one
    const [{ name }] = (await db.sql<{ name: string }>(ctx, 'SELECT DATABASE() AS `name`', [])) as [
      { name: string },
    ];
    await db.sql(ctx, `ALTER DATABASE \`${name}\` CHARACTER SET latin1 COLLATE latin1_swedish_ci`, []);

    await migrate(db);

    const collations = await db.sql<{ c: string }>(
      ctx,
      'SELECT DISTINCT TABLE_COLLATION AS `c` FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()',
      [],
    );
    expect(collations).toEqual([{ c: 'utf8mb4_bin' }]);
    expect((await schemaDiff(db)).filter((sql) => !sql.includes('spec_'))).toEqual([]);
  });
});
