import { pageRequest, type SiteCtx } from '@zhanqun/kernel';
import {
  allOf,
  Between,
  containing,
  In,
  instant,
  IsNull,
  isUniqueViolation,
  LessThan,
  LessThanOrEqual,
  MoreThan,
  MoreThanOrEqual,
  noneOf,
  Not,
  SiteEntity,
} from '@zhanqun/platform';
import type { Where } from '@zhanqun/platform';
import { entityDb } from '@zhanqun/test-support';
import type { TestDb } from '@zhanqun/test-support';
import { Column, Entity, Index } from 'typeorm';
import { at, newSite, now } from '../../test/sites';

jest.setTimeout(30_000);

@Entity('spec_note')
@Index('UQ_spec_note', ['siteId', 'key'], { unique: true })
class Note extends SiteEntity {
  @Column({ type: 'varchar', length: 40 })
  key: string;

  @Column({ type: 'text', nullable: true })
  body: string | null;

  @Column({ type: 'int', default: 3 })
  weight: number;

  @Column({ type: 'bigint', default: 0 })
  visits: number;

  @Column({ type: 'boolean', default: false })
  isPinned: boolean;

  @Column({ type: 'datetime', nullable: true })
  dueAt: Date | null;

  @Column({ type: 'simple-json', nullable: true })
  facts: { readonly tags: readonly string[] } | null;
}

const later = new Date('2026-03-01T02:00:00.000Z');

let test: TestDb;

beforeAll(async () => {
  test = await entityDb();
});
afterAll(() => test.close());

/** Four notes at a new site: weights 1 to 4. */
async function fourNotes() {
  const ctx = newSite();
  const notes = test.db.site(ctx, Note);
  await notes.saveAll([
    notes.build({ key: 'a', weight: 1, body: '100% 好' }),
    notes.build({ key: 'b', weight: 2, dueAt: now, body: '𠮷' }),
    notes.build({ key: 'C', weight: 3, isPinned: true }),
    notes.build({ key: 'd', weight: 4, dueAt: later, body: '' }),
  ]);
  const keys = async (where: Where<Note>) =>
    (await notes.find({ where, order: { weight: 'ASC' } })).map((note) => note.key).join('');
  return { ctx, notes, keys };
}

describe('a stored row', () => {
  it('comes back as it was, defaults and rare characters included', async () => {
    const ctx = newSite();
    const notes = test.db.site(ctx, Note);
    const facts = { tags: ['é', '𠮷'] };

    const stored = await notes.save(
      notes.build({ key: '𠮷䶮', body: '👍', dueAt: now, facts, isPinned: true, visits: 2 ** 52 + 1 }),
    );

    const read = await notes.findOne({ id: stored.id });
    expect(read).toBeInstanceOf(Note);
    expect(read).toEqual(stored);
    expect(read).toMatchObject({
      siteId: ctx.site.id,
      weight: 3,
      visits: 2 ** 52 + 1,
      dueAt: now,
      facts,
      createdAt: now,
      updatedAt: now,
    });
  });

  it('keeps long texts whole', async () => {
    const notes = test.db.site(newSite(), Note);
    const body = '政府信息公开䶮'.repeat(100_000);

    const { id } = await notes.save(notes.build({ key: 'long', body }));

    expect((await notes.findOne({ id }))!.body).toBe(body);
  });

  it('keeps instants as UTC with milliseconds, whatever the time zone of the process', async () => {
    const ctx = newSite();
    const { id } = await test.db
      .site(ctx, Note)
      .save(test.db.site(ctx, Note).build({ key: 't', dueAt: now }));
    const text = test.db.dialect === 'sqlite' ? '`dueAt`' : "DATE_FORMAT(`dueAt`, '%Y-%m-%d %H:%i:%s.%f')";

    const [row] = await test.db.sql<{ dueAt: unknown; text: string }>(
      ctx,
      `SELECT \`dueAt\`, ${text} AS \`text\` FROM \`spec_note\` WHERE \`id\` = ? AND \`dueAt\` = ?`,
      [id, now],
    );

    expect(row!.text).toMatch(/^2026-03-01 01:02:03\.456/);
    expect(instant(row!.dueAt)).toEqual(now);
  });

  it('writes only what changed, so two people changing different fields do not undo each other', async () => {
    const ctx = newSite();
    const notes = test.db.site(ctx, Note);
    const { id } = await notes.save(notes.build({ key: 'k', facts: { tags: [] } }));
    const [mine, theirs] = [(await notes.findOne({ id }))!, (await notes.findOne({ id }))!];

    mine.body = 'mine';
    await notes.save(mine);
    theirs.weight = 9;
    await notes.save(theirs);

    expect(await notes.findOne({ id })).toMatchObject({ body: 'mine', weight: 9 });
    expect(await test.db.countStatements(() => notes.save(theirs))).toBe(0);
  });

  it('notices a change inside JSON', async () => {
    const notes = test.db.site(newSite(), Note);
    const note = await notes.save(notes.build({ key: 'k', facts: { tags: ['a'] } }));

    (note.facts!.tags as string[]).push('b');
    await notes.save(note);

    expect((await notes.findOne({ id: note.id }))!.facts).toEqual({ tags: ['a', 'b'] });
  });

  it('is stamped with the time of the context', async () => {
    const { id } = newSite().site;
    const note = await test.db.site(at(id), Note).save(test.db.site(at(id), Note).build({ key: 'k' }));

    note.body = 'x';
    await test.db.site(at(id, later), Note).save(note);

    expect(await test.db.site(at(id), Note).findOne({ id: note.id })).toMatchObject({
      createdAt: now,
      updatedAt: later,
    });
  });

  it('cannot be saved once it is gone', async () => {
    const notes = test.db.site(newSite(), Note);
    const note = await notes.save(notes.build({ key: 'k' }));
    await notes.remove(note);

    note.body = 'x';

    await expect(notes.save(note)).rejects.toMatchObject({ code: 'platform.row.notFound', kind: 'notFound' });
    await expect(notes.remove(note)).rejects.toMatchObject({ code: 'platform.row.notFound' });
  });
});

