import { load, type CheerioAPI } from 'cheerio/slim';
import type { AnyNode, Element } from 'domhandler';
import { LEVEL, MARKER, readLines } from './office-lines';
import { makeLists } from './office-lists';
import { dropForeign, hasLook, readLinks } from './office-losses';
import { readPictures, type PastedPicture } from './office-pictures';
import { marksOf, readStyles, styleOf, type OfficeStyles } from './office-styles';
import { readTables } from './office-tables';

export type { PastedPicture } from './office-pictures';

export type PasteOrigin = 'editor' | 'word' | 'excel' | 'wechat' | 'web';

/** A pasted text as an article may hold it. */
export interface PastedText {
  readonly html: string;
  readonly origin: PasteOrigin;
  /** In the text as `<img src="pasted:0">`, waiting to be put into the library. */
  readonly pictures: readonly PastedPicture[];
  /** What was left out. */
  readonly notes: readonly string[];
}

const BLOCKS =
  'p, h1, h2, h3, h4, h5, h6, ul, ol, li, table, blockquote, figure, hr, pre, div, section, article, center, dl, dt, dd';
const WRAPPERS =
  'div, section, article, main, aside, header, footer, center, address, fieldset, form, dl, dt, dd, details, summary';
const KEPT: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt'],
  td: ['colspan', 'rowspan', 'class'],
  th: ['colspan', 'rowspan', 'class'],
  ol: ['start'],
  p: ['class'],
};

/**
 * 清理粘贴内容：what Word, WPS, Excel, WeChat and web pages put on the clipboard, as paragraphs, headings,
 * lists and tables. Looks go, words and structure stay, and what could not be kept is named.
 */
export function cleanPasted(raw: string): PastedText {
  const origin = originOf(raw);
  if (origin === 'editor') return { html: raw, origin, pictures: [], notes: [] };
  const $ = load(raw, null, false);
  const styles = readStyles($('style').text());
  const notes = dropForeign($, styles, raw);
  withoutComments($.root().get(0) as AnyNode);
  plainTags($);
  if (hasLook($('span, p, td, font, div, section').toArray().slice(0, 400), styles))
    notes.push('字体、字号、颜色和行距按网站版式统一，未保留');
  notes.push(...readLinks($));
  const pictures = readPictures($);
  wrappersAsLines($);
  styledMarks($, styles);
  readLines($, styles);
  readTables($, styles);
  makeLists($);
  onlyKeptAttributes($);
  return {
    html: written($.root().get(0) as AnyNode),
    origin,
    pictures,
    notes,
  };
}

