import { systemCtx, type SiteCtx } from '@zhanqun/kernel';
import { allOf, noneOf, Not, SharedEntity, SiteEntity, type Where } from '@zhanqun/platform';
import { entityDb, type TestDb } from '@zhanqun/test-support';
import { Column, Entity } from 'typeorm';
import { at, newSite, now } from '../../test/sites';

jest.setTimeout(30_000);

@Entity('spec_note')
class Note extends SiteEntity {
  @Column({ type: 'varchar', length: 40 })
  key: string;
}

@Entity('spec_office')
class Office extends SharedEntity {
  @Column({ type: 'varchar', length: 40 })
  name: string;

  @Column({ type: 'int', nullable: true })
  siteId: number | null;
}

let test: TestDb;

beforeAll(async () => {
  test = await entityDb();
});
afterAll(() => test.close());

describe('the doorway of a site', () => {
  it('asks for a site', () => {
    const nowhere = systemCtx(now) as SiteCtx;

    expect(() => test.db.site(nowhere, Note)).toThrow('a context with a site');
  });

  it('ignores the id and the site a caller smuggles into a new row', async () => {
    const [own, other] = [newSite(), newSite()];
    const theirs = await test.db.site(other, Note).save(test.db.site(other, Note).build({ key: 'theirs' }));
    const smuggled = { key: 'mine', id: theirs.id, siteId: other.site.id };

    const mine = await test.db.site(own, Note).save(test.db.site(own, Note).build(smuggled));

    expect(mine.siteId).toBe(own.site.id);
    expect(mine.id).not.toBe(theirs.id);
    expect(await test.db.site(other, Note).findOne({ id: theirs.id })).toMatchObject({ key: 'theirs' });
  });

  it('does not take another site from a condition, in no branch of it', async () => {
    const [own, other] = [newSite(), newSite()];
    const theirs = await test.db.site(other, Note).save(test.db.site(other, Note).build({ key: 'theirs' }));
    const notes = test.db.site(own, Note);
    const tricks: Where<Note>[] = [
      { siteId: other.site.id },
      { siteId: Not(own.site.id) },
      [{ key: 'none' }, { siteId: other.site.id }],
      [{ id: theirs.id }, {}],
      allOf<Note>({ siteId: other.site.id }),
      noneOf<Note>({ siteId: own.site.id }),
    ];

    for (const where of tricks) {
      expect(await notes.find({ where })).toEqual([]);
      expect(await notes.count(where)).toBe(0);
      expect(await notes.updateWhere(where, { key: 'stolen' })).toBe(0);
      expect(await notes.removeWhere(where)).toBe(0);
    }
    expect(await test.db.site(other, Note).findOne({ id: theirs.id })).toMatchObject({ key: 'theirs' });
  });

  it('does not move a row to another site', async () => {
    const [own, other] = [newSite(), newSite()];
    const notes = test.db.site(own, Note);
    const mine = await notes.save(notes.build({ key: 'mine' }));

    await expect(notes.updateWhere({ id: mine.id }, { siteId: other.site.id } as never)).rejects.toThrow(
      'never changes',
    );
    mine.siteId = other.site.id;
    await expect(notes.save(mine)).rejects.toMatchObject({ code: 'platform.row.notFound' });
  });

  it('keeps shared rows and site rows apart for the compiler', () => {
    const ctx = at(1);

    // @ts-expect-error a site's rows do not pass through the shared door
    expect(() => test.db.shared(ctx, Note)).not.toThrow();
    // @ts-expect-error nor shared rows through the site's
    expect(() => test.db.site(ctx, Office)).not.toThrow();
    // @ts-expect-error a context without a site does not open the site's door
    expect(() => test.db.site(systemCtx(now), Note)).toThrow();
    // @ts-expect-error the site of a row is not the caller's to choose
    expect(test.db.site(ctx, Note).build({ siteId: 2 })).toMatchObject({ siteId: 1 });
  });

  it('lets shared rows name a site as an ordinary field', async () => {
    const offices = test.db.shared(systemCtx(now), Office);

    const office = await offices.save(offices.build({ name: '财政局', siteId: 7 }));
    await offices.updateWhere({ id: office.id }, { siteId: 8 });

    expect(await offices.findOne({ siteId: 8 })).toMatchObject({ name: '财政局' });
  });
});