describe('a condition', () => {
  const cases: [string, Where<Note>, string][] = [
    ['equals', { weight: 2 }, 'b'],
    ['equals with case', { key: 'c' }, ''],
    ['two fields', { weight: 3, isPinned: true }, 'C'],
    ['In', { weight: In([1, 3]) }, 'aC'],
    ['an empty In', { weight: In([]) }, ''],
    ['Not', { key: Not('a') }, 'bCd'],
    ['Not with empty values', { dueAt: Not(now) }, 'aCd'],
    ['Not In', { weight: Not(In([1, 4])) }, 'bC'],
    ['Not of an empty In', { weight: Not(In([])) }, 'abCd'],
    ['IsNull', { dueAt: IsNull() }, 'aC'],
    ['null', { dueAt: null }, 'aC'],
    ['Not IsNull', { dueAt: Not(IsNull()) }, 'bd'],
    ['Not null', { body: Not(null as never) }, 'abd'],
    ['LessThan', { weight: LessThan(2) }, 'a'],
    ['LessThanOrEqual', { dueAt: LessThanOrEqual(now) }, 'b'],
    ['MoreThan', { dueAt: MoreThan(now) }, 'd'],
    ['MoreThanOrEqual', { weight: MoreThanOrEqual(3) }, 'Cd'],
    ['Between', { weight: Between(2, 3) }, 'bC'],
    ['containing', { body: containing('0%') }, 'a'],
    ['containing a wildcard', { body: containing('_') }, ''],
    ['containing the escape sign', { body: containing('!') }, ''],
    ['containing rare characters', { body: containing('𠮷') }, 'b'],
    ['containing, case ignored', { key: containing('c') }, 'C'],
    ['alternatives', [{ key: 'a' }, { isPinned: true }], 'aC'],
    ['no alternative', [], ''],
    ['no condition', {}, 'abCd'],
    ['allOf', allOf<Note>([{ key: 'a' }, { key: 'b' }], { weight: MoreThan(1) }), 'b'],
    ['noneOf', noneOf<Note>({ dueAt: now }, { key: 'a' }), 'Cd'],
    ['a list of empty texts', { body: '' }, 'd'],
  ];

  it.each(cases)('%s', async (_name, where, expected) => {
    const { keys, notes } = await fourNotes();

    expect(await keys(where)).toBe(expected);
    expect(await notes.count(where)).toBe(expected.length);
  });

  it('is refused when a value is forgotten, unknown or an object', async () => {
    const notes = test.db.site(newSite(), Note);

    await expect(notes.find({ where: { key: undefined as never } })).rejects.toThrow('undefined');
    await expect(notes.count({ colour: 1 } as never)).rejects.toThrow('no field colour');
    await expect(notes.find({ where: { key: { a: 1 } as never } })).rejects.toThrow('cannot hold');
    await expect(notes.find({ where: { weight: Number.NaN } })).rejects.toThrow('cannot hold');
    await expect(notes.removeWhere({ key: undefined as never })).rejects.toThrow('undefined');
  });
});

