import type { AnyNode, Element } from 'domhandler';
import { escapeText, isMark, openTag, withMark, writeLine, type Marks, type Piece } from './inline-text';
import { tableOf } from './table-text';
import { isElement, joined, textOf, type Block, type Report } from './text-nodes';
import { attributesOf, isOwnFile, RENAMED, WEB_ADDRESS } from './text-tags';

const WRAPPERS = new Set(
  'div,section,article,main,aside,header,footer,center,address,nav,body,html,details,summary,fieldset,legend,dl,dt,dd,hgroup,search,menu,dir'.split(
    ',',
  ),
);

interface Place {
  readonly marks: Marks;
  /** Attributes of the paragraph that loose words belong to. */
  readonly paragraph: Readonly<Record<string, string>>;
  /** Inside a paragraph pictures stand in the line. */
  readonly isInLine: boolean;
}

const OUTSIDE: Place = { marks: [], paragraph: {}, isInLine: false };

/**
 * Writes a text in the one form that the editor makes: paragraphs hold words, containers hold paragraphs,
 * marks nest in one order. So opening a text in the editor and saving it changes nothing.
 */
export class BlockText {
  private readonly above: number[] = [];

  constructor(private readonly report: Report) {}

  write(nodes: readonly AnyNode[]): string {
    const blocks = this.blocksOf(nodes, OUTSIDE);
    while (blocks.at(-1)?.html === '<p></p>') blocks.pop();
    return blocks.map(({ html }) => html).join('');
  }

  blocksOf(nodes: readonly AnyNode[], place: Place = OUTSIDE): Block[] {
    const blocks: Block[] = [];
    let pieces: Piece[] = [];
    const flush = (): void => {
      const line = writeLine(pieces);
      const hasPicture = pieces.some((piece) => piece.kind === 'picture');
      pieces = [];
      if (line !== '') blocks.push(paragraph(line, place.paragraph, hasPicture));
    };
    const walk = (node: AnyNode, marks: Marks): void => {
      if (node.type === 'text') pieces.push({ kind: 'words', html: escapeText(node.data), marks });
      if (!isElement(node)) return;
      const tag = RENAMED.get(node.tagName) ?? node.tagName;
      if (tag === 'br') pieces.push({ kind: 'break', html: '<br />', marks });
      else if (tag === 'img') picture(node, marks);
      else if (isMark(tag))
        for (const child of node.children) walk(child, withMark(marks, tag, node.attribs));
      else {
        const made = this.block(tag, node, { ...place, marks });
        if (!made) for (const child of node.children) walk(child, marks);
        else {
          flush();
          blocks.push(...made);
        }
      }
    };
    const picture = (element: Element, marks: Marks): void => {
      const html = this.picture(element, marks);
      if (!html) return;
      if (place.isInLine || html.kind !== 'picture' || marks.some(({ tag }) => tag === 'a'))
        pieces.push(html);
      else {
        flush();
        blocks.push({ html: html.html });
      }
    };
    for (const node of nodes) walk(node, place.marks);
    flush();
    return blocks;
  }

  /** A line of words; what breaks a line inside is read as words too. */
  lineOf(element: Element, marks: Marks = []): string {
    const pieces: Piece[] = [];
    const walk = (node: AnyNode, on: Marks): void => {
      if (node.type === 'text') pieces.push({ kind: 'words', html: escapeText(node.data), marks: on });
      if (!isElement(node)) return;
      const tag = RENAMED.get(node.tagName) ?? node.tagName;
      if (tag === 'br') pieces.push({ kind: 'break', html: '<br />', marks: on });
      else if (tag === 'img') pieces.push(...[this.picture(node, on)].filter((piece) => piece !== null));
      else if (isMark(tag)) for (const child of node.children) walk(child, withMark(on, tag, node.attribs));
      else if (isMedia(tag)) this.report('tag', tag);
      else for (const child of node.children) walk(child, on);
    };
    for (const child of element.children) walk(child, marks);
    return writeLine(pieces);
  }

  /** The blocks an element becomes; null when it is only a stretch of words. */
  private block(tag: string, element: Element, place: Place): Block[] | null {
    if (tag === 'p') return this.paragraphOf(element, place.marks);
    if (/^h[2-4]$/.test(tag)) return this.heading(Number(tag.slice(1)), element, place.marks);
    if (tag === 'ul' || tag === 'ol') return this.list(tag, element);
    if (tag === 'li') return this.blocksOf(element.children);
    if (tag === 'blockquote') {
      const inner = this.blocksOf(element.children, { ...OUTSIDE, marks: place.marks });
      return inner.length > 0 ? [{ html: `<blockquote>${joined(inner)}</blockquote>` }] : [];
    }
    if (tag === 'pre') return this.preformatted(element);
    if (tag === 'hr') return [{ html: '<hr />' }];
    if (tag === 'table') return tableOf(element, this);
    if (tag === 'figure') return this.figure(element);
    if (tag === 'figcaption') return this.paragraphOf(element, place.marks, { class: 'align-center' });
    if (isMedia(tag)) return this.media(tag, element);
    if (WRAPPERS.has(tag)) return this.wrapped(element, place.marks);
    return null;
  }

  private paragraphOf(element: Element, marks: Marks, given = element.attribs): Block[] {
    const kept = attributesOf('p', given);
    const inner = this.blocksOf(element.children, { marks, paragraph: kept, isInLine: true });
    return inner.length > 0 ? inner : [paragraph('', kept, false)];
  }

  /** A wrapper around words is their paragraph, one around blocks is nothing. */
  private wrapped(element: Element, marks: Marks): Block[] {
    const isCentre = element.tagName === 'center';
    const kept = attributesOf('p', isCentre ? { class: 'align-center' } : element.attribs);
    return this.blocksOf(element.children, { marks, paragraph: kept, isInLine: false });
  }

