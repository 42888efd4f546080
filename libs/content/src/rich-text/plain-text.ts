const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** The words of a cleaned text, one line a paragraph. */
export function plainText(html: string): string {
  return html
    .replace(/<(?:br|hr)\b[^>]*>|<\/(?:p|h[2-4]|li|tr|figcaption|caption|blockquote|pre|td|th)>/g, '\n')
    .replace(/<(?:ul|ol|table|figure)\b[^>]*>/g, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .split('\n')
    .map((line) => line.replace(/[\s\u3000\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** As `plainText`, with the cells of a table's row on one line, told apart by a bar. */
export const plainTextByRow = (html: string): string =>
  plainText(html.replace(/<table\b[^>]*>[\s\S]*?<\/table>/g, rowsAsLines));

const rowsAsLines = (table: string): string =>
  table
    .replace(/<(?:br|hr)\b[^>]*>|<\/(?:p|h[2-4]|li|figcaption|blockquote|pre)>|\n/g, ' ')
    .replace(/<\/t[dh]>\s*(?=<t[dh]\b)/g, ' ｜ ')
    .replace(/<\/t[dh]>/g, '');

/** The first `length` characters of a text, for lists and page descriptions; never half a character. */
export function excerpt(html: string, length: number): string {
  const words = plainText(html.slice(0, length * 40)).replace(/\n/g, ' ');
  const characters = [...words];
  return characters.length <= length
    ? words
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}

/** Addresses inside the own site that a text links to (pages and files), each once. */
export function ownLinks(html: string): string[] {
  const found = new Set<string>();
  for (const [, address] of html.matchAll(/\s(?:href|src)="(\/(?!\/)[^"#]*)/g)) {
    found.add((address as string).replace(/&amp;/g, '&'));
  }
  return [...found];
}