function originOf(html: string): PasteOrigin {
  if (/\sdata-pm-slice=/.test(html)) return 'editor';
  if (
    /urn:schemas-microsoft-com:office:excel|ProgId\s+content=["']?(?:Excel|ET)\.Sheet|content=["']?Microsoft Excel/i.test(
      html,
    )
  )
    return 'excel';
  if (/urn:schemas-microsoft-com:office|class=["']?Mso|mso-[a-z-]+:|WPS Office|Kingsoft/i.test(html))
    return 'word';
  if (/rich_media_content|js_darkmode|mmbiz\.q(?:pic|logo)\.cn|data-src=/i.test(html)) return 'wechat';
  return 'web';
}

function withoutComments(node: AnyNode): void {
  if (!('children' in node)) return;
  node.children = (node.children as AnyNode[]).filter(
    (child) => child.type !== 'comment' && child.type !== 'directive',
  ) as typeof node.children;
  for (const [at, child] of (node.children as AnyNode[]).entries()) {
    child.prev = (node.children[at - 1] ?? null) as typeof child.prev;
    child.next = (node.children[at + 1] ?? null) as typeof child.next;
    withoutComments(child);
  }
}

/** `o:p`, `st1:chsdate` and their like are nothing but their words. */
function plainTags($: CheerioAPI): void {
  for (const element of $<Element, string>('*').toArray().reverse()) {
    if (/^(?:v|w):(?:shapetype|shape|imagedata|wrap)/.test(element.tagName)) $(element).remove();
    else if (
      element.tagName.includes(':') ||
      [
        'html',
        'body',
        'ins',
        'big',
        'small',
        'mark',
        'time',
        'nobr',
        'tt',
        'label',
        'picture',
        'center-',
      ].includes(element.tagName)
    )
      $(element).replaceWith($(element).contents());
  }
}

/** Words in wrappers become lines; wrappers of lines go. */
function wrappersAsLines($: CheerioAPI): void {
  for (const wrapper of $<Element, string>(WRAPPERS).toArray().reverse()) {
    if ($(wrapper).find(BLOCKS).length > 0) looseWordsAsLines($, wrapper);
    else {
      if (wrapper.tagName === 'center') wrapper.attribs.align = 'center';
      wrapper.tagName = 'p';
    }
  }
}

function looseWordsAsLines($: CheerioAPI, wrapper: Element): void {
  let run: AnyNode[] = [];
  const close = (): void => {
    const hasWords = run.some(
      (node) => $(node).text().trim() !== '' || $(node).is('img') || $(node).find('img').length > 0,
    );
    if (hasWords) $(run).wrapAll('<p></p>');
    run = [];
  };
  for (const child of wrapper.children.slice()) {
    if ('tagName' in child && $(child).is(BLOCKS)) close();
    else run.push(child);
  }
  close();
  const side = /text-align\s*:\s*(?:center|right)/i.exec(wrapper.attribs.style ?? '')?.[0];
  const align = wrapper.tagName === 'center' ? 'text-align:center' : side;
  for (const child of $(wrapper).children().toArray())
    if (align && !/text-align/i.test(child.attribs.style ?? ''))
      child.attribs.style = `${align};${child.attribs.style ?? ''}`;
  $(wrapper).replaceWith($(wrapper).contents());
}

/** Bold and its like that were written as a style. */
function styledMarks($: CheerioAPI, styles: OfficeStyles): void {
  for (const element of $('span, font, p, td, th, b, strong, i, em, a, u').toArray().reverse()) {
    const style = styleOf(element, styles);
    const isPlain =
      /^(?:normal|400)$/.test(style.get('font-weight') ?? '') && /^(?:b|strong)$/.test(element.tagName);
    const isLink = $(element).closest('a').length > 0;
    // Word writes the number of a list item inside its line; it is read later by its style.
    if (/mso-list:\s*ignore/i.test(element.attribs.style ?? '')) continue;
    for (const mark of marksOf(style)) {
      if (
        (mark === 'u' && isLink) ||
        element.tagName === mark ||
        (/^t[dh]$/.test(element.tagName) && mark !== 'strong')
      )
        continue;
      $(element).contents().wrapAll(`<${mark}></${mark}>`);
    }
    if (isPlain || element.tagName === 'span' || element.tagName === 'font')
      $(element).replaceWith($(element).contents());
  }
}

function onlyKeptAttributes($: CheerioAPI): void {
  for (const element of $<Element, string>('*').toArray()) {
    const kept = KEPT[element.tagName] ?? [];
    element.attribs = Object.fromEntries(
      Object.entries(element.attribs).filter(
        ([name]) => kept.includes(name) && name !== LEVEL && name !== MARKER,
      ),
    );
    if (['span', 'font'].includes(element.tagName)) $(element).replaceWith($(element).contents());
  }
}

const VOID = new Set(['br', 'img', 'hr']);
const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function written(node: AnyNode): string {
  if (node.type === 'text') {
    const isBetween = node.data.trim() === '' && /[\r\n]/.test(node.data);
    return isBetween ? '' : escape(node.data);
  }
  const inner = 'children' in node ? (node.children as AnyNode[]).map(written).join('') : '';
  if (!('tagName' in node)) return inner;
  const attributes = Object.entries(node.attribs).map(([name, value]) => ` ${name}="${escape(value)}"`);
  const open = `<${node.tagName}${attributes.join('')}>`;
  return VOID.has(node.tagName) ? open : `${open}${inner}</${node.tagName}>`;
}
