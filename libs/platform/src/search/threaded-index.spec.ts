import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IndexFiles } from './index-files';
import type { SearchAnswer } from './search-document';
import { SearchLexicon } from './search-lexicon';
import { ThreadedIndex } from './threaded-index';

const folder = mkdtempSync(join(tmpdir(), 'zhanqun-thread-'));
const script = join(folder, 'thread.cjs');
const opened: ThreadedIndex[] = [];

/** Speaks as the thread does; the words of a question tell it how to fail. */
const THREAD = `
  const { parentPort } = require('node:worker_threads');
  const words = new Map();
  parentPort.on('message', (message) => {
    if (message.kind === 'lexicon') words.set(message.lexicon, message.words);
    if (message.kind === 'forget') words.clear();
    if (message.kind === 'close') process.exit(0);
    if (!message.id) return;
    const text = message.question?.text ?? message.typed;
    if (text === 'die') process.exit(1);
    if (text === 'hang') for (;;);
    if (text === 'fault') return parentPort.postMessage({ id: message.id, fault: 'broken file' });
    const result = message.kind === 'suggest' ? [text] : { state: 'ready', total: words.get(message.lexicon).length };
    parentPort.postMessage({ id: message.id, result });
  });`;

beforeAll(() => writeFileSync(script, THREAD));
afterEach(async () => {
  for (const index of opened.splice(0)) await index.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

function begin(longestMs = 60_000): ThreadedIndex {
  const index = new ThreadedIndex(new IndexFiles(folder), () => new Date(), script, longestMs, 0);
  opened.push(index);
  return index;
}
const lexicon = new SearchLexicon(['云山湖', '清水镇']);
const scope = { kind: 'site', siteId: 1 } as const;
const ask = (index: ThreadedIndex, text: string, words = lexicon): Promise<SearchAnswer> =>
  index.search({ text, scope, filters: {}, sort: 'relevance', page: 1, pageSize: 10 }, words);

describe('检索线程', () => {
  it('answers each question with the dictionary it was asked with, however many there are', async () => {
    const index = begin();

    for (let words = 0; words < 60; words += 1) {
      const own = new SearchLexicon(Array.from({ length: words }, (_, at) => `词语${at}`));
      expect(await ask(index, '公积金', own)).toMatchObject({ total: words });
    }
    expect(await ask(index, '公积金')).toMatchObject({ state: 'ready', total: 2 });
    expect(await index.suggest('公积', scope, lexicon, 8)).toEqual(['公积']);
  });

  it('that dies leaves its questions with a clear answer, and another takes its place', async () => {
    const index = begin();

    const [dying, behind] = await Promise.all([ask(index, 'die'), ask(index, '公积金')]);

    expect([dying.state, behind.state]).toEqual(['busy', 'busy']);
    expect(await ask(index, '公积金')).toMatchObject({ state: 'ready' });
  });

  it('that hangs is given up, and this process goes on meanwhile', async () => {
    const index = begin(300);

    expect(await ask(index, 'hang')).toMatchObject({ state: 'busy', total: 0, hits: [] });
    expect(await index.facts()).toMatchObject({ state: 'absent' });
    let again = await ask(index, '公积金');
    for (let times = 0; again.state === 'busy' && times < 100; times += 1) again = await ask(index, '公积金');
    expect(again.state).toBe('ready');
  });

  it('is asked so much and no more at once', async () => {
    const index = begin();

    const answers = await Promise.all(Array.from({ length: 220 }, () => ask(index, '公积金')));

    expect(answers.filter(({ state }) => state === 'busy')).toHaveLength(20);
    expect(answers.filter(({ state }) => state === 'ready')).toHaveLength(200);
  });

  it('hands a fault of the index on as one, and is closed for good', async () => {
    const index = begin();

    await expect(ask(index, 'fault')).rejects.toThrow('broken file');
    await index.close();
    expect(await ask(index, '公积金')).toMatchObject({ state: 'busy' });
  });
});
