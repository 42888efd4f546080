import type { Cheerio, CheerioAPI } from 'cheerio/slim';
import type { AnyNode, Element, Text } from 'domhandler';
import { alignmentOf, styleOf, type Declarations, type OfficeStyles } from './office-styles';

/** Attributes under which this module notes what it learnt of a line, taken away again at the end. */
export const LEVEL = 'data-list-level';
export const MARKER = 'data-list-marker';

const HEADING_NAME = /^(?:heading|标题|公文标题)\s*([1-9])/i;
const TITLE_NAME = /^(?:title|标题|公文标题|文件标题|主标题)$/i;

/** Heading level a paragraph stands for, 0 for none. */
export function headingLevel(element: Element, style: Declarations): number {
  const tag = /^h([1-6])$/.exec(element.tagName)?.[1];
  if (tag) return Number(tag);
  const name = (style.get('mso-style-name') ?? '').replace(/["'\\]/g, '').trim();
  const named = HEADING_NAME.exec(name)?.[1];
  if (named) return Number(named);
  if (TITLE_NAME.test(name) || /(?:^|\s)MsoTitle(?:\s|$)/.test(element.attribs.class ?? '')) return 1;
  const outline = Number(style.get('mso-outline-level'));
  return outline >= 1 && outline <= 6 ? outline : 0;
}

/** Looks at every line once: heading, list item, where it stands, whether it was indented. */
export function readLines($: CheerioAPI, styles: OfficeStyles): void {
  const plain: { line: Element; isIndented: boolean }[] = [];
  for (const line of $('p, h1, h2, h3, h4, h5, h6').toArray()) {
    const style = styleOf(line, styles);
    const level = headingLevel(line, style);
    noteList($, line, style, styles, level > 0);
    const blanks = trimBlanks($, line);
    const isEmpty = $(line).find('img, video, audio, table').length === 0 && isBlank($(line).text());
    if (isEmpty) {
      $(line).remove();
      continue;
    }
    const side = alignmentOf(line, style) ?? (blanks >= 16 && $(line).text().length < 40 ? 'right' : null);
    line.attribs = {
      ...(line.attribs[LEVEL] ? { [LEVEL]: line.attribs[LEVEL], [MARKER]: line.attribs[MARKER] ?? '' } : {}),
      ...(side && level === 0 ? { class: `align-${side}` } : {}),
    };
    if (level > 0) {
      line.tagName = `h${Math.min(level, 6)}`;
      $(line)
        .find('strong, b')
        .each((_, bold) => void $(bold).replaceWith($(bold).contents()));
    } else if (
      !side &&
      !line.attribs[LEVEL] &&
      $(line).closest('table, li').length === 0 &&
      !isBlank($(line).text())
    ) {
      plain.push({ line, isIndented: blanks >= 2 || indentOf(style) > 0 });
    }
  }
  // Flush lines mean something only where the others are indented.
  if (plain.some(({ isIndented }) => isIndented))
    for (const { line, isIndented } of plain) if (!isIndented) line.attribs.class = 'no-indent';
}

function indentOf(style: Declarations): number {
  const count = Number.parseFloat(style.get('mso-char-indent-count') ?? '0');
  return count || Number.parseFloat(style.get('text-indent') ?? '0') || 0;
}

/** Word numbers its paragraphs by itself; the number is not part of the text. */
function noteList(
  $: CheerioAPI,
  line: Element,
  style: Declarations,
  { numberings }: OfficeStyles,
  isHeading: boolean,
): void {
  const list = /\b(l\d+)\s+level(\d+)/.exec(style.get('mso-list') ?? '');
  const ignored = $(line)
    .find('*')
    .filter((_, each) => /mso-list:\s*ignore/i.test(each.attribs.style ?? ''));
  const marker = ignored
    .first()
    .text()
    .replace(/[\s\u00a0\u3000]+/gu, '');
  ignored.remove();
  if (!list) return;
  const kind = numberings.get(`${list[1]}:level${list[2]}`) ?? '';
  if (isHeading || isSpoken(marker))
    $(line).prepend(marker === '' ? '' : `${escape(marker)}${/[A-Za-z\d]$/.test(marker) ? ' ' : ''}`);
  else {
    line.attribs[LEVEL] = list[2] ?? '1';
    const isOrdered = marker === '' ? kind !== '' && kind !== 'bullet' : /^\d{1,3}[.．、)）]?$/.test(marker);
    line.attribs[MARKER] = isOrdered ? (/\d+/.exec(marker)?.[0] ?? '1') : '';
  }
}

/** 一、（一）第一条 ① a): numbers that people quote stay words of the text. */
const isSpoken = (marker: string): boolean =>
  /^(?:[（(]?[一二三四五六七八九十百]+[）)、.．]?|第[一二三四五六七八九十百零\d]+[条章节款项编部分]*|[①-⑳㈠-㈩⑴-⒇]|[（(]\d{1,3}[）)]|[a-zA-Z]{1,4}[.)）、]|\d+(?:[.．]\d+)+[.．、]?)$/u.test(
    marker,
  ) && !/^[o§ü·]/.test(marker);

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

export const isBlank = (text: string): boolean => text.replace(/[\s\u00a0\u3000\u200b\ufeff]/gu, '') === '';

/** Blanks of typesetting go; answers how wide those at the beginning were. */
export function trimBlanks($: CheerioAPI, line: Element): number {
  const texts = textsOf($(line));
  const width = widthOf(texts.map(({ data }) => data).join(''));
  for (const text of texts)
    text.data = text.data
      .replace(/[\u200b\ufeff]/gu, '')
      .replace(/\u00a0/gu, ' ')
      .replace(/[ \t\r\n\f]{2,}|[\t\r\n\f]/gu, ' ')
      .replace(/(?<=[\p{Script=Han}，。；：、！？）》”]) (?=[\p{Script=Han}（《“])/gu, '');
  trimSide(texts, /^[\s\u3000]+/u);
  trimSide([...texts].reverse(), /[\s\u3000]+$/u);
  return width;
}

/** Only blanks that show: a line break of the source does not. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of /^[\s\u00a0\u3000]*/u.exec(text)?.[0] ?? '')
    width += character === '\u3000' ? 2 : character === '\u00a0' ? 1 : 0;
  return width;
}

function trimSide(texts: readonly Text[], blanks: RegExp): void {
  for (const text of texts) {
    text.data = text.data.replace(blanks, '');
    if (text.data !== '') return;
  }
}

function textsOf(line: Cheerio<Element>): Text[] {
  const found: Text[] = [];
  const walk = (node: AnyNode): void => {
    if (node.type === 'text') found.push(node);
    else if ('children' in node) for (const child of node.children as AnyNode[]) walk(child);
  };
  for (const node of line.toArray()) walk(node);
  return found;
}
