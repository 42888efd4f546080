import {
  CompletingReview,
  ContentFacts,
  Emergencies,
  EmergencyPublication,
  EmergencyPublishing,
} from '@zhanqun/content';
import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { Settings } from '@zhanqun/tenancy';
import { DAY, Newsroom } from '../../../test/newsroom';
import { Register } from '../../register/register.service';
import { emergencyPublishers } from './emergency-settings';
import { EmergencyTodos } from './emergency-todos';

jest.setTimeout(60_000);

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;
let chief: EditorCtx;
let first: EditorCtx;
let second: EditorCtx;

beforeAll(async () => {
  room = await Newsroom.open();
});
afterAll(() => room.close());
beforeEach(async () => {
  site = await room.site('township', 'guzhang-2020');
  editor = room.person(site, 'editor');
  chief = room.person(site, 'finalReviewer');
  first = room.person(site, 'initialReviewer');
  second = room.person(site, 'secondReviewer');
});

const urgent = () => room.app.get(EmergencyPublishing);
const completing = () => room.app.get(CompletingReview);
const owed = async (articleId: number): Promise<EmergencyPublication> => {
  const where = { articleId };
  const [row] = await room.db
    .site(room.root(site), EmergencyPublication)
    .find({ where, order: { id: 'DESC' } });
  if (!row) throw new Error('nothing owed');
  return row;
};
const publishUrgently = async (more: object = {}) => {
  const { id } = await room.draft(editor, more);
  await urgent().publish(room.now(chief), id, '红色预警须立即发布');
  return id;
};

