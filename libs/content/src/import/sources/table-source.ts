import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'csv-parse';
import { readSheet } from '@zhanqun/platform';
import { packageRefused } from '../import.errors';
import type { PackageFiles } from '../package/package-files';
import { textAsHtml } from '../reading/old-html';
import { factsOf } from '../reading/text-facts';
import { moment } from '../reading/moment';
import { faultyItem, goodItem, type OpenSource, type SourceItem } from '../source-item';
import { decoding, encodingOfFile } from './file-encoding';
import { guessColumns, type TableColumns, type TableField } from './table-columns';

const XLSX_BOUNDS = { maxBytes: 200 * 1024 * 1024, maxRows: 100_000, maxColumns: 200, maxCell: 2_000_000 };
/** What a cell of Excel holds at most: a longer text was cut when it was exported. */
const EXCEL_CELL = 32_767;

/** CSV (read row by row, UTF-8 or GBK) or .xlsx whose rows are articles. The first row names the columns. */
export async function openTable(
  path: string,
  files: PackageFiles,
  { columns: wanted, siteAddress, name }: { columns: TableColumns | null; siteAddress: string; name: string },
): Promise<OpenSource> {
  const rows = await rowsOf(path, name);
  const first = await rows()[Symbol.asyncIterator]().next();
  if (first.done) throw packageRefused({ fault: 'empty' });
  const head = first.value.map((cell) => cell.trim().slice(0, 60));
  const columns = wanted ?? guessColumns(head);
  return {
    origin: siteAddress || 'table',
    siteAddress,
    files,
    head,
    total: null,
    async *items(from) {
      let number = -1;
      for await (const row of rows()) {
        number += 1;
        if (number === 0 || number <= from) continue;
        yield itemOf(row, number, columns, siteAddress);
      }
    },
  };
}

type Rows = () => AsyncIterable<string[]>;

async function rowsOf(path: string, name: string): Promise<Rows> {
  if (await isZip(path)) {
    const { size } = await stat(path);
    if (size > XLSX_BOUNDS.maxBytes) throw packageRefused({ fault: 'bomb' });
    const rows = await readSheet(await readFile(path), name, XLSX_BOUNDS);
    return async function* () {
      yield* rows;
    };
  }
  const encoding = await encodingOfFile(path);
  const delimiter = await delimiterOf(path, encoding);
  return () =>
    createReadStream(path)
      .pipe(decoding(encoding))
      .pipe(
        parse({
          delimiter,
          bom: true,
          relax_column_count: true,
          relax_quotes: true,
          skip_empty_lines: true,
          max_record_size: 8_000_000,
        }),
      ) as AsyncIterable<string[]>;
}

async function isZip(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const head = Buffer.alloc(2);
    await handle.read(head, 0, 2, 0);
    return head.toString('latin1') === 'PK';
  } finally {
    await handle.close();
  }
}

async function delimiterOf(path: string, encoding: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const head = Buffer.alloc(4096);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    const text = new TextDecoder(encoding).decode(head.subarray(0, bytesRead));
    const line = text.slice(0, text.search(/[\r\n]|$/));
    return line.includes('\t') && !line.includes(',') ? '\t' : ',';
  } finally {
    await handle.close();
  }
}

function itemOf(
  row: readonly string[],
  number: number,
  columns: TableColumns,
  siteAddress: string,
): SourceItem {
  const cell = (field: TableField): string => {
    const at = columns[field];
    return at === undefined ? '' : (row[at] ?? '').trim();
  };
  const title = cell('title')
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const body = cell('body');
  const id = cell('id');
  const address = cell('address');
  const label = `第 ${number + 1} 行`;
  const key = id
    ? `id:${id}`
    : address
      ? `address:${address}`
      : `text:${digest(title + cell('publishedAt'))}`;
  if (title === '') return faultyItem({ key, label, title }, '标题为空');
  if (body.replace(/<(?!img)[^>]*>/gi, '').trim() === '')
    return faultyItem({ key, label, title }, '正文为空');
  const warnings = body.length === EXCEL_CELL ? ['正文正好是 Excel 单元格的最大长度，可能已被截断'] : [];
  const said = moment(cell('publishedAt'));
  if (cell('publishedAt') !== '' && said === '')
    warnings.push(`发布时间“${cell('publishedAt').slice(0, 40)}”无法识别`);
  const html = /<(?:p|br|div|table|img|span|a)\b/i.test(body) ? body : textAsHtml(body);
  const category = cell('category').slice(0, 100);
  return goodItem(
    { key, label },
    {
      ...factsOf({ title, html, documentNumber: cell('documentNumber'), issuer: cell('issuer') }),
      ...(cell('issuedOn') ? { issuedOn: moment(cell('issuedOn')).slice(0, 10) } : {}),
      title: title.slice(0, 400),
      subtitle: cell('subtitle'),
      summary: cell('summary')
        .replace(/<[^<>]*>/g, '')
        .slice(0, 500),
      keywords: cell('keywords')
        .split(/[,，;；、\s]+/)
        .filter(Boolean)
        .slice(0, 10),
      source: cell('source').slice(0, 100),
      author: cell('author').slice(0, 100),
      publishedAt: said,
      category,
      categoryName: category,
      body: html,
      base: address === '' ? '' : pathBelow(address, siteAddress),
      attachments: cell('attachments')
        .split(/[|;；\n]+/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map((part) => ({ address: part, name: basename(part.split('?')[0] ?? '') })),
      isPublic: true,
      oldAddresses: address === '' ? [] : [address],
      warnings,
    },
  );
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

function pathBelow(address: string, siteAddress: string): string {
  if (!URL.canParse(address, siteAddress || 'http://former.invalid/')) return '';
  return new URL(address, siteAddress || 'http://former.invalid/').pathname.slice(1);
}
