import { parse } from 'csv-parse/sync';
import { zipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { shanghaiDay } from '@zhanqun/kernel';
import { sheetUnreadable, type SheetFault } from './sheet.errors';
import { unpack, UnpackRefused } from './unpack';

export interface SheetBounds {
  readonly maxBytes?: number;
  readonly maxRows?: number;
  readonly maxColumns?: number;
  /** Characters of one cell. */
  readonly maxCell?: number;
}

const MEGABYTE = 1024 * 1024;
const UNPACKED_BYTES = 100 * MEGABYTE;
const MOST_CELLS = 1_500_000;

/**
 * 读取表格：the first sheet of an .xlsx or a .csv, every cell as trimmed text, rows without a word left out at
 * the end. What the file is is decided by its content; a CSV may be UTF-8, UTF-16 or GBK. Raises
 * `platform.sheet.unreadable` for what is broken or beyond the bounds.
 */
export async function readSheet(
  bytes: Uint8Array,
  name: string,
  { maxBytes = 20 * MEGABYTE, maxRows = 50_000, maxColumns = 100, maxCell = 100_000 }: SheetBounds = {},
): Promise<string[][]> {
  const refuse = (fault: SheetFault) => sheetUnreadable({ fault, name });
  if (bytes.length === 0) throw refuse('empty');
  if (bytes.length > maxBytes) throw refuse('bytes');
  const rows = isZip(bytes)
    ? await excelRows(bytes, refuse, { maxRows, maxColumns })
    : csvRows(bytes, refuse, maxRows);
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === '')) rows.pop();
  if (rows.length === 0) throw refuse('empty');
  if (rows.length > maxRows) throw refuse('rows');
  if (rows.some((row) => row.length > maxColumns)) throw refuse('columns');
  if (rows.some((row) => row.some((cell) => cell.length > maxCell))) throw refuse('cell');
  return rows;
}

const isZip = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b;
/** The container of .xls. */
const isOle = ([first, second]: Uint8Array): boolean => first === 0xd0 && second === 0xcf;

type Refuse = (fault: SheetFault) => Error;

async function excelRows(
  bytes: Uint8Array,
  refuse: Refuse,
  bounds: Required<Pick<SheetBounds, 'maxRows' | 'maxColumns'>>,
): Promise<string[][]> {
  const parts = excelParts(bytes, refuse);
  for (const part of parts.values()) refuseHugeSheet(Buffer.from(part).toString('latin1'), refuse, bounds);
  try {
    // What is read is what was unpacked within the bounds, not the archive that announced it.
    const [sheet] = await readExcel(Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 })));
    return (sheet?.data ?? []).map((row) => row.map(textOfCell));
  } catch (error) {
    throw Object.assign(refuse('broken'), { cause: error });
  }
}

function excelParts(bytes: Uint8Array, refuse: Refuse): ReadonlyMap<string, Uint8Array> {
  try {
    const isWanted = (name: string): boolean => /\.(?:xml|rels)$/i.test(name);
    const parts = unpack(bytes, isWanted, { maxBytes: UNPACKED_BYTES, maxFiles: 500 });
    if (!parts.has('xl/workbook.xml')) throw refuse('format');
    return parts;
  } catch (error) {
    throw error instanceof UnpackRefused ? Object.assign(refuse(error.fault), { cause: error }) : error;
  }
}

/** Rows and cells as they are opened. XML forbids `<` inside of a tag, so each is looked at once. */
const TAG = /<(?:[\w.-]+:)?(row|c)(?=[\s/>])((?:"[^"<]*"|'[^'<]*'|[^<>"'])*)>/g;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * One cell at the far end of a sheet would make a table of billions of empty ones, and a kilobyte holds a
 * million rows. Any part may be a sheet, whatever its name; what cannot be judged is refused: declarations,
 * two bytes a letter, places in any other spelling.
 */
function refuseHugeSheet(
  xml: string,
  refuse: Refuse,
  { maxRows, maxColumns }: Required<Pick<SheetBounds, 'maxRows' | 'maxColumns'>>,
): void {
  if (xml.includes('\0') || /<!(?:DOCTYPE|ENTITY|ATTLIST)/i.test(xml)) throw refuse('broken');
  let [rows, cells] = [0, 0];
  for (const [, tag, attributes = ''] of xml.matchAll(TAG)) {
    if (tag === 'row' && (rows += 1) > maxRows) throw refuse('rows');
    if (tag === 'c' && (cells += 1) > MOST_CELLS) throw refuse('rows');
    for (const [, name, double, single] of attributes.matchAll(ATTRIBUTE)) {
      if (name !== 'r') continue;
      const [, letters, digits] = /^([A-Z]*)(\d+)$/.exec((double ?? single ?? '').trim()) ?? [];
      if (letters === undefined || digits === undefined) throw refuse('broken');
      if (digits.length > 7 || Number(digits) > maxRows) throw refuse('rows');
      if (letters.length > 3 || columnNumber(letters) > maxColumns) throw refuse('columns');
    }
  }
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

function textOfCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  // A sheet writes calendar days as midnight of no zone.
  if (value instanceof Date) return shanghaiDay(value);
  return String(value as string | number | boolean).trim();
}

function csvRows(bytes: Uint8Array, refuse: Refuse, maxRows: number): string[][] {
  if (isOle(bytes)) throw refuse('format');
  const text = decoded(bytes);
  if (text === null) throw refuse('encoding');
  try {
    const first = text.slice(0, text.search(/[\r\n]|$/));
    const delimiter = first.includes('\t') && !first.includes(',') ? '\t' : ',';
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      to: maxRows + 1,
    }) as string[][];
  } catch (error) {
    throw Object.assign(refuse('broken'), { cause: error });
  }
}

/** A mark at the start, else strict UTF-8, else GB18030 (which holds GBK and GB2312). */
function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030'])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0') ? null : text;
    } catch {
      continue;
    }
  return null;
}
