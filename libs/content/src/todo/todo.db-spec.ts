import type { SiteRef, StaffCtx } from '@zhanqun/kernel';
import { Newsroom } from '../../test/newsroom';
import { TodoService } from './todo.service';

let room: Newsroom;
let here: SiteRef;
let there: SiteRef;
let writer: StaffCtx;
let reviewer: StaffCtx;
let todos: TodoService;

beforeAll(async () => {
  room = await Newsroom.open();
  todos = room.app.get(TodoService);
  [here, there] = [await room.site(), await room.site()];
  writer = await room.hire({ role: 'editor', site: here }, { role: 'editor', site: there });
  reviewer = await room.hire(
    { role: 'editor', site: here },
    { role: 'initialReviewer', site: here },
    { role: 'secondReviewer', site: there },
  );
});
afterAll(() => room.close());

const mine = async (person: StaffCtx) =>
  (await todos.mine({ ...person, now: room.clock.now() })).map(({ kind, site, subjectId }) => [
    kind,
    site.key,
    subjectId,
  ]);

describe('我的待办', () => {
  it('brings together what waits at all sites of a person, and nothing of one’s own', async () => {
    const atHere = await room.at(writer, here);
    const atThere = await room.at(writer, there);
    const own = await room.draft(await room.at(reviewer, here), { importance: 'routine' });
    const first = await room.draft(atHere);
    const second = await room.draft(atThere, { channelId: (await room.channel(there, 'xzdt')).id });
    await room.reviews.submit(await room.at(reviewer, here), own.id);
    await room.reviews.submit(atHere, first.id);
    await room.reviews.submit(atThere, second.id);
    await room.reviews.passInitial(room.person(there, 'initialReviewer'), second.id);

    expect(await mine(reviewer)).toEqual([
      ['review', here.key, first.id],
      ['review', there.key, second.id],
    ]);
    expect(await mine(writer)).toEqual([]);
  });

  it('shows the author what came back, until it is submitted again', async () => {
    const atHere = await room.at(writer, here);
    const draft = await room.draft(atHere);
    await room.reviews.submit(atHere, draft.id);
    await room.reviews.sendBack(await room.at(reviewer, here), draft.id, '请注明来源');

    const [todo] = (await todos.mine(writer)).filter((each) => each.subjectId === draft.id);
    expect(todo).toMatchObject({ kind: 'sentBack', note: expect.stringContaining('请注明来源') });
    await room.reviews.submit(await room.at(writer, here), draft.id);
    expect(await mine(writer)).not.toContainEqual(['sentBack', here.key, draft.id]);
  });

  it('is empty for a person without a site', async () => {
    expect(await mine(await room.hire())).toEqual([]);
  });
});
