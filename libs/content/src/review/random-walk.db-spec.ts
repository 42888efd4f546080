import fc from 'fast-check';
import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { DomainError } from '@zhanqun/kernel';
import { ReviewStep, type ArticleRevision, type ReviewStepName } from '@zhanqun/content';
import { DAY, MINUTE, Newsroom } from '../../test/newsroom';

let room: Newsroom;
let site: SiteRef;
let people: EditorCtx[];

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.site('township', 'guzhang-2020');
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
  'recall',
  'revise',
  'schedule',
  'clock',
  'withdraw',
  'republish',
  'remove',
] as const;
type Move = (typeof MOVES)[number];

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

/** The passes of the round in which a text was approved, and that nobody of them had a hand in it. */
async function assertReviewed(revision: ArticleRevision, authorId: number): Promise<void> {
  const passes = await room.db.site(room.root(site), ReviewStep).find({
    where: { revisionId: revision.id, round: revision.round, decision: 'pass' },
    order: { id: 'ASC' },
  });
  const needed: ReviewStepName[] = {
    routine: ['initialReview'],
    general: ['initialReview', 'secondReview'],
    important: ['initialReview', 'secondReview', 'finalReview'],
  }[revision.importance] as ReviewStepName[];
  expect(passes.map((pass) => pass.step)).toEqual(needed);
  expect(new Set(passes.map((pass) => pass.byId)).size).toBe(passes.length);
  for (const pass of passes) {
    expect([...revision.writerIds, revision.submittedById, authorId]).not.toContain(pass.byId);
    expect(pass.version).toBe(revision.version);
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
          for (const [move, who, salt] of walk) {
            room.clock.advance(MINUTE);
            try {
              await make(move, room.now(people[who] as EditorCtx), id, salt);
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
