import { join } from 'node:path';
import Database from 'libsql';
import { County, demoData, pathOf, PASS, STAFF, type ConsoleArticle } from '../support/county';
import { start } from '../support/processes';
import type { TemporaryDirectory } from '../support/temporary';

const ROUNDS = 4;
const ARTICLES_A_ROUND = 8;

let data: TemporaryDirectory;

beforeAll(async () => {
  data = await demoData();
}, 240_000);
afterAll(() => data.remove());

const open = async (): Promise<County> => new County(await start('all-in-one', { DATA_DIR: data.path }));

/** What the database says about one article, past every service. */
interface Traces {
  readonly state: string;
  readonly liveRevisionId: number | null;
  readonly openState: string | null;
  readonly liveRevisions: number;
  readonly publications: number;
  readonly signatures: number;
  readonly announcements: number;
  readonly purges: number;
}

function tracesOf(ids: readonly number[]): Map<number, Traces> {
  const db = new Database(join(data.path, 'zhanqun.sqlite'));
  try {
    const one = <T>(sql: string, ...values: unknown[]): T => db.prepare(sql).get(...values) as T;
    const count = (sql: string, ...values: unknown[]): number => one<{ n: number }>(sql, ...values).n;
    return new Map(
      ids.map((id) => {
        const { state, liveRevisionId, reviewState } = one<{
          state: string;
          liveRevisionId: number | null;
          reviewState: string | null;
        }>('SELECT state, liveRevisionId, reviewState FROM article WHERE id = ?', id);
        return [
          id,
          {
            state,
            liveRevisionId,
            openState: reviewState,
            liveRevisions: count(
              "SELECT COUNT(*) AS n FROM article_revision WHERE articleId = ? AND state = 'live'",
              id,
            ),
            publications: count(
              "SELECT COUNT(*) AS n FROM audit_entry WHERE action = 'article.publish' AND subject = 'Article' AND subjectId = ?",
              String(id),
            ),
            signatures: count(
              "SELECT COUNT(*) AS n FROM review_step WHERE articleId = ? AND decision = 'publish'",
              id,
            ),
            announcements: count(
              "SELECT COUNT(*) AS n FROM outbox WHERE kind = 'content.articlePublished' AND payload LIKE ?",
              `%"articleId":${id},%`,
            ),
            purges: count('SELECT COUNT(*) AS n FROM purge_entry WHERE tags LIKE ?', `%"article:${id}"%`),
          },
        ];
      }),
    );
  } finally {
    db.close();
  }
}

describe('发布当中断电', () => {
  it('leaves every article either wholly published, once, or wholly as it was; what was acknowledged is live', async () => {
    const reviewer = STAFF.qingshui.secondReview;
    let cutShort = 0;
    let county = await open();
    for (let round = 0; round < ROUNDS; round += 1) {
      const drafts: ConsoleArticle[] = [];
      for (let n = 0; n < ARTICLES_A_ROUND; n += 1) {
        const draft = await county.draft('qingshui', 'tzgg', `断电第${round}轮第${n}篇`, { kind: 'notice' });
        expect(await county.bringToLastStep('qingshui', draft)).toBe('secondReview');
        drafts.push(draft);
      }
      const desk = await county.desk(reviewer);
      // Citizens have the list without them.
      await county.page('qingshui', '/tzgg/');

      const acknowledged = new Set<number>();
      const passes = (async () => {
        for (const { id } of drafts) {
          const answer = await desk.ask('POST', `/sites/qingshui/articles/${id}/${PASS.secondReview}`);
          if (answer.status === 200) acknowledged.add(id);
        }
      })();
      const moment = 5 + Math.random() * 90;
      await new Promise((resolve) => setTimeout(resolve, moment));
      county.app.child.kill('SIGKILL');
      await passes.catch(() => undefined);
      await county.app.stop('SIGKILL');
      if (acknowledged.size < drafts.length) cutShort += 1;

      county = await open();
      const list = (await county.page('qingshui', '/tzgg/')).body;
      const admin = await county.desk('qs-admin');
      for (const { id, title } of drafts) {
        const stored = await admin.get<ConsoleArticle>(`/sites/qingshui/articles/${id}`);
        const isLive = stored.state === 'published';
        if (acknowledged.has(id)) expect([title, stored.state]).toEqual([title, 'published']);
        expect([title, list.includes(title)]).toEqual([title, isLive]);
        const path = isLive ? pathOf(stored, 'qingshui') : `/art/202611/${id}.html`;
        expect([title, (await county.page('qingshui', path)).status]).toEqual([title, isLive ? 200 : 404]);
      }
      const verdicts = await (await county.desk('auditadmin')).get<{ isIntact: boolean }[]>('/audit/verify');
      expect(verdicts.every(({ isIntact }) => isIntact)).toBe(true);

      for (const [id, traces] of tracesOf(drafts.map((draft) => draft.id))) {
        const { state, liveRevisionId, openState, purges, ...counts } = traces;
        const isLive = state === 'published';
        const n = isLive ? 1 : 0;
        expect([id, counts]).toEqual([
          id,
          { liveRevisions: n, publications: n, signatures: n, announcements: n },
        ]);
        expect([id, liveRevisionId !== null, openState]).toEqual([
          id,
          isLive,
          isLive ? null : 'secondReview',
        ]);
        if (isLive) expect(purges).toBeGreaterThan(0);
      }
    }
    expect(await county.close()).toBe(0);
    // Otherwise this test has proved nothing.
    expect(cutShort).toBeGreaterThan(0);
  }, 240_000);

  it('finishes afterwards what it left waiting', async () => {
    const county = await open();
    try {
      const desk = await county.desk('sysadmin');
      const waiting = await desk.get<{ total: number }>('/jobs?state=failed');
      expect(waiting.total).toBe(0);
      const draft = await county.publish('qingshui', 'tzgg', '断电之后照常发布', { kind: 'notice' });
      expect((await county.page('qingshui', draft.path)).status).toBe(200);
    } finally {
      await county.close();
    }
  });
});
