import { load, type CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { shapeOfLine } from '../rich-text/office/official-shape';

/**
 * What the converter made, put into the shape of an article: notes as text, headings and signature of an
 * official document where no style says so.
 */
export function shapedBody(html: string): { readonly html: string; readonly notes: readonly string[] } {
  const $ = load(html, null, false);
  const notes: string[] = [];
  if (notesAsText($)) notes.push('脚注、尾注已改为文末文字，请核对序号');
  $('a[id]:not([href])').each((_, anchor) => void $(anchor).replaceWith($(anchor).contents()));
  $('a[href^="#"]').each((_, link) => void $(link).replaceWith($(link).contents()));
  $('h1 strong, h2 strong, h3 strong, h4 strong, th strong').each(
    (_, bold) => void $(bold).replaceWith($(bold).contents()),
  );
  headersByBold($);
  withoutIdleLines($);
  if (byShape($)) notes.push('已按公文格式识别小标题、落款和日期，请核对');
  return { html: $.html(), notes };
}

function notesAsText($: CheerioAPI): boolean {
  const notes = $('li[id^="footnote-"], li[id^="endnote-"]');
  if (notes.length === 0) return false;
  const list = notes.first().parent();
  notes.each((_, note) => void $(note).find('a[href^="#"]').remove());
  const lines = notes.toArray().map((note, at) => $('<p></p>').text(`［${at + 1}］${$(note).text().trim()}`));
  list.replaceWith(
    $('<p></p>')
      .append($('<strong></strong>').text('注释'))
      .add($(lines.map((line) => line[0] as Element))),
  );
  $('sup > a[id^="footnote-ref"], sup > a[id^="endnote-ref"]').each(
    (_, reference) =>
      void $(reference).replaceWith($(reference).text().replace('[', '［').replace(']', '］')),
  );
  return true;
}

/** A first row all in bold is what people make of a header row. */
function headersByBold($: CheerioAPI): void {
  for (const table of $('table').toArray()) {
    const rows = $(table).find('> tr, > tbody > tr').toArray();
    if ($(table).find('th').length > 0 || rows.length < 2) continue;
    const isBold = (row: Element): boolean =>
      $(row)
        .find('> td')
        .toArray()
        .every((cell) => $(cell).text().trim() !== '' && $(cell).text() === $(cell).find('strong').text());
    const [first, second] = rows as Element[];
    if (!first || !second || $(first).find('> td').length < 2 || !isBold(first) || isBold(second)) continue;
    $(first)
      .find('> td')
      .each((_, cell) => {
        cell.tagName = 'th';
        $(cell)
          .find('strong')
          .each((__, bold) => void $(bold).replaceWith($(bold).contents()));
      });
  }
}

function withoutIdleLines($: CheerioAPI): void {
  $('p, h1, h2, h3, h4').each((_, block) => {
    const hasMore = $(block).find('img').length > 0;
    if (
      !hasMore &&
      $(block)
        .text()
        .replace(/[\s\u3000\u00a0]/gu, '') === ''
    )
      $(block).remove();
    else trimStart(block);
  });
}

/** The site indents by itself; blanks that did it before would double it. */
function trimStart(block: Element): void {
  let node = block.children[0];
  while (node && 'children' in node && node.children[0]) node = node.children[0];
  if (node?.type === 'text') node.data = node.data.replace(/^[\s\u3000\u00a0]+/u, '');
}

function byShape($: CheerioAPI): boolean {
  const hasHeadings = $('h2, h3, h4').length > 0;
  const lines = $.root().children().toArray();
  let isShaped = false;
  for (const [at, line] of lines.entries()) {
    if (line.tagName !== 'p' || $(line).find('img').length > 0) continue;
    const next = lines[at + 1];
    const shape = shapeOfLine($(line).text(), next ? $(next).text() : undefined, at);
    if (shape === null || (hasHeadings && shape.startsWith('h'))) continue;
    if (shape.startsWith('h')) {
      line.tagName = shape;
      line.attribs = {};
      $(line)
        .find('strong')
        .each((_, bold) => void $(bold).replaceWith($(bold).contents()));
    } else
      line.attribs = { class: shape === 'addressee' || shape === 'appendix' ? 'no-indent' : 'align-right' };
    isShaped = true;
  }
  return isShaped;
}
