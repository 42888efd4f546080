import fc from 'fast-check';
import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { DomainError } from '@zhanqun/kernel';
import {
  CompletingReview,
  EditingPass,
  EmergencyPublication,
  EmergencyPublishing,
  ReviewStep,
  ReworkService,
  ArticleRevision,
  type ReviewStepName,
} from '@zhanqun/content';
import { DAY, MINUTE, Newsroom } from '../../test/newsroom';

let room: Newsroom;
let site: SiteRef;
let people: EditorCtx[];

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.site('township', 'dezhou-2013');
  people = [
    room.person(site, 'editor'),
    room.person(site, 'editor', 'initialReviewer', 'secondReviewer', 'finalReviewer'),
    room.person(site, 'editor', 'initialReviewer', 'secondReviewer', 'finalReviewer'),
    room.person(site, 'initialReviewer', 'secondReviewer', 'finalReviewer', 'siteAdmin'),
    room.person(site, 'initialReviewer', 'secondReviewer', 'finalReviewer'),
  ];
});
afterAll(() => room.close());

const MOVES = [
  'edit',
  'submit',
  'passInitial',
  'passSecond',
  'passFinal',
  'sendBack',
  'returnTo',
  'passWithEdits',
  'claim',
  'publishUrgently',
  'complete',
  'fail',
  'recall',
  'revise',
  'schedule',
  'clock',
  'withdraw',
  'republish',
  'remove',
] as const;
type Move = (typeof MOVES)[number];

const stepOf = (salt: number): ReviewStepName =>
  (['initialReview', 'secondReview', 'finalReview'] as const)[salt % 3] as ReviewStepName;

/** Urgent publications of an article, those that still owe their review first. */
async function owed(articleId: number): Promise<EmergencyPublication[]> {
  const rows = await room.db.site(room.root(site), EmergencyPublication).find({ where: { articleId } });
  return rows.toSorted((left, right) => left.state.localeCompare(right.state)).reverse();
}

async function make(move: Move, by: EditorCtx, id: number, salt: number): Promise<void> {
  const version = (await room.revisions(by, id)).at(-1)?.version ?? 1;
  switch (move) {
    case 'edit':
      await room.articles.edit(by, id, { version, body: `<p>文字${salt}</p>` });
      return;
    case 'submit':
      await room.reviews.submit(by, id);
      return;
    case 'passInitial':
    case 'passSecond':
    case 'passFinal':
      await room.reviews[move](by, id);
      return;
    case 'sendBack':
      await room.reviews.sendBack(by, id, '请修改');
      return;
    case 'returnTo':
      await room.reviews.sendBack(by, id, '请再核对', { to: salt % 2 ? 'initialReview' : 'secondReview' });
      return;
    case 'passWithEdits':
      await room.app
        .get(EditingPass)
        .pass(by, id, { step: stepOf(salt), version, edits: { body: `<p>改文字${salt}</p>` } });
      return;
    case 'claim':
      await room.app.get(ReworkService).claim(by, id, stepOf(salt));
      return;
    case 'publishUrgently':
      await room.app.get(EmergencyPublishing).publish(by, id, '险情');
      return;
    case 'complete':
      await room.app.get(CompletingReview).pass(by, (await owed(id))[0]?.id ?? 0);
      return;
    case 'fail':
      await room.app.get(CompletingReview).fail(by, (await owed(id))[0]?.id ?? 0, '不实');
      return;
    case 'recall':
      await room.reviews.recall(by, id);
      return;
    case 'revise':
      await room.articles.revise(by, id);
      return;
    case 'schedule':
      await room.reviews.schedule(by, id, salt % 2 ? new Date(by.now.getTime() + DAY) : null);
      return;
    case 'clock':
      room.clock.advance(DAY);
      await room.runSchedules(site);
      return;
    case 'withdraw':
      await room.reviews.withdraw(by, id, '有误');
      return;
    case 'republish':
      await room.reviews.republish(by, id);
      return;
    case 'remove':
      if ((await room.stored(by, id)).publishedAt) await room.bin.remove(by, id);
  }
}

const NEEDED: Readonly<Record<string, ReviewStepName[]>> = {
  routine: ['initialReview'],
  general: ['initialReview', 'secondReview'],
  important: ['initialReview', 'secondReview', 'finalReview'],
};

