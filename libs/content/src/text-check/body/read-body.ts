import { load } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';

/** Where something of the body stands in its plain text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface BodyLink extends Place {
  readonly address: string;
}

export interface BodyPicture {
  /** Offset in the plain text before which it stands. */
  readonly at: number;
  readonly source: string;
  readonly alt: string;
}

export interface BodyHeading extends Place {
  readonly level: number;
}

/** The words of one cell of a table. */
export type BodyCell = Place;

export interface BodyTable extends Place {
  readonly hasHead: boolean;
}

/** 正文 as the rules read it. */
export interface Body {
  /** Text of its text blocks, one a line. */
  readonly text: string;
  readonly links: readonly BodyLink[];
  readonly pictures: readonly BodyPicture[];
  readonly headings: readonly BodyHeading[];
  readonly tables: readonly BodyTable[];
  readonly cells: readonly BodyCell[];
  /** Words that a style keeps from being seen. */
  readonly hidden: readonly Place[];
}

const BLOCKS = new Set(
  'address,article,aside,blockquote,caption,center,dd,div,dl,dt,figcaption,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hr,li,main,nav,ol,p,pre,section,table,tbody,td,tfoot,th,thead,tr,ul'.split(
    ',',
  ),
);
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'title', 'svg', 'iframe', 'object']);
const HIDING =
  /display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0*)?(?:;|$)|font-size\s*:\s*(?:0|0?\.\d+|1)(?:px|pt|em)?\s*(?:;|!|$)|(?:left|top|text-indent|margin-left)\s*:\s*-\d{3,}|(?:^|;)\s*(?:height|width)\s*:\s*[01](?:px)?\s*(?:;|$)/i;
const COLOUR = /(?:^|;)\s*color\s*:\s*(?:#fff(?:fff)?|white|transparent|rgba?\(\s*255\s*,\s*255\s*,\s*255)/i;
const BACKGROUND = /background/i;
/** An editor's text is flat; deeper nesting is read without its inner structure. */
const DEEPEST = 200;

/** Reads a body once, as stored or as a person pasted it, for all rules. Nothing is changed, nothing is loaded. */
export function readBody(html: string): Body {
  const reader = new Reader();
  reader.children(load(html, null, false).root()[0] as AnyNode, 0);
  return reader.finish();
}

class Reader {
  /** Lines that are finished, each with its break; the offsets of a text count on from here. */
  private lines = '';
  private line = '';
  private readonly links: BodyLink[] = [];
  private readonly pictures: BodyPicture[] = [];
  private readonly headings: BodyHeading[] = [];
  private readonly tables: BodyTable[] = [];
  private readonly cells: BodyCell[] = [];
  private readonly hidden: Place[] = [];

  finish(): Body {
    const { links, pictures, headings, tables, cells, hidden } = this;
    this.endLine();
    return { text: this.lines.slice(0, -1), links, pictures, headings, tables, cells, hidden };
  }

  children(node: AnyNode, depth: number): void {
    if (!('children' in node) || depth > DEEPEST) return;
    for (const child of node.children as AnyNode[]) this.read(child, depth + 1);
  }

  private read(node: AnyNode, depth: number): void {
    if (node.type === 'text') return this.write((node as unknown as { data: string }).data);
    if (!('tagName' in node)) return;
    const element = node as Element;
    const tag = element.tagName;
    if (SILENT.has(tag)) return;
    if (tag === 'br') return this.write('\n');
    if (tag === 'img') {
      const { src = '', alt = '' } = element.attribs;
      this.pictures.push({ at: this.at, source: src, alt: alt.trim() });
      return;
    }
    if (BLOCKS.has(tag)) this.endLine();
    const start = this.at;
    this.children(element, depth);
    this.note(element, { start, end: this.line === '' ? Math.max(start, this.at - 1) : this.at });
    if (BLOCKS.has(tag)) this.endLine();
  }

  private note(element: Element, place: Place): void {
    const { tagName: tag, attribs } = element;
    if (tag === 'a' && attribs.href) this.links.push({ ...place, address: attribs.href.trim() });
    if (/^h[1-6]$/.test(tag) && place.end > place.start)
      this.headings.push({ ...place, level: Number(tag.slice(1)) });
    if (tag === 'table') this.tables.push({ ...place, hasHead: holds(element, 'th') });
    if ((tag === 'td' || tag === 'th') && place.end > place.start) this.cells.push(place);
    if (isHidden(attribs) && place.end > place.start) this.hidden.push(place);
  }

  private write(words: string): void {
    // Line breaks of the source are blanks; what people see is one line a block.
    const shown = words === '\n' ? words : words.replace(/[\t\n\f\r ]+/g, ' ');
    this.line += this.line === '' ? shown.replace(/^ /, '') : shown;
  }

  private endLine(): void {
    const line = this.line.trimEnd();
    if (line !== '') this.lines += `${line}\n`;
    this.line = '';
  }

  private get at(): number {
    return this.lines.length + this.line.length;
  }
}

function isHidden({ style = '', hidden, color }: Readonly<Record<string, string>>): boolean {
  if (hidden !== undefined) return true;
  if (HIDING.test(style)) return true;
  const isWhite = COLOUR.test(style) || /^(?:#fff(?:fff)?|white)$/i.test(color ?? '');
  return isWhite && !BACKGROUND.test(style);
}

function holds(element: Element, tag: string): boolean {
  const waiting: AnyNode[] = [...(element.children as AnyNode[])];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('children' in node)) continue;
    if ('tagName' in node && (node as Element).tagName === tag) return true;
    waiting.push(...(node.children as AnyNode[]));
  }
  return false;
}
