import { getDocumentProxy } from 'unpdf';
import { MOST_CHARACTERS } from './office-text';

const MOST_PAGES = 300;
const MOST_MS = 20_000;

/**
 * The words of a PDF, one line a line. Pages after the bounds of number and time are left out. An empty
 * answer means that the pages are pictures. Raises what the PDF reader says of a broken or encrypted file.
 */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 });
  try {
    const until = performance.now() + MOST_MS;
    const pages: string[] = [];
    let length = 0;
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number += 1) {
      if (length >= MOST_CHARACTERS || performance.now() > until) break;
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      page.cleanup();
      pages.push(text.trim());
      length += text.length;
    }
    return pages
      .filter((text) => text !== '')
      .join('\n')
      .slice(0, MOST_CHARACTERS)
      .toWellFormed();
  } finally {
    await pdf.destroy();
  }
}
