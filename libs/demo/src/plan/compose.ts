const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] as string);

const CHAPTER = /^第[一二三四五六七八九十]+章\s/;
const ARTICLE = /^(第[一二三四五六七八九十百]+条)\s*/;
const SECTION = /^[一二三四五六七八九十]+、[^。；]{1,40}$/;

/**
 * Turns the plain writing of the text files into the markup that an editor would have made.
 *
 * `# ` heading · `- ` and `1) ` lists · `| a | b` table (first row = head, `^ ` before it = caption) ·
 * `! picture | alt` illustration · `>> ` signature at the right · `== ` centred · `[label](address)` link.
 * Chapters, articles (第一条) and sections (一、总体要求) are recognised as they stand.
 */
export function compose(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const out: string[] = [];
  for (let at = 0; at < lines.length;) {
    const group = groupAt(lines, at);
    out.push(group.html);
    at += group.length;
  }
  return out.join('\n');
}

function groupAt(lines: readonly string[], at: number): { html: string; length: number } {
  const line = lines[at] as string;
  if (line.startsWith('^ ') || line.startsWith('| ')) return table(lines, at);
  for (const [mark, tag] of [
    ['- ', 'ul'],
    ['1) ', 'ol'],
  ] as const) {
    if (!line.startsWith(mark)) continue;
    const items = run(lines, at, mark);
    const html = items.map((item) => `<li>${inline(item.slice(mark.length))}</li>`).join('');
    return { html: `<${tag}>${html}</${tag}>`, length: items.length };
  }
  return { html: block(line), length: 1 };
}

function block(line: string): string {
  if (line.startsWith('# ')) return `<h3>${inline(line.slice(2))}</h3>`;
  if (line.startsWith('>> ')) return `<p class="align-right">${inline(line.slice(3))}</p>`;
  if (line.startsWith('== ')) return `<p class="align-center">${inline(line.slice(3))}</p>`;
  if (line.startsWith('! ')) return figure(line.slice(2));
  if (CHAPTER.test(line)) return `<h3 class="align-center">${inline(line)}</h3>`;
  if (SECTION.test(line)) return `<h3>${inline(line)}</h3>`;
  const article = ARTICLE.exec(line);
  if (article) return `<p><strong>${article[1]}</strong>　${inline(line.slice(article[0].length))}</p>`;
  return `<p>${inline(line)}</p>`;
}

function figure(text: string): string {
  const [name = '', alt = ''] = text.split('|').map((part) => part.trim());
  const size = 'width="768" height="432"';
  return `<figure><img src="picture:${name}" alt="${escaped(alt)}" ${size}><figcaption>${inline(alt)}</figcaption></figure>`;
}

function table(lines: readonly string[], at: number): { html: string; length: number } {
  const hasCaption = (lines[at] as string).startsWith('^ ');
  const caption = hasCaption ? `<caption>${inline((lines[at] as string).slice(2))}</caption>` : '';
  const rows = run(lines, at + (hasCaption ? 1 : 0), '| ').map((row) =>
    row
      .replace(/^\||\|$/g, '')
      .split(' | ')
      .map((cell) => inline(cell.trim())),
  );
  const [head = [], ...body] = rows;
  const heads = head.map((cell) => `<th scope="col">${cell}</th>`).join('');
  const cells = body.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  return {
    html: `<table>${caption}<thead><tr>${heads}</tr></thead><tbody>${cells}</tbody></table>`,
    length: rows.length + (hasCaption ? 1 : 0),
  };
}

function run(lines: readonly string[], from: number, mark: string): string[] {
  const end = lines.findIndex((line, at) => at >= from && !line.startsWith(mark));
  return lines.slice(from, end < 0 ? lines.length : end);
}

const inline = (text: string): string =>
  escaped(text).replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>');
