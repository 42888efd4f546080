import { atSite, pageRequest, systemCtx } from '@zhanqun/kernel';
import type { SiteCtx, SiteRef } from '@zhanqun/kernel';
import {
  allOf,
  entityColumns,
  entityIndexes,
  In,
  IsNull,
  noneOf,
  Not,
  SiteEntity,
  siteEntities,
} from '@zhanqun/platform';
import type { Db, EntityColumn, SiteRepository, Where } from '@zhanqun/platform';
import { importEveryEntity, testDb } from '@zhanqun/test-support';
import type { TestDb } from '@zhanqun/test-support';

/** Every row of one site, tried from another one. A new entity is covered on the day it is written. */
importEveryEntity();
jest.setTimeout(60_000);

type AnyRow = SiteEntity & Record<string, unknown>;

const now = new Date('2026-03-01T01:02:03.456Z');
const at = (id: number): SiteCtx => atSite(systemCtx(now), { id, key: `s${id}` } as SiteRef);
const [siteA, siteB] = [at(1), at(2)];

const entities = siteEntities() as (new () => AnyRow)[];

let test: TestDb;
let db: Db;
beforeAll(async () => {
  test = await testDb();
  db = test.db;
});
afterAll(() => test.close());

let serial = 0;

/** A value the column can hold; different each time, so that unique keys do not stand in the way. */
function valueFor({ type, length }: EntityColumn): unknown {
  serial += 1;
  switch (type) {
    case 'int':
    case 'bigint':
      return serial;
    case 'boolean':
      return serial % 2 === 0;
    case 'datetime':
      return new Date(now.getTime() + serial);
    case 'simple-json':
      return { serial };
    default:
      return String(serial).padStart(Math.min(length ?? 6, 6), '0');
  }
}

const doorOf = (ctx: SiteCtx, entity: new () => AnyRow): SiteRepository<AnyRow> => db.site(ctx, entity);

function valuesOf(entity: new () => AnyRow): Record<string, unknown> {
  const own = entityColumns(entity).filter(
    ({ name }) => !['id', 'siteId', 'createdAt', 'updatedAt'].includes(name),
  );
  return Object.fromEntries(own.map((column) => [column.name, valueFor(column)]));
}

async function rowOfA(entity: new () => AnyRow): Promise<AnyRow> {
  const door = doorOf(siteA, entity);
  const { id } = await door.save(door.build(valuesOf(entity) as never));
  return (await door.findOne({ id } as Where<AnyRow>))!;
}

/** All ways to say "that row" or "any row" that a caller of site B might hand in. */
function conditionsFor(row: AnyRow): Where<AnyRow>[] {
  const conditions: unknown[] = [
    { id: row.id },
    { id: In([row.id]) },
    { siteId: 1 },
    { id: row.id, siteId: 1 },
    { id: Not(0) },
    { siteId: Not(2) },
    { siteId: Not(IsNull()) },
    [{ id: row.id }, { siteId: 1 }],
    [{ siteId: 2 }, { id: row.id }],
    allOf<AnyRow>({ id: row.id }, { siteId: 1 }),
    noneOf<AnyRow>({ id: 0 }),
    noneOf<AnyRow>({ siteId: 2 }),
  ];
  return conditions as Where<AnyRow>[];
}

describe('the sweep', () => {
  it('knows the entities of the libraries', () => {
    expect(entities.map(({ name }) => name)).toEqual(expect.arrayContaining(['Article', 'Channel']));
  });

  it('cannot reach an entity without a site in its context', () => {
    for (const entity of entities) {
      expect(() => doorOf(systemCtx(now) as SiteCtx, entity)).toThrow('a context with a site');
    }
  });
});

describe.each(entities.map((entity) => [entity.name, entity] as const))(
  '%s of another site',
  (_name, entity) => {
    let row: AnyRow;
    let door: SiteRepository<AnyRow>;

    beforeEach(async () => {
      row = await rowOfA(entity);
      door = doorOf(siteB, entity);
    });
    afterEach(async () => {
      // Whatever B tried: A's row is as it was.
      const stored = await doorOf(siteA, entity).findOne({ id: row.id } as Where<AnyRow>);
      expect(stored).toEqual(row);
      await doorOf(siteA, entity).remove(row);
    });

    it('is neither found, counted, listed nor selected', async () => {
      expect(await door.find()).toEqual([]);
      expect(await door.count()).toBe(0);
      for (const where of conditionsFor(row)) {
        expect(await door.find({ where })).toEqual([]);
        expect(await door.findOne(where)).toBeNull();
        expect(await door.count(where)).toBe(0);
        expect(await door.select(['id', 'siteId'], { where })).toEqual([]);
        expect(await door.page({ where }, pageRequest())).toMatchObject({ items: [], total: 0 });
      }
    });

    it('is not found under a lock either', async () => {
      await db.transaction(siteB, async (ctx) => {
        expect(
          await doorOf(ctx, entity).findOne({ id: row.id } as Where<AnyRow>, { lock: 'write' }),
        ).toBeNull();
      });
    });

    it('is not changed or removed by a condition', async () => {
      const { name } = entityColumns(entity).find(
        (column) => !['id', 'siteId', 'createdAt'].includes(column.name),
      )!;

      for (const where of conditionsFor(row)) {
        expect(await door.updateWhere(where, { [name]: row[name] } as never)).toBe(0);
        expect(await door.removeWhere(where)).toBe(0);
      }
    });

    it('is not saved or removed, however it is handed in', async () => {
      const disguised = Object.assign(new entity(), row, { siteId: 2 });
      const bare = Object.assign(new entity(), valuesOf(entity), { id: row.id });

      for (const foreign of [Object.assign(new entity(), row), disguised, bare]) {
        await expect(door.save(foreign)).rejects.toMatchObject({ code: 'platform.row.notFound' });
        await expect(door.saveAll([foreign])).rejects.toMatchObject({ code: 'platform.row.notFound' });
        await expect(door.remove(foreign)).rejects.toMatchObject({ code: 'platform.row.notFound' });
      }
    });

    it('is not overwritten by a new row with its id and site', async () => {
      const own = await door.save(door.build({ ...valuesOf(entity), id: row.id, siteId: 1 } as never));

      expect(own.siteId).toBe(2);
      expect(own.id).not.toBe(row.id);
      await door.remove(own);
    });

    it('answers with the same refusal as a row that does not exist', async () => {
      const refusal = async (id: number) => {
        const missing = Object.assign(new entity(), valuesOf(entity), { id, siteId: 2 });
        const error = (await door.save(missing).catch((reason: unknown) => reason)) as {
          code: string;
          message: string;
        };
        return [error.code, error.message];
      };

      expect(await refusal(row.id)).toEqual(await refusal(2_000_000_000));
    });
  },
);

describe('each table of a site', () => {
  it.each(entities.map((entity) => [entity.name, entity] as const))(
    '%s: indexes begin with siteId',
    (_name, entity) => {
      const wrong = entityIndexes(entity).filter(({ columns }) => columns[0] !== 'siteId');

      expect(wrong).toEqual([]);
    },
  );
});
