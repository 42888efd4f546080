import { load, type CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Plain lines as paragraphs. */
export const textAsHtml = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^[\s\u3000\u00a0]+|[\s\u3000\u00a0]+$/g, ''))
    .filter((line) => line !== '')
    .map((line) => `<p>${escape(line)}</p>`)
    .join('\n');

const FURNITURE =
  'script,style,noscript,template,iframe,nav,button,input,select,textarea,link,meta,title,object,embed,marquee,o\\:p';
const INLINE =
  /^(?:a|abbr|b|big|cite|code|del|em|font|i|img|ins|label|s|small|span|strike|strong|sub|sup|tt|u|br|wbr)$/;
const BLOCK =
  'p,div,table,ul,ol,dl,h1,h2,h3,h4,h5,h6,blockquote,pre,figure,section,article,center,form,hr,address,fieldset';

/**
 * 旧网页正文: what old editors and Word left in a page brought into paragraphs, before addresses are looked
 * at: comments and the tags of Word go, its drawings become pictures, line breaks that stood for paragraphs
 * become paragraphs, indents made of blanks go. Pictures and links keep their addresses. What may be
 * published is decided by the sanitiser afterwards.
 */
export function tidyOldHtml(html: string): string {
  const bare = html
    .replace(/<!--\[if[\s\S]*?<!\[endif\]-->/gi, '')
    .replace(/<!\[(?:if|endif)[^>]*>/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\?xml[^>]*>/gi, '');
  const $ = load(bare, null, false);
  $('v\\:imagedata').each((_, drawing) => {
    const src = $(drawing).attr('src') ?? $(drawing).attr('o:href');
    if (src) $(drawing).closest('v\\:shape, v\\:group').before($('<img>').attr('src', src));
  });
  $(FURNITURE).remove();
  $('[style*="display:none"], [style*="display: none"], [style*="mso-hide:all"], [hidden]').remove();
  for (const element of $('*').toArray() as Element[]) {
    if (/^(?:v|w|m|st1|o):/i.test(element.tagName)) $(element).replaceWith($(element).contents());
  }
  $('form, fieldset').each((_, element) => void $(element).replaceWith($(element).contents()));
  $('img').each((_, picture) => takeLazyAddress($, picture));
  breakLines($);
  $('p, div').each((_, block) => trimIndent(block));
  for (const block of $('p, div, center, font, span').toArray().reverse()) {
    const isEmpty =
      $(block)
        .text()
        .replace(/[\s\u00a0\u3000]+/g, '') === '';
    if (isEmpty && $(block).find('img, table, video, audio').length === 0) $(block).remove();
  }
  return $.html().trim();
}

/** Pages that load pictures late keep the true address beside a blank one. */
function takeLazyAddress($: CheerioAPI, picture: Element): void {
  for (const name of ['data-original', 'data-src', 'data-lazy-src', '_src', 'src2']) {
    const address = $(picture).attr(name);
    if (address) {
      $(picture).attr('src', address);
      return;
    }
  }
}

/** Text and inline tags that stand beside blocks or are parted by line breaks become paragraphs. */
function breakLines($: CheerioAPI): void {
  const holders = [
    $.root()[0] as unknown as Element,
    ...$('div, td, section, article, center, p')
      .toArray()
      .filter((element) => $(element).children('br').length > 1),
  ];
  for (const holder of holders) {
    const wrapper = $(holder);
    const isRoot = holder.type !== ('tag' as Element['type']);
    if (!isRoot && wrapper.find(BLOCK).length > 0) continue;
    const nodes = [...(holder.children as AnyNode[])];
    const lines: AnyNode[][] = [[]];
    const parts: (AnyNode[] | AnyNode)[] = [];
    const close = (): void => {
      const line = lines.at(-1) ?? [];
      if (line.some((node) => $(node).text().trim() !== '' || holdsPicture($, node))) parts.push(line);
      lines.push([]);
    };
    for (const node of nodes) {
      const tag = 'tagName' in node ? (node as Element).tagName : '';
      if (tag === 'br') close();
      else if (tag === '' || INLINE.test(tag)) lines.at(-1)?.push(node);
      else {
        close();
        parts.push(node);
      }
    }
    close();
    const paragraphs = parts.map((part) =>
      Array.isArray(part) ? $('<p></p>').append($(part as Element[])) : $(part as Element),
    );
    if (isRoot) {
      $.root().empty();
      for (const each of paragraphs) $.root().append(each);
    } else if (holder.tagName === 'p') {
      const align = wrapper.attr('align') ?? '';
      const style = wrapper.attr('style') ?? '';
      for (const each of paragraphs) {
        if (align) each.attr('align', align);
        if (style) each.attr('style', style);
        wrapper.before(each);
      }
      wrapper.remove();
    } else {
      wrapper.empty();
      for (const each of paragraphs) wrapper.append(each);
    }
  }
}

const holdsPicture = ($: CheerioAPI, node: AnyNode): boolean =>
  'tagName' in node && ((node as Element).tagName === 'img' || $(node).find('img').length > 0);

/** Blanks at the start of a paragraph stood for the indent that the theme makes. */
function trimIndent(block: Element): void {
  let node: AnyNode | undefined = block.children[0];
  while (node && 'children' in node) node = (node as Element).children[0];
  if (node && 'data' in node && typeof node.data === 'string')
    node.data = node.data.replace(/^[\s\u00a0\u3000]+/, '');
}