describe('应急发布', () => {
  it('is live at once, owes its whole review by a day, and is done when the last step has passed', async () => {
    const id = await publishUrgently();
    const row = await owed(id);

    expect(await room.stored(editor, id)).toMatchObject({ state: 'published', openRevisionId: null });
    expect(row).toMatchObject({ state: 'pending', reviewState: 'initialReview', formerRevisionId: null });
    // Thursday 10:00; eight working hours are over on Friday at 10:00, before the day of the regulation ends.
    expect(row.dueAt).toEqual(new Date('2026-03-06T10:00:00+08:00'));
    expect(await room.app.get(EmergencyTodos).list(first)).toEqual([
      expect.objectContaining({ kind: 'completingReview', subjectId: row.id, dueOn: '2026-03-06' }),
    ]);
    expect(await room.app.get(EmergencyTodos).list(second)).toEqual([]);
    await expect(completing().pass(second, row.id)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await completing().pass(first, row.id, { opinion: '情况属实' });
    await expect(completing().pass(first, row.id)).rejects.toMatchObject({ kind: 'forbidden' });
    await completing().pass(second, row.id);

    const { items } = await room.app.get(Register).page(chief, {}, { page: 1, pageSize: 20 });
    expect(items.find(({ articleId }) => articleId === id)).toMatchObject({
      remark: '应急发布：红色预警须立即发布',
      reviews: [{ byName: first.actor.name }, { byName: second.actor.name }],
    });
    expect(await owed(id)).toMatchObject({ state: 'passed', reviewState: 'approved' });
    expect((await room.revisions(editor, id))[0]).toMatchObject({
      state: 'live',
      credits: { reviewers: [first.actor.name, second.actor.name] },
    });
    await expect(completing().pass(second, row.id)).rejects.toMatchObject({
      code: 'content.emergency.closed',
    });
  });

  it('wants the right, a reason, somebody else’s words, and the setting of the site', async () => {
    const { id } = await room.draft(editor);
    const both = room.person(site, 'editor', 'finalReviewer');
    const own = await room.draft(both);

    await expect(urgent().publish(editor, id, '急')).rejects.toMatchObject({
      code: 'identity.right.missing',
    });
    await expect(urgent().publish(chief, id, ' ')).rejects.toMatchObject({
      code: 'content.emergency.reasonMissing',
    });
    await expect(urgent().publish(both, own.id, '急')).rejects.toMatchObject({ kind: 'forbidden' });
    await room.articles.edit(both, id, { version: 1, title: '改过的标题' });
    await expect(urgent().publish(both, id, '急')).rejects.toMatchObject({
      code: 'content.review.selfReviewForbidden',
    });
    await room.app.get(Settings).set(room.root(site), emergencyPublishers, 'siteAdmin');
    await expect(urgent().publish(chief, id, '急')).rejects.toMatchObject({
      code: 'content.emergency.notAllowed',
    });
    await urgent().publish(room.person(site, 'siteAdmin'), id, '急');
    await expect(urgent().publish(chief, id, '急')).rejects.toMatchObject({
      code: 'content.review.noOpenRevision',
    });
  });

  it('keeps what has passed already, and who published it passes nothing of it', async () => {
    const all = room.person(site, 'initialReviewer', 'secondReviewer', 'finalReviewer');
    const { id } = await room.draft(editor, { importance: 'important' });
    await room.reviews.submit(editor, id);
    await room.reviews.pass(first, id);
    await urgent().publish(all, id, '突发事件');

    const row = await owed(id);
    expect(row.reviewState).toBe('secondReview');
    await expect(completing().pass(all, row.id)).rejects.toMatchObject({
      code: 'content.review.selfReviewForbidden',
    });
    await completing().pass(second, row.id);
    await completing().pass(chief, row.id);
    expect(await owed(id)).toMatchObject({ state: 'passed' });
  });

  it('is taken down when the review fails, and a failed correction gives way to the reviewed text', async () => {
    const id = await publishUrgently();
    await expect(completing().fail(first, (await owed(id)).id, ' ')).rejects.toMatchObject({
      kind: 'invalid',
    });
    await completing().fail(first, (await owed(id)).id, '内容不实');
    expect(await room.stored(editor, id)).toMatchObject({
      state: 'withdrawn',
      withdrawnReason: '应急发布后补审未通过：内容不实',
    });

    const { id: reviewed } = await room.publish(editor);
    for (const word of ['更正一', '更正二']) {
      const { revision } = await room.articles.revise(room.now(editor), reviewed);
      await room.articles.edit(room.now(editor), reviewed, {
        version: revision.version,
        body: `<p>${word}</p>`,
      });
      await urgent().publish(room.now(chief), reviewed, '须立即更正');
    }
    await completing().fail(room.now(first), (await owed(reviewed)).id, '更正有误');

    expect(await room.live(editor, reviewed)).toBe('<p>会议要求抓好春耕生产。</p>');
    expect(await room.stored(editor, reviewed)).toMatchObject({ state: 'published' });
    const states = (await room.revisions(editor, reviewed)).map(({ state }) => state);
    expect(states).toEqual(['live', 'superseded', 'superseded']);
  });

  it('is owed whatever happens to the article, and a fact for supervision once it is overdue', async () => {
    const id = await publishUrgently();
    await room.reviews.withdraw(room.now(chief), id, '先撤下');
    await expect(room.bin.removeWhole(room.now(room.person(site, 'siteAdmin')), id)).rejects.toMatchObject({
      code: 'content.bin.reviewOwed',
    });
    room.clock.advance(4 * DAY);

    const facts = await room.app.get(ContentFacts).owedReviews(room.now(editor));
    expect(facts).toEqual([expect.objectContaining({ title: '春耕备耕工作部署会召开', path: null })]);
    expect(await room.app.get(EmergencyTodos).list(room.now(first))).toHaveLength(1);
    const overdue = await room.app.get(Emergencies).overdue(room.now(editor));
    await completing().pass(room.now(first), overdue[0]?.id ?? 0);
    await completing().pass(room.now(second), overdue[0]?.id ?? 0);
    expect(await room.app.get(ContentFacts).owedReviews(room.now(editor))).toEqual([]);
    expect(await room.stored(editor, id)).toMatchObject({ state: 'withdrawn' });
    await room.bin.removeWhole(room.now(room.person(site, 'siteAdmin')), id);
  });
});
