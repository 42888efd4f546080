import { atSite, systemCtx } from '@zhanqun/kernel';
import type { SiteCtx, SiteRef } from '@zhanqun/kernel';
import { Column, Entity, Index } from 'typeorm';
import { closeDb, containing, In, IsNull, LessThan, Not, openDb, SiteEntity } from '@zhanqun/platform';
import type { Db } from '@zhanqun/platform';
import { emptyTestDatabase } from '../../../../test/support/database';
import { sourceOf } from './open';

@Entity('spec_note')
@Index('UQ_spec_note', ['siteId', 'key'], { unique: true })
class Note extends SiteEntity {
  @Column({ type: 'varchar', length: 40 })
  key: string;

  @Column({ type: 'text', nullable: true })
  body: string | null;

  @Column({ type: 'int', default: 3 })
  weight: number;

  @Column({ type: 'boolean', default: false })
  isPinned: boolean;

  @Column({ type: 'datetime', nullable: true })
  dueAt: Date | null;

  @Column({ type: 'simple-json', nullable: true })
  facts: { readonly tags: string[] } | null;
}

const now = new Date('2026-03-01T01:02:03.456Z');
const site = (id: number) => ({ id, key: `s${id}` }) as SiteRef;
const at = (id: number): SiteCtx => atSite(systemCtx(now), site(id));

let db: Db;
let dispose: () => Promise<void>;

beforeAll(async () => {
  const empty = await emptyTestDatabase();
  dispose = empty.dispose;
  db = await openDb(empty.config);
  await sourceOf(db).synchronize();
});
afterAll(async () => {
  await closeDb(db);
  await dispose();
});

let next = 100;
const newSite = () => (next += 2);

describe('the doorway', () => {
  it('stores a row completely and reads it back as it was', async () => {
    const ctx = at(newSite());
    const notes = db.site(ctx, Note);

    const stored = await notes.save(
      notes.build({ key: '𠮷䶮', body: 'é', dueAt: now, facts: { tags: ['a'] }, isPinned: true }),
    );

    const read = await notes.findOne({ id: stored.id });
    expect(read).toEqual(stored);
    expect(read).toMatchObject({
      weight: 3,
      siteId: ctx.site.id,
      dueAt: now,
      createdAt: now,
      isPinned: true,
    });
  });

  it('finds by every operator', async () => {
    const ctx = at(newSite());
    const notes = db.site(ctx, Note);
    await notes.saveAll([
      notes.build({ key: 'a', weight: 1, body: '100% 好' }),
      notes.build({ key: 'b', weight: 2, dueAt: now }),
      notes.build({ key: 'C', weight: 3, isPinned: true }),
    ]);
    const keys = async (where: Parameters<typeof notes.count>[0]) =>
      (await notes.find({ where, order: { weight: 'ASC' } })).map((note) => note.key).join('');

    expect(await keys({ weight: In([1, 3]) })).toBe('aC');
    expect(await keys({ weight: In([]) })).toBe('');
    expect(await keys({ weight: Not(In([1])) })).toBe('bC');
    expect(await keys({ dueAt: IsNull() })).toBe('aC');
    expect(await keys({ dueAt: null })).toBe('aC');
    expect(await keys({ dueAt: Not(IsNull()) })).toBe('b');
    expect(await keys({ dueAt: Not(now) })).toBe('aC');
    expect(await keys({ weight: LessThan(3), key: Not('a') })).toBe('b');
    expect(await keys({ body: containing('0%') })).toBe('a');
    expect(await keys({ body: containing('%%') })).toBe('');
    expect(await keys({ key: containing('c') })).toBe('C');
    expect(await keys([{ key: 'a' }, { isPinned: true }])).toBe('aC');
    expect(await keys([])).toBe('');
  });
});
