import { load, type CheerioAPI } from 'cheerio';
import { mainText } from './reading/main-text';

/** What a web page says of itself, and the part of it that is the article. */
export interface HtmlSource {
  readonly title: string;
  readonly source: string;
  readonly author: string;
  readonly date: string;
  /** 当前位置, outermost first, without the home page. */
  readonly crumbs: readonly string[];
  /** Short lines around the article: dates and sources stand there. */
  readonly around: readonly string[];
  readonly body: string;
  readonly declaredCharset: string;
  readonly images: number;
  /** Address that the page or the program that saved it names. */
  readonly address: string;
  /** Links and hardly any text: a list, not an article. */
  readonly isList: boolean;
  /** Links to files beside the article. */
  readonly files: readonly { readonly address: string; readonly name: string }[];
}

const UNSEEN = 'script,style,noscript,template,iframe,object,embed,input,select,textarea,button';
const FRAME = 'nav,header,footer,aside';
const ARTICLE = [
  '.TRS_Editor',
  '#zoom',
  '#UCAP-CONTENT',
  '.TRS_UEDITOR',
  '.pages_content',
  '.article-content',
  '.article_content',
  '.articleContent',
  '.news_content',
  '.newsContent',
  '.entry-content',
  '#article_content',
  '#articlecontent',
  '#NewsContent',
  '#MyContent',
  '#fontzoom',
  'article',
  '#content',
  '.content',
  'main',
];
const BLOCKS = 'p,h1,h2,h3,h4,li,table,blockquote,div';
const CRUMBS = /(?:当前位置|您现在的位置|您的位置|所在位置|现在位置)[：:]?/;
export const FILE_LINK = /\.(?:docx?|xlsx?|pptx?|wps|et|dps|pdf|ofd|zip|rar|txt|csv|mp3|mp4)(?:$|[?#])/i;
const DEEPEST = 400;

/** Reads a saved page: page tags of the national rules first, then headings, then the title bar. */
export function readHtml(html: string, { keepsPictures = false } = {}): HtmlSource {
  const $ = load(
    isTooDeep(html) ? html.replace(/<\/?(?:div|span|font|b|i|u|em|strong)\b[^>]*>/gi, ' ') : html,
  );
  const tag = (...names: string[]): string => {
    for (const name of names) {
      const content = $('meta')
        .filter((_, element) => $(element).attr('name')?.toLowerCase() === name.toLowerCase())
        .first()
        .attr('content')
        ?.trim();
      if (content) return content;
    }
    return '';
  };
  const declaredCharset =
    $('meta[charset]').attr('charset') ??
    /charset=([\w-]+)/i.exec($('meta[http-equiv="Content-Type" i]').attr('content') ?? '')?.[1] ??
    '';
  const address = savedFrom(html) || ($('link[rel="canonical"]').attr('href') ?? '');
  const said = {
    title: tag('ArticleTitle'),
    source: tag('ContentSource'),
    author: tag('Author'),
    date: tag('PubDate'),
    column: tag('ColumnName'),
  };
  $(UNSEEN).remove();
  const crumbs = crumbsOf($);
  $(FRAME).remove();
  const heading = headingOf($);
  const title = said.title || heading.text || withoutSite($('title').text());
  heading.remove();
  const part = ARTICLE.map((selector) => $(selector).first()).find(
    (found) => found.text().trim().length > 20 || (keepsPictures && found.find('img').length > 0),
  );
  const dense = part ? null : mainText($);
  const body = part ?? (dense ? $(dense.element) : $('body'));
  const around = linesAround($, body.get(0) === $('body').get(0));
  const files = filesBeside($);
  const images = body.find('img').length;
  if (!keepsPictures) body.find('img').remove();
  return {
    title,
    source: said.source,
    author: said.author,
    date: said.date,
    crumbs: crumbs.length > 0 ? crumbs : said.column === '' ? [] : [said.column],
    around,
    body: body.find(BLOCKS).length > 0 ? (body.html() ?? '') : linesToParagraphs(body.html() ?? ''),
    declaredCharset,
    images,
    address,
    isList: dense?.isList ?? false,
    files,
  };
}

/** Thousands of nested tags are an attack on whatever walks them. */
function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, closing, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/gi)) {
    if (/^(?:p|li|td|th|tr|br|hr|img|input|meta|link|col|option|dd|dt)$/i.test(name as string)) continue;
    depth = closing ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** HTTrack and browsers write down where a page was saved from. */
function savedFrom(html: string): string {
  const mirrored = /<!--\s*Mirrored from\s+(\S+)\s+by\s/i.exec(html)?.[1];
  if (mirrored) return `http://${mirrored}`;
  return /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(html)?.[1] ?? '';
}

function headingOf($: CheerioAPI): { text: string; remove(): void } {
  const candidates = $(
    'h1, .article-title, .articleTitle, .news_title, .newsTitle, #title, .bt, .biaoti',
  ).toArray();
  for (const element of candidates) {
    const text = $(element).text().replace(/\s+/g, ' ').trim();
    const isSome = text.length >= 4 && text.length <= 150 && $(element).find('p, table, img').length === 0;
    if (isSome) return { text, remove: () => void $(element).remove() };
  }
  return { text: '', remove: () => undefined };
}

function crumbsOf($: CheerioAPI): string[] {
  const holder = $('div, td, p, span, ul, nav')
    .toArray()
    .filter((element) => {
      const text = $(element).text();
      return text.length < 200 && CRUMBS.test(text);
    })
    .at(-1);
  if (!holder) return [];
  const parts = $(holder)
    .text()
    .replace(CRUMBS, '')
    .split(/\s*(?:[>＞»›→/|]|-{1,2}>|::)\s*/u)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '' && part.length <= 30);
  $(holder).remove();
  return parts.filter((part) => !/^(?:网站)?首\s*页$|^正文$|^内容$|^浏览(?:文章|信息)$/.test(part));
}

function linesAround($: CheerioAPI, isBody: boolean): string[] {
  if (isBody) return [];
  const lines: string[] = [];
  for (const element of $('div, td, p, span, li, dd, h2, h3').toArray()) {
    if (lines.length >= 40) break;
    const text = $(element)
      .text()
      .replace(/[\s\u00a0\u3000]+/g, ' ')
      .trim();
    if (text.length >= 6 && text.length <= 200 && /来源|作者|时间|日期|发布|文号|索引号/.test(text))
      lines.push(text);
  }
  return lines;
}

function filesBeside($: CheerioAPI): { address: string; name: string }[] {
  const files: { address: string; name: string }[] = [];
  for (const link of $('a[href]').toArray()) {
    const address = $(link).attr('href') ?? '';
    if (!FILE_LINK.test(address) || files.length >= 30) continue;
    files.push({ address, name: $(link).text().replace(/\s+/g, ' ').trim() });
  }
  return files;
}

/** `通知 - 清水镇人民政府` → `通知`. */
function withoutSite(title: string): string {
  const parts = title.split(/\s*[_|]\s*|\s+[-–—]\s+/u).map((part) => part.trim());
  return parts.find((part) => part !== '') ?? '';
}

function linesToParagraphs(html: string): string {
  return html
    .split(/<br\s*\/?>(?:\s|&nbsp;|　)*/i)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => `<p>${line}</p>`)
    .join('\n');
}
