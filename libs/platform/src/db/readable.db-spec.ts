import { createMongoAbility } from '@casl/ability';
import type { MongoAbility } from '@casl/ability';
import { allowAll, atSite, denyAll, systemCtx } from '@zhanqun/kernel';
import type { Ability, SiteCtx, SiteRef } from '@zhanqun/kernel';
import { allOf, readable, SiteEntity } from '@zhanqun/platform';
import { entityDb } from '@zhanqun/test-support';
import type { TestDb } from '@zhanqun/test-support';
import fc from 'fast-check';
import { Column, Entity } from 'typeorm';

jest.setTimeout(30_000);

@Entity('spec_paper')
class Paper extends SiteEntity {
  @Column({ type: 'int', nullable: true })
  channelId: number | null;

  @Column({ type: 'varchar', length: 20, nullable: true })
  state: string | null;

  @Column({ type: 'boolean' })
  isPinned: boolean;

  @Column({ type: 'datetime', nullable: true })
  publishedAt: Date | null;
}

const now = new Date('2026-03-01T01:02:03.456Z');
const site = { id: 5, key: 's5' } as SiteRef;
const times = [null, new Date('1969-07-20T20:17:00Z'), new Date('2026-01-01T00:00:00.001Z'), now];
const channels = [null, -1, 0, 1, 2];
const states = [null, '', 'draft', 'Draft', '草稿', '𠮷'];

let test: TestDb;
let papers: Paper[];
const ctxOf = (ability: Ability): SiteCtx => ({ ...atSite(systemCtx(now), site), ability });

beforeAll(async () => {
  test = await entityDb();
  const door = test.db.site(ctxOf(allowAll), Paper);
  const rows = channels.flatMap((channelId) =>
    states.flatMap((state, index) => {
      return door.build({
        channelId,
        state,
        isPinned: index % 2 === 0,
        publishedAt: times[index % times.length]!,
      });
    }),
  );
  await door.saveAll(rows);
  papers = await door.find({ order: { id: 'ASC' } });
});
afterAll(() => test.close());

async function idsFromDatabase(ability: Ability): Promise<number[]> {
  const ctx = ctxOf(ability);
  const rows = await test.db
    .site(ctx, Paper)
    .select(['id'], { where: readable(ctx, Paper), order: { id: 'ASC' } });
  return rows.map(({ id }) => id);
}
const idsInMemory = (ability: Ability) =>
  papers.filter((paper) => ability.can('read', paper)).map(({ id }) => id);
const abilityOf = (rules: unknown[]) => createMongoAbility<MongoAbility>(rules as never) as Ability;

const field = fc.oneof(
  fc.tuple(fc.constant('channelId'), fc.constantFrom(...channels, 99, '1')),
  fc.tuple(fc.constant('state'), fc.constantFrom(...states, 'x', 1)),
  fc.tuple(fc.constant('isPinned'), fc.constantFrom(true, false)),
  fc.tuple(fc.constant('publishedAt'), fc.constantFrom(...times)),
  fc.tuple(fc.constant('unknown'), fc.constantFrom(null, 1)),
);
const lists = {
  channelId: fc.subarray([...channels, '1']),
  state: fc.subarray([...states, 1]),
  isPinned: fc.subarray([true, false]),
  publishedAt: fc.subarray(times),
  unknown: fc.subarray([1, null]),
};
const bounds = fc.oneof(
  fc.tuple(fc.constant('channelId'), fc.constantFrom(-1, 0, 1, 2)),
  fc.tuple(fc.constant('state'), fc.constantFrom('', 'draft', 'z')),
  fc.tuple(fc.constant('publishedAt'), fc.constantFrom(...times.filter((time) => time !== null))),
);
const condition = fc.oneof(
  field.map(([name, value]) => ({ [name]: value })),
  fc
    .tuple(field, fc.constantFrom('$eq', '$ne'))
    .map(([[name, value], operator]) => ({ [name]: { [operator]: value } })),
  fc
    .tuple(fc.constantFrom(...(Object.keys(lists) as (keyof typeof lists)[])), fc.constantFrom('$in', '$nin'))
    .chain(([name, operator]) => lists[name].map((values) => ({ [name]: { [operator]: values } }))),
  fc
    .tuple(bounds, fc.constantFrom('$lt', '$lte', '$gt', '$gte'))
    .map(([[name, value], operator]) => ({ [name]: { [operator]: value } })),
  fc
    .tuple(fc.constantFrom('state', 'unknown'), fc.boolean())
    .map(([name, exists]) => ({ [name]: { $exists: exists } })),
);
const rule = fc.record(
  {
    action: fc.constantFrom('read', 'manage', 'update'),
    subject: fc.constantFrom('Paper', 'all', 'Other'),
    inverted: fc.boolean(),
    conditions: fc
      .array(condition, { minLength: 1, maxLength: 3 })
      .map((parts) => Object.assign({}, ...parts) as object),
  },
  { requiredKeys: ['action', 'subject'] },
);

describe('a readable list', () => {
  it('shows exactly the rows that the same rules allow one by one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rule, { maxLength: 4 }), async (rules) => {
        const ability = abilityOf(rules);

        expect(await idsFromDatabase(ability)).toEqual(idsInMemory(ability));
      }),
      { numRuns: 400 },
    );
  });

  it('takes the last word of the rules, as a click does', async () => {
    const ability = abilityOf([
      { action: 'read', subject: 'Paper' },
      { action: 'read', subject: 'Paper', inverted: true, conditions: { channelId: { $in: [1, 2] } } },
      { action: 'read', subject: 'Paper', conditions: { state: 'draft', channelId: 2 } },
    ]);

    const ids = await idsFromDatabase(ability);

    expect(ids).toEqual(idsInMemory(ability));
    expect(ids.length).toBe(19);
  });

  it('is everything for the platform itself, and nothing for whoever has no rules', async () => {
    expect((await idsFromDatabase(allowAll)).length).toBe(papers.length);
    expect(await idsFromDatabase(denyAll)).toEqual([]);
    expect(await idsFromDatabase({ can: () => true })).toEqual([]);
    expect(await idsFromDatabase(abilityOf([]))).toEqual([]);
  });

  it('can be narrowed further', async () => {
    const ctx = ctxOf(abilityOf([{ action: 'read', subject: 'Paper', conditions: { channelId: 1 } }]));

    const found = await test.db
      .site(ctx, Paper)
      .find({ where: allOf(readable(ctx, Paper), { state: 'draft' }) });

    expect(found).toMatchObject([{ channelId: 1, state: 'draft' }]);
    expect(await test.db.site(ctx, Paper).count(readable(ctx, Paper, 'update'))).toBe(0);
  });

  it.each([
    [{ state: { $regex: '^d' } }],
    [{ state: { $size: 1 } }],
    [{ state: { $all: ['draft'] } }],
    [{ state: { $elemMatch: { $eq: 'draft' } } }],
    [{ unknown: { $lt: 3 } }],
    [{ channelId: { $lt: 'x' } }],
  ])('is refused for rules the database would answer differently: %j', (conditions) => {
    const ability = abilityOf([{ action: 'read', subject: 'Paper', conditions }]);

    expect(() => readable(ctxOf(ability), Paper)).toThrow(/cannot be/);
  });
});
