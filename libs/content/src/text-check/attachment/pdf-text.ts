import { Worker } from 'node:worker_threads';
import { MOST_CHARACTERS } from './office-text';

const MOST_PAGES = 300;
const MOST_MS = 20_000;
const MOST_MEGABYTES = 512;

/**
 * Runs in a thread of its own, where a hostile file may hang or eat memory without anybody noticing. Plain
 * script, because a thread starts without our compiler.
 */
const READER = `
const { parentPort, workerData } = require('node:worker_threads');
const { library, bytes, pages, characters } = workerData;
(async () => {
  const { getDocumentProxy } = require(library);
  const pdf = await getDocumentProxy(bytes, { isEvalSupported: false, verbosity: 0 });
  let length = 0;
  for (let number = 1; number <= Math.min(pdf.numPages, pages) && length < characters; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\\n' : '') : '')).join('').trim();
    page.cleanup();
    length += text.length;
    parentPort.postMessage({ text });
  }
  parentPort.postMessage({ isOver: true });
})().catch((error) => parentPort.postMessage({ fault: String(error && error.message) }));
`;

interface Word {
  readonly text?: string;
  readonly isOver?: true;
  readonly fault?: string;
}

/**
 * The words of a PDF, one line a line. What lies beyond the bounds of pages, characters and time is left out.
 * An empty answer means that the pages are pictures. Raises what the reader says of a broken or encrypted file.
 */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const pages: string[] = [];
  const worker = new Worker(READER, {
    eval: true,
    workerData: {
      library: require.resolve('unpdf'),
      bytes: new Uint8Array(bytes),
      pages: MOST_PAGES,
      characters: MOST_CHARACTERS,
    },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  try {
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(
        () => (pages.length > 0 ? resolve() : reject(new Error('took too long'))),
        MOST_MS,
      );
      worker.on('message', ({ text, isOver, fault }: Word) => {
        if (text !== undefined) pages.push(text);
        if (fault !== undefined) reject(new Error(fault));
        if (isOver) resolve();
      });
      worker.on('error', reject);
      worker.on('exit', () => {
        clearTimeout(late);
        reject(new Error('ended early'));
      });
    });
  } finally {
    await worker.terminate();
  }
  return pages
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, MOST_CHARACTERS)
    .toWellFormed();
}
