import { Article, ArticleRevision } from '@zhanqun/content';
import { Db } from '@zhanqun/platform';
import { Newsroom } from '../../../test/newsroom';
import { ReviewQueue } from './review-queue';

jest.setTimeout(60_000);

let room: Newsroom;
beforeAll(async () => {
  room = await Newsroom.open();
});
afterAll(() => room.close());

describe('待审队列', () => {
  it('shows what waits for the person behind more texts of others than one page holds, at a bounded cost', async () => {
    const site = await room.site('township', 'guzhang-2020');
    const editor = room.person(site, 'editor');
    const reviewer = room.person(site, 'initialReviewer');
    const db = room.app.get(Db);
    const handedIn = async (): Promise<Article> => {
      const { id } = await room.draft(editor);
      await room.reviews.submit(room.now(editor), id);
      return room.stored(editor, id);
    };
    // The reviewer wrote along on these, so they are for others.
    const { id: _id, ...others } = await handedIn();
    const revisions = db.site(editor, ArticleRevision);
    const writerIds = [editor.actor.accountId, reviewer.actor.accountId];
    await revisions.updateWhere({ id: others.openRevisionId ?? 0 }, { writerIds });
    const rows = db.site(editor, Article);
    await rows.saveAll(Array.from({ length: 320 }, () => rows.build({ ...others })));
    const mine = await handedIn();

    let found: number[] = [];
    const statements = await db.countStatements(async () => {
      found = (await room.app.get(ReviewQueue).mine(reviewer)).map(({ article }) => article.id);
    });

    expect(found).toEqual([mine.id]);
    expect(statements).toBeLessThanOrEqual(10);
  });
});
