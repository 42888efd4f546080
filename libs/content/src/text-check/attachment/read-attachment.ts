import { parse } from 'csv-parse/sync';
import type { AttachmentState } from './attachment-text.entity';
import { MOST_CHARACTERS, officeText } from './office-text';
import { pdfText } from './pdf-text';

/** Rises when a reader reads more or better: files are then read again. */
export const READER_VERSION = 2;

export const LARGEST_FILE = 30 * 1024 * 1024;

export interface AttachmentWords {
  readonly state: AttachmentState;
  readonly text: string;
}

const READABLE = ['docx', 'xlsx', 'pptx', 'pdf', 'txt', 'csv'] as const;

/** Formats whose words can be read; others are not checked. */
export const isReadable = (extension: string): boolean => (READABLE as readonly string[]).includes(extension);

/** 附件文字. Never raises: what cannot be read is an answer too. */
export async function readAttachment(bytes: Uint8Array, extension: string): Promise<AttachmentWords> {
  try {
    const text = await wordsOf(bytes, extension as (typeof READABLE)[number]);
    return text === '' ? { state: 'scanned', text } : { state: 'read', text };
  } catch {
    return { state: 'unreadable', text: '' };
  }
}

async function wordsOf(bytes: Uint8Array, extension: (typeof READABLE)[number]): Promise<string> {
  switch (extension) {
    case 'pdf':
      return pdfText(bytes);
    case 'docx':
    case 'xlsx':
    case 'pptx':
      return officeText(bytes, extension);
    case 'txt':
      return plain(bytes).slice(0, MOST_CHARACTERS).toWellFormed();
    case 'csv':
      return rowByRow(plain(bytes)).slice(0, MOST_CHARACTERS).toWellFormed();
  }
}

function plain(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r', '').trim();
  } catch {
    return new TextDecoder('gb18030').decode(bytes).replaceAll('\r', '').trim();
  }
}

/** As the rows of an Excel file are read: commas between cells are no punctuation of a text. */
function rowByRow(text: string): string {
  const rows: string[][] = parse(text, { relax_column_count: true, relax_quotes: true, bom: true });
  return rows.map((row) => row.join(' ｜ ')).join('\n');
}
