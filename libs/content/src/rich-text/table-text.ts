import type { AnyNode, Element } from 'domhandler';
import { escapeText, openTag } from './inline-text';
import { isElement, joined, textOf, type Block } from './text-nodes';

/** Who writes what stands in a cell. */
interface CellWriter {
  blocksOf(nodes: readonly AnyNode[]): Block[];
}

interface Cell {
  readonly element: Element;
  readonly tag: 'th' | 'td';
}
type Row = readonly Cell[];

/**
 * A table in one form: caption, head, body. Rows at the top that hold nothing but headers are its head,
 * whoever made them, because that is what a reader aloud announces with every cell.
 */
export function tableOf(element: Element, text: CellWriter): Block[] {
  const rows = rowsOf(element, false).filter((row) => row.length > 0);
  if (rows.length === 0) return [];
  const caption = captionOf(element);
  const heads = headRows(rows);
  const write = (row: Row, isHead: boolean): string =>
    `<tr>${row.map((cell, at) => written(cell, scopeOf(row, cell, at, isHead), text)).join('')}</tr>`;
  const head = rows.slice(0, heads).map((row) => write(row, true));
  const body = rows.slice(heads).map((row) => write(row, false));
  const html = [
    '<table>',
    caption === '' ? '' : `<caption>${escapeText(caption)}</caption>`,
    head.length > 0 ? `<thead>${head.join('')}</thead>` : '',
    body.length > 0 ? `<tbody>${body.join('')}</tbody>` : '',
    '</table>',
  ];
  return [{ html: html.join('') }];
}

function captionOf(table: Element): string {
  const caption = table.children.find((child) => isElement(child) && child.tagName === 'caption');
  return caption
    ? textOf(caption)
        .replace(/[ \t\r\n\f]+/g, ' ')
        .trim()
    : '';
}

/** In the order they are seen: a foot written first still stands last. */
function rowsOf(parent: Element, isInHead: boolean): Row[] {
  const rows: Row[] = [];
  const foot: Row[] = [];
  for (const child of parent.children.filter(isElement)) {
    if (child.tagName === 'thead') rows.push(...rowsOf(child, true));
    else if (child.tagName === 'tbody') rows.push(...rowsOf(child, false));
    else if (child.tagName === 'tfoot') foot.push(...rowsOf(child, false));
    else if (child.tagName === 'tr') rows.push(cellsOf(child, isInHead));
  }
  return [...rows, ...foot];
}

const cellsOf = (row: Element, isInHead: boolean): Row =>
  row.children
    .filter((child: AnyNode): child is Element => isElement(child) && /^t[dh]$/.test(child.tagName))
    .map((element) => ({ element, tag: isInHead || element.tagName === 'th' ? 'th' : 'td' }));

/** A cell may not reach out of the head: browsers would cut it off there. */
function headRows(rows: readonly Row[]): number {
  let heads = rows.findIndex((row) => row.some(({ tag }) => tag === 'td'));
  if (heads < 0) heads = 1;
  const reaches = (count: number): boolean =>
    rows.slice(0, count).some((row, at) => row.some(({ element }) => at + spanOf(element) > count));
  while (heads > 0 && reaches(heads)) heads -= 1;
  return heads;
}

const spanOf = (cell: Element): number =>
  /^[1-9]\d{0,2}$/.test(cell.attribs.rowspan ?? '') ? Number(cell.attribs.rowspan) : 1;

function scopeOf(row: Row, { tag }: Cell, at: number, isHead: boolean): string {
  if (tag === 'td') return '';
  if (isHead) return 'col';
  return at === 0 && row.slice(1).every((other) => other.tag === 'td') ? 'row' : '';
}

function written({ element, tag }: Cell, scope: string, text: CellWriter): string {
  const attributes = { ...element.attribs, scope: element.attribs.scope || scope };
  const blocks = text.blocksOf(element.children);
  const [only] = blocks;
  const inner = blocks.length === 1 && only?.line !== undefined ? only.line : joined(blocks);
  return `${openTag(tag, attributes)}${inner}</${tag}>`;
}
