import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NEWEST_TEXTS } from './fts-reader.sql';
import { FtsWriter } from './fts-writer';
import { IndexConnection } from './index-connection';
import { NewestReader, type NewestMatches } from './newest-matches';
import { planQuery, wordsMatch } from './query-plan';
import { emptyLexicon } from './search-lexicon';

const DAY = 86_400_000;
const NOW = new Date('2026-03-05T02:00:00Z').getTime();
const DOCUMENTS = 80;
const folder = mkdtempSync(join(tmpdir(), 'zhanqun-newest-'));
let connection: IndexConnection;

beforeAll(() => {
  const path = join(folder, 'index.db');
  const writer = new FtsWriter(path);
  writer.put(
    Array.from({ length: DOCUMENTS }, (_, at) => ({
      siteId: 1,
      networkId: 1,
      id: at + 1,
      title: `文章${at + 1}`,
      path: `/art/202603/${at + 1}.html`,
      channelId: 5,
      channelName: '通知公告',
      kind: 'news' as const,
      validity: '' as const,
      number: '',
      publishedAt: new Date(NOW - (DOCUMENTS - at) * DAY),
      summary: '',
      body: at === 0 ? '全县春耕动员' : '全县动员',
      files: '',
      stamp: `${at}`,
    })),
    () => emptyLexicon,
  );
  writer.close();
  connection = IndexConnection.forReading(path) as IndexConnection;
});
afterAll(() => {
  connection.close();
  rmSync(folder, { recursive: true });
});

function read(word: string, enough: number, leastDocuments: number): NewestMatches {
  const match = wordsMatch(planQuery(word, emptyLexicon).units) as string;
  return new NewestReader(connection, leastDocuments).read(NEWEST_TEXTS, match, {
    most: 1000,
    enough,
    documents: DOCUMENTS,
  });
}
const newestFirst = (rows: readonly number[]): number[] => rows.toSorted((left, right) => right - left);

describe('从新到旧检索', () => {
  it('leaves older documents unread when enough is found, and says so', () => {
    const { rows, isMore } = read('动员', 15, 50);

    expect(isMore).toBe(true);
    expect(rows.length).toBeGreaterThanOrEqual(15);
    expect(rows.length).toBeLessThan(DOCUMENTS / 2);
    const all = read('动员', Infinity, Infinity).rows;
    expect(rows).toEqual(all.slice(0, rows.length));
  });

  it('reads share after share to the oldest document, each of them once', () => {
    const { rows, isMore } = read('动员', Infinity, 50);

    expect(isMore).toBe(false);
    expect(rows).toHaveLength(DOCUMENTS);
    expect(rows).toEqual(newestFirst([...new Set(rows)]));
    expect(read('春耕', 1, 50)).toEqual({ rows: [rows.at(-1)], isMore: false });
  });

  it('reads all of a small index in one go', () => {
    expect(read('动员', 1, DOCUMENTS + 1)).toMatchObject({ isMore: false, rows: { length: DOCUMENTS } });
  });
});
