import { parentPort, workerData } from 'node:worker_threads';
import { FtsIndex } from './fts-index';
import { IndexFiles } from './index-files';
import { SearchLexicon } from './search-lexicon';
import type { ThreadAnswer, ThreadMessage } from './thread-messages';

/** Entry of the thread that reads the index; nothing else runs here, so a slow question delays questions alone. */
const { folder } = workerData as { readonly folder: string };
const lexicons = new Map<number, SearchLexicon>();
/** The moment of the question at hand. */
let now = new Date(0);
const index = new FtsIndex(new IndexFiles(folder), () => now);

async function answerOf(message: ThreadMessage): Promise<ThreadAnswer | null> {
  switch (message.kind) {
    case 'lexicon':
      lexicons.set(message.lexicon, new SearchLexicon(message.words, message.synonyms));
      return null;
    case 'forget':
      lexicons.clear();
      return null;
    case 'search': {
      now = message.now;
      const found = await index.search(message.question, lexiconOf(message.lexicon));
      return { id: message.id, result: found };
    }
    case 'suggest': {
      const { typed, scope, most, lexicon } = message;
      return { id: message.id, result: await index.suggest(typed, scope, lexiconOf(lexicon), most) };
    }
    case 'close':
      index.close();
      parentPort?.close();
      return null;
  }
}

function lexiconOf(id: number): SearchLexicon {
  const lexicon = lexicons.get(id);
  if (!lexicon) throw new Error(`lexicon ${id} was never sent`);
  return lexicon;
}

let last = Promise.resolve();
parentPort?.on('message', (message: ThreadMessage) => {
  last = last.then(async () => {
    const answer = await answerOf(message).catch((error: unknown): ThreadAnswer => ({
      id: 'id' in message ? message.id : 0,
      fault: String(error),
    }));
    if (answer) parentPort?.postMessage(answer);
  });
});
