import { Worker } from 'node:worker_threads';
import { Logger } from '@nestjs/common';
import { FtsIndex } from './fts-index';
import type { IndexFiles } from './index-files';
import {
  nothingFound,
  type SearchAnswer,
  type SearchQuestion,
  type SearchScope,
  type Suggestion,
} from './search-document';
import { SearchIndex, type IndexFacts } from './search-index';
import type { SearchLexicon } from './search-lexicon';
import type { ThreadAnswer, ThreadMessage } from './thread-messages';

/** From asking to the answer, the wait behind others and the start of the thread included. */
const LONGEST_MS = 8_000;
/** Questions that wait; a further one is told at once that there are too many. */
const MOST_WAITING = 200;
const MOST_LEXICONS = 50;
/** A thread that never answered is given so long to begin: it reads a dictionary first. */
const LONGEST_START_MS = 30_000;
const CLOSE_MS = 2_000;

interface Waiting {
  readonly settle: (answer: ThreadAnswer | null) => void;
  readonly timer: NodeJS.Timeout;
}

interface Thread {
  readonly worker: Worker;
  readonly lexicons: Map<SearchLexicon, number>;
  readonly beganAt: number;
  answers: number;
}

/**
 * The index read on a thread of its own: a question that takes long delays other questions, never a page.
 * The thread begins with the first question. One without an answer in time is answered with `busy`; a thread
 * that dies, or answers nothing at all meanwhile, is given up and the next question begins another.
 */
export class ThreadedIndex extends SearchIndex {
  private readonly logger = new Logger('Search');
  private readonly here: FtsIndex;
  private readonly waiting = new Map<number, Waiting>();
  private thread: Thread | null = null;
  private lastId = 0;
  private isClosed = false;

  constructor(
    private readonly files: IndexFiles,
    private readonly now: () => Date,
    private readonly script: string,
    private readonly longestMs = LONGEST_MS,
    private readonly longestStartMs = LONGEST_START_MS,
  ) {
    super();
    this.here = new FtsIndex(files, now);
  }

  override async search(question: SearchQuestion, lexicon: SearchLexicon): Promise<SearchAnswer> {
    const answer = await this.ask(lexicon, (id, number) => ({
      kind: 'search',
      id,
      now: this.now(),
      lexicon: number,
      question,
    }));
    return (answer as SearchAnswer | null) ?? nothingFound('busy');
  }

  override async suggest(
    typed: string,
    scope: SearchScope,
    lexicon: SearchLexicon,
    most: number,
  ): Promise<Suggestion[]> {
    const answer = await this.ask(lexicon, (id, number) => ({
      kind: 'suggest',
      id,
      lexicon: number,
      typed,
      scope,
      most,
    }));
    return (answer as Suggestion[] | null) ?? [];
  }

  /** A few rows by their keys: answered here, also while the thread is busy. */
  override facts(): Promise<IndexFacts> {
    return this.here.facts();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.here.close();
    const { thread } = this;
    this.giveUp();
    if (!thread) return;
    const gone = new Promise((resolve) => thread.worker.once('exit', resolve));
    const timer = setTimeout(() => void thread.worker.terminate(), CLOSE_MS);
    thread.worker.postMessage({ kind: 'close' } satisfies ThreadMessage);
    await gone;
    clearTimeout(timer);
  }

  /** Null when there is no answer in time. */
  private ask(
    lexicon: SearchLexicon,
    messageOf: (id: number, lexicon: number) => ThreadMessage,
  ): Promise<unknown> {
    if (this.isClosed || this.waiting.size >= MOST_WAITING) return Promise.resolve(null);
    const thread = (this.thread ??= this.begin());
    const id = (this.lastId += 1);
    return new Promise((resolve, reject) => {
      const { answers } = thread;
      const timer = setTimeout(() => this.late(id, thread, answers), this.longestMs).unref();
      this.waiting.set(id, {
        timer,
        settle: (answer) => {
          if (answer && 'fault' in answer) reject(new Error(answer.fault));
          else resolve(answer && answer.result);
        },
      });
      thread.worker.ref();
      thread.worker.postMessage(messageOf(id, this.lexiconAt(thread, lexicon)));
    });
  }

  private begin(): Thread {
    const worker = new Worker(this.script, { workerData: { folder: this.files.folder } });
    const thread: Thread = { worker, lexicons: new Map(), beganAt: performance.now(), answers: 0 };
    worker.on('message', (answer: ThreadAnswer) => {
      thread.answers += 1;
      this.settle(answer.id, answer);
    });
    worker.on('error', (error) => this.logger.error(`检索线程出错，将重新启动：${String(error)}`));
    worker.on('exit', () => {
      if (this.thread === thread) this.giveUp();
    });
    worker.unref();
    return thread;
  }

  private lexiconAt({ worker, lexicons }: Thread, lexicon: SearchLexicon): number {
    const known = lexicons.get(lexicon);
    if (known !== undefined) return known;
    if (lexicons.size >= MOST_LEXICONS) {
      lexicons.clear();
      worker.postMessage({ kind: 'forget' } satisfies ThreadMessage);
    }
    const number = (this.lastId += 1);
    lexicons.set(lexicon, number);
    const { words, synonyms } = lexicon;
    worker.postMessage({ kind: 'lexicon', lexicon: number, words, synonyms } satisfies ThreadMessage);
    return number;
  }

  private settle(id: number, answer: ThreadAnswer | null): void {
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    this.waiting.delete(id);
    if (this.waiting.size === 0) this.thread?.worker.unref();
    clearTimeout(waiting.timer);
    waiting.settle(answer);
  }

  /** Questions are answered in their order: when none was since this one was asked, the thread hangs. */
  private late(id: number, thread: Thread, answers: number): void {
    this.settle(id, null);
    if (this.thread !== thread || thread.answers > answers) return;
    const isBeginning = answers === 0 && performance.now() - thread.beganAt < this.longestStartMs;
    if (isBeginning) return;
    this.logger.warn(`检索超过 ${this.longestMs} 毫秒没有结果，检索线程将重新启动`);
    this.giveUp();
    void thread.worker.terminate();
  }

  private giveUp(): void {
    this.thread = null;
    for (const id of this.waiting.keys()) this.settle(id, null);
  }
}