describe('reading', () => {
  it('orders, takes and skips', async () => {
    const { notes } = await fourNotes();

    const found = await notes.find({ order: { isPinned: 'DESC', weight: 'DESC' }, take: 2, skip: 1 });

    expect(found.map((note) => note.key)).toEqual(['d', 'b']);
    expect((await notes.find({ order: { weight: 'ASC' }, skip: 3 })).map((note) => note.key)).toEqual(['d']);
  });

  it('selects some columns as plain objects', async () => {
    const { notes } = await fourNotes();

    const rows = await notes.select(['key', 'isPinned', 'dueAt'], { where: { weight: 3 } });

    expect(rows).toEqual([{ key: 'C', isPinned: true, dueAt: null }]);
    expect(Object.getPrototypeOf(rows[0])).toBe(Object.prototype);
  });

  it.each([
    [1, 3, 'abC', 4, 2],
    [2, 3, 'd', 4, 1],
    [3, 3, '', 4, 2],
    [1, 10, 'abCd', 4, 1],
  ])('page %i of %i rows, counting only when it must', async (page, size, expected, total, statements) => {
    const { notes } = await fourNotes();
    let answer: Awaited<ReturnType<typeof notes.page>> | undefined;

    const count = await test.db.countStatements(async () => {
      answer = await notes.page({ order: { weight: 'ASC' } }, pageRequest(page, size));
    });

    expect(answer!.items.map((note) => note.key).join('')).toBe(expected);
    expect(answer).toMatchObject({ total, page, pageSize: size });
    expect(count).toBe(statements);
  });
});

describe('an instant that is none', () => {
  it('is neither stored nor asked for', async () => {
    const { notes } = await fourNotes();
    const never = new Date('2026-W48-1');

    await expect(notes.save(notes.build({ key: 'e', dueAt: never }))).rejects.toThrow('dueAt');
    await expect(notes.updateWhere({ key: 'a' }, { dueAt: never })).rejects.toThrow('dueAt');
    await expect(notes.count({ dueAt: never })).rejects.toThrow('dueAt');
  });
});

describe('changing many rows', () => {
  it('tells how many matched, changed or not', async () => {
    const { notes } = await fourNotes();

    expect(await notes.updateWhere({ weight: MoreThan(2) }, { isPinned: true })).toBe(2);
    expect(await notes.updateWhere({ weight: MoreThan(2) }, { isPinned: true })).toBe(2);
    expect(await notes.updateWhere({ weight: 99 }, { isPinned: true })).toBe(0);
    expect(await notes.count({ isPinned: true })).toBe(2);
    expect(await notes.removeWhere({ isPinned: true })).toBe(2);
    expect(await notes.count()).toBe(2);
  });

  it('stores hundreds of new rows in few statements, each with its own id', async () => {
    const ctx = newSite();
    const notes = test.db.site(ctx, Note);
    const rows = Array.from({ length: 250 }, (_, index) => notes.build({ key: `k${index}`, weight: index }));

    const statements = await test.db.countStatements(() => notes.saveAll(rows));

    expect(statements).toBe(3);
    for (const row of await notes.find()) expect(rows.find(({ id }) => id === row.id)!.key).toBe(row.key);
    expect(await notes.count()).toBe(250);
  });
});

describe('a unique key', () => {
  it('is recognised when it is violated, and holds within a site only', async () => {
    const notes = test.db.site(newSite(), Note);
    await notes.save(notes.build({ key: 'k' }));

    const again = notes.save(notes.build({ key: 'k' }));

    expect(isUniqueViolation(await again.catch((error: unknown) => error))).toBe(true);
    expect(isUniqueViolation(new Error('k'))).toBe(false);
    const elsewhere = test.db.site(newSite(), Note);
    await expect(elsewhere.save(elsewhere.build({ key: 'k' }))).resolves.toMatchObject({ key: 'k' });
  });
});

describe('adding up', () => {
  it('stores what is new and adds to what is there, by many at once, at this site only', async () => {
    const [here, there] = [newSite(), newSite()];
    const adding = Array.from({ length: 20 }, () => () => {
      const notes = test.db.site(here, Note);
      return notes.addUp(
        [notes.build({ key: 'a', visits: 2 }), notes.build({ key: 'b', visits: 1 })],
        ['visits'],
      );
    });
    await Promise.all(adding.map((add) => add()));
    const notes = test.db.site(there, Note);
    await notes.addUp([notes.build({ key: 'a', visits: 7 })], ['visits']);

    const visitsOf = async (ctx: SiteCtx, key: string) =>
      (await test.db.site(ctx, Note).findOne({ key }))?.visits;
    expect(await visitsOf(here, 'a')).toBe(40);
    expect(await visitsOf(here, 'b')).toBe(20);
    expect(await visitsOf(there, 'a')).toBe(7);
  });

  it('takes no stored row and no row of another site', async () => {
    const notes = test.db.site(newSite(), Note);
    const stored = await notes.save(notes.build({ key: 'a' }));
    const foreign = test.db.site(newSite(), Note).build({ key: 'b' });

    await expect(notes.addUp([stored], ['visits'])).rejects.toThrow('only new');
    await expect(notes.addUp([foreign], ['visits'])).rejects.toMatchObject({ code: 'platform.row.notFound' });
  });
});