  /**
   * The page's own heading is the first level, so a text begins with the second and skips none: who hears
   * the page read aloud walks it by its headings.
   */
  private heading(wanted: number, element: Element, marks: Marks): Block[] {
    const line = this.lineOf(element, marks);
    if (line === '') return [];
    while (this.above.length > 0 && (this.above.at(-1) as number) >= wanted) this.above.pop();
    this.above.push(wanted);
    const tag = `h${this.above.length + 1}`;
    return [{ html: `${openTag(tag, element.attribs)}${line}</${tag}>` }];
  }

  private list(tag: string, element: Element): Block[] {
    const items: string[] = [];
    for (const child of element.children) {
      if (isElement(child) && child.tagName === 'li') items.push(this.item(this.blocksOf(child.children)));
      else if (isElement(child) && (child.tagName === 'ul' || child.tagName === 'ol')) {
        // Old word processors put a list below a list instead of into its item.
        const inner = joined(this.list(child.tagName, child));
        if (inner) items.push((items.pop() ?? '') + inner);
      } else if (textOf(child).trim() !== '') items.push(this.item(this.blocksOf([child])));
    }
    if (items.length === 0) return [];
    const written = items.map((item) => `<li>${item}</li>`).join('');
    return [{ html: `${openTag(tag, element.attribs)}${written}</${tag}>`, isList: true }];
  }

  /** An item begins with words, if only an empty line of them; the list inside it comes after. */
  private item(blocks: readonly Block[]): string {
    const [first, ...rest] = blocks;
    if (!first) return '';
    if (first.line !== undefined && rest.length === 0) return first.line;
    if (first.line && rest.every((block) => block.isList)) return first.line + joined(rest);
    return /^<p[ >]/.test(first.html) ? joined(blocks) : `<p></p>${joined(blocks)}`;
  }

  private preformatted(element: Element): Block[] {
    const read = (node: AnyNode): string =>
      isElement(node) && node.tagName === 'br'
        ? '\n'
        : node.type === 'text'
          ? node.data
          : 'children' in node
            ? node.children.map(read).join('')
            : '';
    const text = read(element).replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd();
    return text === '' ? [] : [{ html: `<pre>${escapeText(text)}</pre>` }];
  }

  private figure(element: Element): Block[] {
    const inside = descendants(element);
    const shown = inside.filter(({ tagName }) => tagName === 'img' || isMedia(tagName));
    const caption = inside.find(({ tagName }) => tagName === 'figcaption');
    const isSimple =
      shown.length === 1 &&
      !inside.some(({ tagName }) => ['a', 'table', 'figure', 'blockquote', 'ul', 'ol'].includes(tagName));
    const [only] = shown;
    if (!isSimple || !only || !isOwnFile(addressOf(only)))
      return this.blocksOf(element.children, { ...OUTSIDE, paragraph: { class: 'align-center' } });
    const open = openTag('figure', element.attribs);
    const line = caption ? this.lineOf(caption) : '';
    const written = line === '' ? '' : `<figcaption>${line}</figcaption>`;
    return [{ html: `${open}${shownHtml(only)}${written}</figure>` }];
  }

  private media(tag: string, element: Element): Block[] {
    const src = addressOf(element);
    if (isOwnFile(src)) return [{ html: shownHtml(element) }];
    if (!WEB_ADDRESS.test(src)) {
      if (src !== '') this.report('address', src);
      return [];
    }
    this.report('foreignMedia', src);
    const open = openTag('a', { href: src });
    const words = tag === 'video' ? '视频（外部地址）' : '音频（外部地址）';
    return [{ html: `<p>${open}${words}</a></p>`, line: `${open}${words}</a>` }];
  }

  /** A picture of somebody else's server may not load by itself: it becomes a link, or goes. */
  private picture(element: Element, marks: Marks): Piece | null {
    const src = element.attribs.src ?? '';
    if (isOwnFile(src)) return { kind: 'picture', html: shownHtml(element), marks };
    if (!WEB_ADDRESS.test(src)) {
      this.report(/^\s*data:/i.test(src) ? 'embeddedImage' : 'address', src);
      return null;
    }
    this.report('foreignImage', src);
    const label = element.attribs.alt?.trim();
    const html = escapeText(label ? `图片：${label}` : '图片（外部地址）');
    const isLinked = marks.some(({ tag }) => tag === 'a');
    return { kind: 'words', html, marks: isLinked ? marks : withMark(marks, 'a', { href: src }) };
  }
}

const isMedia = (tag: string): boolean => tag === 'video' || tag === 'audio';

function paragraph(line: string, kept: Readonly<Record<string, string>>, hasPicture: boolean): Block {
  const html = `${openTag('p', kept)}${line}</p>`;
  return Object.keys(kept).length > 0 || hasPicture ? { html } : { html, line };
}

function descendants(element: Element): Element[] {
  return element.children.filter(isElement).flatMap((child) => [child, ...descendants(child)]);
}

/** Of a film with several forms, the first of this site's own. */
function addressOf(element: Element): string {
  const given = [element, ...descendants(element).filter(({ tagName }) => tagName === 'source')].map(
    ({ attribs }) => attribs.src ?? '',
  );
  return given.find(isOwnFile) ?? given.find((src) => src !== '') ?? '';
}

function shownHtml(element: Element): string {
  const { tagName: tag, attribs } = element;
  if (tag === 'img') return openTag('img', attribs).replace(/>$/, ' />');
  return `${openTag(tag, { ...attribs, src: addressOf(element) })}</${tag}>`;
}