/** The passes of the running round that no return to an earlier step took away. */
async function passesOf(revision: ArticleRevision, needed: readonly ReviewStepName[]): Promise<ReviewStep[]> {
  const lines = await room.db.site(room.root(site), ReviewStep).find({
    where: { revisionId: revision.id, round: revision.round },
    order: { id: 'ASC' },
  });
  let passes: ReviewStep[] = [];
  for (const line of lines) {
    if (line.decision === 'pass') passes.push(line);
    if (line.decision !== 'returnTo') continue;
    const from = needed.indexOf(line.toStep as ReviewStepName);
    passes = passes.filter((pass) => needed.indexOf(pass.step as ReviewStepName) < from);
  }
  return passes;
}

/**
 * What is live has every pass of the round in which it was approved, and nobody of them had a hand in it. A text
 * published urgently has a reason, a deadline and somebody else who answers for it, and passes as far as it came.
 */
async function assertReviewed(revision: ArticleRevision, authorId: number): Promise<void> {
  const needed = NEEDED[revision.importance] ?? [];
  const passes = await passesOf(revision, needed);
  const writers = [...revision.writerIds, revision.submittedById, authorId];
  const urgent = (await owed(revision.articleId)).find((row) => row.revisionId === revision.id);
  if (urgent) {
    expect(urgent.state).not.toBe('failed');
    expect(urgent.reason).toBe('险情');
    expect(urgent.dueAt.getTime()).toBeGreaterThan(urgent.at.getTime());
    expect([...revision.writerIds, authorId]).not.toContain(urgent.byId);
    expect(passes.map((pass) => pass.step)).toEqual(needed.slice(0, passes.length));
  }
  if (urgent?.state !== 'pending') expect(passes.map((pass) => pass.step)).toEqual(needed);
  expect(new Set(passes.map((pass) => pass.byId)).size).toBe(passes.length);
  for (const pass of passes) {
    expect(writers).not.toContain(pass.byId);
    expect(pass.version).toBe(revision.version);
  }
}

/** 补审: nothing that was published urgently is closed but by its last pass or by a failure, and none is lost. */
async function assertOwed(articleId: number, published: number): Promise<void> {
  const rows = await owed(articleId);
  expect(rows).toHaveLength(published);
  for (const row of rows.filter(({ state }) => state === 'passed')) {
    const revision = await room.db.site(room.root(site), ArticleRevision).findOne({ id: row.revisionId });
    if (!revision) throw new Error('the text is gone');
    const needed = NEEDED[revision.importance] ?? [];
    const after = (await passesOf(revision, needed)).filter((pass) => pass.at > row.at);
    expect((await passesOf(revision, needed)).map((pass) => pass.step)).toEqual(needed);
    expect(after.map((pass) => pass.byId)).not.toContain(row.byId);
  }
}

describe('随机走查', () => {
  it('never lets an unread, self-read or half-read word reach the public', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('routine', 'general', 'important') as fc.Arbitrary<
          'routine' | 'general' | 'important'
        >,
        fc.array(fc.tuple(fc.constantFrom(...MOVES), fc.nat(4), fc.nat(1000)), {
          minLength: 8,
          maxLength: 26,
        }),
        async (importance, walk) => {
          const author = people[walk.length % 3] as EditorCtx;
          const { id } = await room.draft(author, { importance });
          let live = await room.live(author, id);
          let urgent = 0;
          for (const [move, who, salt] of walk) {
            room.clock.advance(MINUTE);
            try {
              await make(move, room.now(people[who] as EditorCtx), id, salt);
              if (move === 'publishUrgently') urgent += 1;
            } catch (error) {
              if (!(error instanceof DomainError)) throw error;
            }
            const now = await room.live(author, id);
            if (now !== live && now !== null) {
              const { liveRevisionId, authorId } = await room.stored(author, id);
              const revision = (await room.revisions(author, id)).find((each) => each.id === liveRevisionId);
              expect(revision?.state).toBe('live');
              await assertReviewed(revision as ArticleRevision, authorId);
            }
            live = now;
          }
          const states = (await room.revisions(author, id)).map((revision) => revision.state);
          expect(states.filter((state) => state === 'live').length).toBeLessThanOrEqual(1);
          await assertOwed(id, urgent);
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it('reaches the public at all on such walks', async () => {
    const walk: Move[] = [
      'submit',
      'passInitial',
      'passSecond',
      'revise',
      'edit',
      'submit',
      'passInitial',
      'passSecond',
    ];
    const by: Partial<Record<Move, number>> = { passInitial: 3, passSecond: 4 };
    const { id } = await room.draft(people[0] as EditorCtx, { importance: 'general' });
    for (const move of walk) await make(move, room.now(people[by[move] ?? 0] as EditorCtx), id, 7);

    expect(await room.live(people[0] as EditorCtx, id)).toBe('<p>文字7</p>');
  });
});
