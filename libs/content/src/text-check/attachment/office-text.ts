import { SaxesParser } from 'saxes';
import { unpack } from '@zhanqun/platform';

const MEGABYTE = 1024 * 1024;
const BOUNDS = { maxBytes: 60 * MEGABYTE, maxFiles: 2000 };
const PIECE = 64 * 1024;

/** Longer files are checked by their beginning. */
export const MOST_CHARACTERS = 300_000;

export type OfficeFormat = 'docx' | 'xlsx' | 'pptx';

const WANTED: Readonly<Record<OfficeFormat, RegExp>> = {
  docx: /^word\/(?:document|footnotes|endnotes|header\d*|footer\d*|comments)\.xml$/,
  xlsx: /^xl\/(?:sharedStrings|worksheets\/sheet\d+)\.xml$/,
  pptx: /^ppt\/(?:slides\/slide\d+|notesSlides\/notesSlide\d+)\.xml$/,
};

/**
 * The words of a Word, Excel or PowerPoint file, one line a paragraph or row. What the archive announces is
 * bounded before it is unpacked, XML is read in pieces and no entity of its own is expanded. Raises
 * `UnpackRefused` or what the XML reader says of a broken file.
 */
export async function officeText(bytes: Uint8Array, format: OfficeFormat): Promise<string> {
  const parts = unpack(bytes, (name) => WANTED[format].test(name), BOUNDS);
  const names = [...parts.keys()].toSorted((left, right) => rank(left) - rank(right));
  const strings = format === 'xlsx' ? await sharedStrings(parts.get('xl/sharedStrings.xml')) : [];
  const texts: string[] = [];
  let length = 0;
  for (const name of names) {
    if (length >= MOST_CHARACTERS) break;
    const part = parts.get(name) as Uint8Array;
    if (name === 'xl/sharedStrings.xml') continue;
    const text = format === 'xlsx' ? await sheetText(part, strings) : await paragraphs(part);
    texts.push(text);
    length += text.length;
  }
  return texts
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, MOST_CHARACTERS)
    .toWellFormed();
}

/** Main text first, then by the number in the name. */
function rank(name: string): number {
  const number = Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
  return number + (/notes|header|footer|comments/i.test(name) ? 100_000 : 0);
}

type Sign = {
  open?: (name: string, attributes: Record<string, string>) => void;
  close?: (name: string) => void;
  text?: (words: string) => void;
};

/** Reads XML in pieces; the process does its other work in between. Names come without their prefix. */
async function readXml(bytes: Uint8Array, { open, close, text }: Sign): Promise<void> {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  if (open) parser.on('opentag', (tag) => open(local(tag.name), tag.attributes as Record<string, string>));
  if (close) parser.on('closetag', (tag) => close(local(tag.name)));
  if (text) parser.on('text', text);
  const decoder = new TextDecoder();
  for (let from = 0; from < bytes.length; from += PIECE) {
    parser.write(decoder.decode(bytes.subarray(from, from + PIECE), { stream: true }));
    if ((from / PIECE) % 16 === 15) await new Promise<void>((resolve) => setImmediate(resolve));
  }
  parser.write(decoder.decode()).close();
}

/** Paragraphs of Word and PowerPoint: `p` holds runs, `t` holds words. Deleted text of a revision (`delText`) is not read. */
async function paragraphs(bytes: Uint8Array): Promise<string> {
  const lines: string[] = [];
  let line = '';
  let inText = false;
  await readXml(bytes, {
    open: (name) => {
      if (name === 't') inText = true;
      else if (name === 'tab' || name === 'br') line += ' ';
    },
    text: (words) => {
      if (inText) line += words;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name !== 'p') return;
      if (line.trim() !== '') lines.push(line.trim());
      line = '';
    },
  });
  return lines.join('\n');
}

async function sharedStrings(bytes: Uint8Array | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (!bytes) return strings;
  let words = '';
  let inText = false;
  let isReading = false;
  await readXml(bytes, {
    open: (name) => {
      if (name === 't') inText = true;
      if (name === 'rPh') isReading = true;
    },
    text: (part) => {
      if (inText && !isReading) words += part;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') isReading = false;
      if (name !== 'si') return;
      strings.push(words);
      words = '';
    },
  });
  return strings;
}

async function sheetText(bytes: Uint8Array, strings: readonly string[]): Promise<string> {
  const rows: string[] = [];
  let cells: string[] = [];
  let type = '';
  let value = '';
  let isValue = false;
  let length = 0;
  await readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'c') [type, value] = [attributes['t'] ?? '', ''];
      isValue = name === 'v' || name === 't';
    },
    text: (words) => {
      if (isValue) value += words;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      if (name === 'c') {
        const text = (type === 's' ? (strings[Number(value)] ?? '') : value).trim();
        if (text !== '') cells.push(text);
      }
      if (name !== 'row') return;
      const row = cells.join(' ｜ ');
      // One string may stand in a million cells.
      if (row !== '' && length < MOST_CHARACTERS) rows.push(row.slice(0, MOST_CHARACTERS));
      length += row.length;
      cells = [];
    },
  });
  return rows.join('\n');
}
