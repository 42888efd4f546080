import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { MINUTE, Newsroom } from '../../test/newsroom';
import { Presences } from '../presence/presences.service';
import { WorkingCopyCleaning } from './working-copy-cleaning.job';
import { WorkingCopies } from './working-copies.service';
import { WorkingCopy } from './working-copy.entity';

jest.setTimeout(60_000);

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.site();
});
afterAll(() => room.close());
beforeEach(() => {
  editor = room.person(site, 'editor');
});

const copies = () => room.app.get(WorkingCopies);
const later = () => {
  room.clock.advance(1000);
  return room.now(editor);
};

describe('自动保存', () => {
  it('gives back what was typed, offers it only while it is newer than the saved draft, and is no version', async () => {
    const { id } = await room.draft(editor);
    const typed = { title: '还没写完', body: '<p>未保存的一句𠮷', keywords: ['春耕', ''] };
    await copies().keep(later(), id, 1, { title: '更早的' });
    await copies().keep(later(), id, 1, typed);

    expect(await copies().offered(editor, id)).toMatchObject({
      copy: { baseVersion: 1, text: typed },
      isNewer: true,
      savedVersion: 1,
    });
    expect(await room.revisions(editor, id)).toHaveLength(1);
    expect(await room.auditOf(site, id)).toEqual(['article.draft']);

    const colleague = room.person(site, 'editor');
    room.clock.advance(1000);
    await room.articles.edit(room.now(colleague), id, { version: 1, title: '别人存过了' });
    expect(await copies().offered(editor, id)).toMatchObject({
      copy: { baseVersion: 1 },
      isNewer: false,
      savedVersion: 2,
    });
    expect(await copies().offered(colleague, id)).toMatchObject({ copy: null, isNewer: false });
  });

  it('is thrown away by saving, submitting, giving up and by its writer', async () => {
    const { id } = await room.draft(editor);
    const kept = async () => (await copies().offered(editor, id)).copy !== null;

    await copies().keep(later(), id, 1, { title: '一' });
    await room.articles.edit(later(), id, { version: 1, title: '存了' });
    expect(await kept()).toBe(false);

    await copies().keep(later(), id, 2, { title: '二' });
    await copies().discard(editor, id);
    expect(await kept()).toBe(false);

    await copies().keep(later(), id, 2, { title: '三' });
    await room.reviews.submit(later(), id);
    expect(await kept()).toBe(false);
    await expect(copies().keep(later(), id, 2, { title: '四' })).rejects.toMatchObject({
      code: 'content.article.inReview',
    });
  });

  it('refuses too much, a stranger, and an article that is not being edited', async () => {
    const { id } = await room.draft(editor);
    const stranger = room.person(await room.site(), 'siteAdmin');
    await expect(copies().keep(editor, id, 1, { body: '字'.repeat(1_200_001) })).rejects.toMatchObject({
      code: 'content.workingCopy.tooLong',
    });
    await expect(copies().keep(stranger, id, 1, {})).rejects.toMatchObject({
      code: 'content.article.notFound',
    });
    await expect(copies().offered(stranger, id)).rejects.toMatchObject({ code: 'content.article.notFound' });
    await expect(copies().keep(room.person(site, 'initialReviewer'), id, 1, {})).rejects.toMatchObject({
      kind: 'forbidden',
    });

    const published = await room.publish(editor, { importance: 'routine' });
    await expect(copies().keep(editor, published.id, 1, {})).rejects.toMatchObject({
      code: 'content.review.noOpenRevision',
    });
  });

  it('is cleaned away after two months', async () => {
    const { id } = await room.draft(editor);
    await copies().keep(later(), id, 1, { title: '忘了' });
    room.clock.advance(61 * 24 * 60 * MINUTE);
    await room.app.get(WorkingCopyCleaning).run(room.system);

    expect(await room.db.site(editor, WorkingCopy).count({ articleId: id })).toBe(0);
  });
});

describe('在场', () => {
  it('shows who else has the article open, editing or reading, for thirty seconds after the last beat', async () => {
    const { id } = await room.draft(editor);
    const reviewer = room.person(site, 'initialReviewer');
    const presences = room.app.get(Presences);
    const began = room.clock.now();

    expect(await presences.beat(room.now(editor), id, true)).toEqual([]);
    room.clock.advance(10_000);
    expect(await presences.beat(room.now(reviewer), id, true)).toEqual([
      { name: editor.actor.name, since: began, isEditing: true },
    ]);
    room.clock.advance(10_000);
    // A reviewer may not write, whatever the screen says.
    expect(await presences.beat(room.now(editor), id, true)).toMatchObject([
      { name: reviewer.actor.name, isEditing: false },
    ]);
    room.clock.advance(20_001);
    expect(await presences.beat(room.now(editor), id, false)).toEqual([]);
    expect(await presences.beat(room.now(reviewer), id, false)).toMatchObject([
      { since: began, isEditing: false },
    ]);
  });

  it('is not for people of another site, nor for who looks in from the portal', async () => {
    const supervisor = room.person(site, 'supervisor');
    const { id: seen } = await room.draft(editor);
    await expect(room.app.get(Presences).beat(supervisor, seen, true)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const { id } = await room.draft(editor);
    const stranger = room.person(await room.site(), 'siteAdmin');

    await expect(room.app.get(Presences).beat(stranger, id, false)).rejects.toMatchObject({
      code: 'content.article.notFound',
    });
  });
});
