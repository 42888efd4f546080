import type { CheerioAPI } from 'cheerio/slim';
import type { AnyNode, Element } from 'domhandler';
import { LEVEL, MARKER } from './office-lines';

interface Item {
  readonly html: string;
  readonly level: number;
  /** First number of an ordered list; `''` for a list of bullets. */
  readonly marker: string;
}

/** Numbered paragraphs that follow each other become one list, deeper ones lists inside it. */
export function makeLists($: CheerioAPI): void {
  for (const first of $(`[${LEVEL}]`).toArray()) {
    if (!first.parent || first.attribs[LEVEL] === undefined) continue;
    const run = runFrom(first);
    const items = run.map((line) => ({
      html: $(line).html() ?? '',
      level: Number(line.attribs[LEVEL]),
      marker: line.attribs[MARKER] ?? '',
    }));
    const html = listsOf(items);
    for (const line of run.slice(1)) $(line).remove();
    $(first).replaceWith(html);
  }
}

function runFrom(first: Element): Element[] {
  const run = [first];
  for (let next: AnyNode | null = first.next; next; next = next.next) {
    if (next.type === 'text' && next.data.trim() === '') continue;
    if (!('tagName' in next) || next.attribs[LEVEL] === undefined) break;
    run.push(next);
  }
  return run;
}

/** Items of one level; those below belong to the item before them. */
function listsOf(items: readonly Item[]): string {
  let html = '';
  for (let at = 0; at < items.length;) {
    const { level, marker } = items[at] as Item;
    const isOrdered = marker !== '';
    const start = isOrdered && marker !== '1' ? ` start="${marker}"` : '';
    let written = '';
    let next = at;
    while (next < items.length) {
      const item = items[next] as Item;
      if (item.level !== level || (item.marker !== '') !== isOrdered) break;
      let end = next + 1;
      while (end < items.length && (items[end] as Item).level > level) end += 1;
      written += `<li>${item.html}${listsOf(items.slice(next + 1, end))}</li>`;
      next = end;
    }
    html += isOrdered ? `<ol${start}>${written}</ol>` : `<ul>${written}</ul>`;
    at = Math.max(next, at + 1);
  }
  return html;
}
