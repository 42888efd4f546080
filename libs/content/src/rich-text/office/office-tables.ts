import type { CheerioAPI } from 'cheerio/slim';
import type { Element } from 'domhandler';
import { isBlank, trimBlanks } from './office-lines';
import { alignmentOf, styleOf, type OfficeStyles } from './office-styles';

/** Tables keep their cells and what is merged; widths, borders and colours go. */
export function readTables($: CheerioAPI, styles: OfficeStyles): void {
  $('colgroup, col').remove();
  for (const cell of $('td, th').toArray()) {
    const { colspan, rowspan } = cell.attribs;
    const style = styleOf(cell, styles);
    const line = $(cell).children('p');
    const side = alignmentOf(cell, style) ?? (line.length === 1 ? sideOf(line.get(0)) : null);
    if (line.length === 1) line.removeAttr('class');
    if ($(cell).children('p, ul, ol, table').length === 0) trimBlanks($, cell);
    cell.attribs = {
      ...(colspan && colspan !== '1' ? { colspan } : {}),
      ...(rowspan && rowspan !== '1' ? { rowspan } : {}),
      ...(side ? { class: `align-${side}` } : {}),
    };
    if ($(cell).closest('thead').length > 0) cell.tagName = 'th';
  }
  for (const table of $('table').toArray()) {
    withoutEmptyEnd($, table);
    headersByBold($, table);
  }
}

const sideOf = (line: Element | undefined): 'center' | 'right' | null =>
  line?.attribs.class === 'align-center' ? 'center' : line?.attribs.class === 'align-right' ? 'right' : null;

const rowsOf = ($: CheerioAPI, table: Element): Element[] =>
  $(table).find('> tr, > tbody > tr, > thead > tr').toArray();

/** A sheet is copied with the empty rows below its data. */
function withoutEmptyEnd($: CheerioAPI, table: Element): void {
  for (const row of rowsOf($, table).reverse()) {
    if (!isBlank($(row).text()) || $(row).find('img').length > 0) break;
    $(row).remove();
  }
  if (rowsOf($, table).length === 0) $(table).remove();
}

/** A first row all in bold is what people make of a header row. */
function headersByBold($: CheerioAPI, table: Element): void {
  const [first, second] = rowsOf($, table);
  if (!first || !second || $(table).find('th').length > 0) return;
  const cells = $(first).children('td');
  const isBold = (row: Element): boolean =>
    $(row)
      .children('td')
      .toArray()
      .every((cell) => {
        const text = $(cell).text().replace(/\s/g, '');
        return text !== '' && $(cell).find('strong, b').text().replace(/\s/g, '').startsWith(text);
      });
  if (cells.length < 2 || !isBold(first) || isBold(second)) return;
  for (const cell of cells.toArray()) {
    cell.tagName = 'th';
    delete cell.attribs.class;
    $(cell)
      .find('strong, b')
      .each((_, bold) => void $(bold).replaceWith($(bold).contents()));
  }
}
