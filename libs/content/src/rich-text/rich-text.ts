import { load, type CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import { SanitizedHtml } from '@zhanqun/theming';
import sanitizeHtml from 'sanitize-html';

/** What cleaning took away, for the person who pasted it. */
export interface RemovedPart {
  readonly what: 'foreignImage' | 'embeddedImage' | 'tag' | 'address';
  /** Tag name or address, shortened. */
  readonly detail: string;
}

export interface CleanRichText {
  readonly html: string;
  readonly removed: readonly RemovedPart[];
}

/** Classes that a text may carry; the themes style exactly these. */
export const TEXT_CLASSES = [
  'no-indent',
  'align-left',
  'align-center',
  'align-right',
  'align-justify',
] as const;

const TAGS = [
  'h2', 'h3', 'h4', 'p', 'br', 'hr', 'blockquote', 'pre', 'code',
  'ul', 'ol', 'li',
  'strong', 'em', 'u', 's', 'sub', 'sup',
  'table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td',
  'figure', 'figcaption', 'img', 'a',
]; // prettier-ignore

/** Tags whose whole content goes, not only the tag. */
const DROPPED_WITH_CONTENT = new Set([
  'script', 'style', 'textarea', 'option', 'select', 'noscript', 'noembed', 'noframes', 'iframe', 'object', 'embed',
  'applet', 'svg', 'math', 'template', 'title', 'head', 'xmp', 'plaintext', 'audio', 'video', 'canvas', 'button', 'form',
]); // prettier-ignore

const RENAMED: ReadonlyMap<string, string> = new Map([
  ['h1', 'h2'],
  ['h5', 'h4'],
  ['h6', 'h4'],
  ['b', 'strong'],
  ['i', 'em'],
  ['strike', 's'],
  ['del', 's'],
]);

const BLOCKS = new Set(
  'address,article,aside,blockquote,center,div,dl,figure,footer,h1,h2,h3,h4,h5,h6,header,hr,li,main,nav,ol,p,pre,section,table,ul'.split(
    ',',
  ),
);
const WRAPPERS = new Set('div,section,article,main,aside,header,footer,center,address'.split(','));

/** A file of this site. No dots in sequence, no second slash, nothing to decode. */
const OWN_FILE = /^\/_files\/(?!.*(?:\.\.|\/\/))[A-Za-z0-9/_.-]+$/;
const WEB_ADDRESS = /^https?:\/\/[^\s/?#]+/i;
const SIZE = /^\d{1,4}$/;
/** Two and more; one is what a cell has anyway. */
const SPAN = /^(?:[2-9]|[1-9]\d{1,2})$/;

/**
 * 净化正文: keeps the words and their structure, takes away everything that could run, load or
 * restyle. Running it on its own result changes nothing, so a text may be saved any number of times.
 */
export function sanitizeRichText(html: string): string {
  return cleanRichText(html).html;
}

/** As `sanitizeRichText`, and tells what was taken away. */
export function cleanRichText(html: string): CleanRichText {
  const removed: RemovedPart[] = [];
  const report = (what: RemovedPart['what'], detail: string) => {
    const part = { what, detail: detail.slice(0, 120) };
    if (
      removed.length < 50 &&
      !removed.some((known) => known.what === what && known.detail === part.detail)
    ) {
      removed.push(part);
    }
  };

  // Misplaced tags settle only after being written and read again, as the HTML standard itself notes.
  let cleaned = allowed(normalised(html, report));
  for (let round = 0; round < 4; round += 1) {
    const again = allowed(normalised(cleaned, () => undefined));
    if (again === cleaned) break;
    cleaned = again;
  }
  return { html: cleaned, removed };
}

/** The fence: whatever is not on these lists does not pass. */
function allowed(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: TAGS,
    nonTextTags: [...DROPPED_WITH_CONTENT],
    disallowedTagsMode: 'discard',
    allowedAttributes: {
      a: ['href', 'title', 'target', 'rel'],
      img: ['src', 'alt', 'width', 'height', 'title'],
      th: ['scope', 'colspan', 'rowspan', 'class'],
      td: ['colspan', 'rowspan', 'class'],
      col: ['span'],
      colgroup: ['span'],
      ol: ['start'],
      p: ['class'],
      h2: ['class'],
      h3: ['class'],
      h4: ['class'],
      figure: ['class'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesAppliedToAttributes: ['href', 'src', 'cite'],
    allowProtocolRelative: false,
    parser: { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
    transformTags: { '*': (tagName, attribs) => ({ tagName, attribs: attributesOf(tagName, attribs) }) },
  }).trim();
}

type Report = (what: RemovedPart['what'], detail: string) => void;

/**
 * Reads the text as a browser would (so that what is judged is what will be seen) and puts foreign
 * structure into ours: wrappers, old tags, pictures. The allow-list comes after it and trusts nothing.
 */
function normalised(html: string, report: Report): string {
  const $ = load(isTooDeep(html) ? html.replace(/<[^>]*>/g, ' ') : html, null, false);
  const holdsBlocks = new Set<AnyNode>();
  for (const element of elementsOf($.root()[0])) {
    const tag = element.tagName;
    const parent = element.parent;
    if (parent && (BLOCKS.has(tag) || holdsBlocks.has(element))) holdsBlocks.add(parent);
    if (DROPPED_WITH_CONTENT.has(tag)) {
      report('tag', tag);
      $(element).remove();
    } else if (tag === 'a') {
      const href = element.attribs.href ?? '';
      if (!isLinkable(href)) report('address', href);
    } else if (tag === 'img') {
      replaceForeignPicture($, element, report);
    } else if (RENAMED.has(tag)) {
      element.tagName = RENAMED.get(tag) as string;
    } else if (WRAPPERS.has(tag)) {
      if (holdsBlocks.has(element)) $(element).replaceWith($(element).contents());
      else element.tagName = 'p';
    }
  }
  levelHeadings($);
  return $.html();
}

/**
 * The page's own heading is the first level, so a text begins with the second and skips none: who hears
 * the page read aloud walks it by its headings.
 */
function levelHeadings($: CheerioAPI): void {
  const above: number[] = [];
  for (const heading of $('h2, h3, h4').toArray()) {
    const level = Number(heading.tagName.slice(1));
    while (above.length > 0 && (above.at(-1) as number) >= level) above.pop();
    above.push(level);
    heading.tagName = `h${above.length + 1}`;
  }
}

const CLOSED_BY_THEMSELVES =
  /^(?:p|li|td|th|tr|dt|dd|thead|tbody|tfoot|col|option|br|hr|img|wbr|input|source|meta|link)$/i;
const DEEPEST = 200;

/** Texts are flat; thousands of nested tags are an attack on the parser and are read without any tag. */
function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, closing, tag] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (CLOSED_BY_THEMSELVES.test(tag as string)) continue;
    depth = closing ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** A picture of somebody else's server may not load by itself: it becomes a link, or goes. */
function replaceForeignPicture($: CheerioAPI, picture: Element, report: Report): void {
  const src = picture.attribs.src ?? '';
  if (OWN_FILE.test(src)) return;
  if (!WEB_ADDRESS.test(src)) {
    report(/^\s*data:/i.test(src) ? 'embeddedImage' : 'address', src);
    $(picture).remove();
    return;
  }
  report('foreignImage', src);
  const label = picture.attribs.alt?.trim();
  const text = label ? `图片：${label}` : '图片（外部地址）';
  const isLinked = $(picture).closest('a').length > 0;
  $(picture).replaceWith(
    isLinked ? $('<span></span>').text(text) : $('<a></a>').attr('href', src).text(text),
  );
}

/** Elements below a node, innermost first, so that changing one does not hide another. */
function elementsOf(node: AnyNode | undefined): Element[] {
  const found: Element[] = [];
  const waiting: AnyNode[] = node && 'children' in node ? [...(node.children as AnyNode[])] : [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!('children' in next)) continue;
    if ('tagName' in next) found.push(next as Element);
    for (const child of next.children as AnyNode[]) waiting.push(child);
  }
  return found.reverse();
}

/** The attributes a tag keeps, in a fixed order so that cleaning twice gives the same text. */
function attributesOf(tag: string, given: Readonly<Record<string, string>>): Record<string, string> {
  const kept: Record<string, string> = {};
  if (tag === 'a') {
    const href = given.href?.trim();
    if (href && isLinkable(href)) kept.href = href;
    if (given.title) kept.title = given.title;
    if (kept.href && given.target === '_blank') kept.target = '_blank';
    if (kept.href && (kept.target || WEB_ADDRESS.test(kept.href))) kept.rel = 'noopener noreferrer';
  }
  if (tag === 'img') {
    kept.src = given.src ?? '';
    kept.alt = given.alt ?? '';
    if (given.title) kept.title = given.title;
    if (SIZE.test(given.width ?? '')) kept.width = given.width as string;
    if (SIZE.test(given.height ?? '')) kept.height = given.height as string;
  }
  if (tag === 'th' && ['col', 'row', 'colgroup', 'rowgroup'].includes(given.scope ?? '')) {
    kept.scope = given.scope as string;
  }
  if (tag === 'th' || tag === 'td') {
    if (SPAN.test(given.colspan ?? '')) kept.colspan = given.colspan as string;
    if (SPAN.test(given.rowspan ?? '')) kept.rowspan = given.rowspan as string;
  }
  if ((tag === 'col' || tag === 'colgroup') && SPAN.test(given.span ?? '')) kept.span = given.span as string;
  if (tag === 'ol' && SIZE.test(given.start ?? '')) kept.start = given.start as string;
  if (['p', 'h2', 'h3', 'h4', 'th', 'td', 'figure'].includes(tag)) {
    const alignment = alignmentOf(given);
    if (alignment) kept.class = alignment;
  }
  return kept;
}

/** Word processors align by style or attribute; here alignment is one class of a fixed list. */
function alignmentOf(given: Readonly<Record<string, string>>): string | undefined {
  const asClass = (given.class ?? '')
    .split(/\s+/)
    .find((name) => (TEXT_CLASSES as readonly string[]).includes(name));
  if (asClass) return asClass;
  const word =
    /(?:^|;)\s*text-align\s*:\s*(left|center|right|justify)\b/i.exec(given.style ?? '')?.[1] ?? given.align;
  const name = `align-${(word ?? '').toLowerCase()}`;
  return (TEXT_CLASSES as readonly string[]).includes(name) && name !== 'align-left' ? name : undefined;
}

/** Own path, anchor, web, mail or telephone address. */
function isLinkable(href: string): boolean {
  // eslint-disable-next-line no-control-regex
  const bare = href.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029\ufeff]+/g, '');
  if (/^[a-z][a-z0-9+.-]*:/i.test(bare))
    return WEB_ADDRESS.test(bare) || /^(mailto|tel):[^\s<>"]+$/i.test(bare);
  return !/^[\\/]{2}/.test(bare) && !bare.startsWith('\\');
}

/**
 * A stored body as templates may show it. Bodies are sanitised when they are saved; here only the
 * addresses of own files get the prefix of a site that lives under a path of another's host.
 */
export function sanitizedBody(storedBody: string, sitePrefix: string): SanitizedHtml {
  const html =
    sitePrefix === ''
      ? storedBody
      : storedBody.replace(/(\s(?:src|href)=")\/_files\//g, `$1${sitePrefix}/_files/`);
  return SanitizedHtml.fromSanitizer(html);
}

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
    .replace(/<[^>]*>/g, '')
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
