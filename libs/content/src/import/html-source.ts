import { load } from 'cheerio';

/** What a web page says of itself, and the part of it that is the article. */
export interface HtmlSource {
  readonly title: string;
  readonly source: string;
  readonly author: string;
  readonly date: string;
  readonly body: string;
  readonly declaredCharset: string;
  readonly images: number;
}

const FRAME =
  'script,style,noscript,template,iframe,nav,header,footer,aside,form,button,input,select,textarea';
const ARTICLE = [
  '.TRS_Editor',
  '#zoom',
  '#UCAP-CONTENT',
  '.pages_content',
  '.article-content',
  'article',
  '#content',
  '.content',
  'main',
];
const BLOCKS = 'p,h1,h2,h3,h4,li,table,blockquote';

/** Reads a saved page: page tags of the national rules first, then headings, then the title bar. */
export function readHtml(html: string): HtmlSource {
  const $ = load(html);
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
  $(FRAME).remove();
  const heading = $('h1').first();
  const title = tag('ArticleTitle') || heading.text().trim() || withoutSite($('title').text());
  heading.remove();
  const part = ARTICLE.map((selector) => $(selector).first()).find(
    (found) => found.text().trim().length > 20,
  );
  const body = part ?? $('body');
  const images = body.find('img').length;
  body.find('img').remove();
  return {
    title,
    source: tag('ContentSource'),
    author: tag('Author'),
    date: tag('PubDate'),
    body: body.find(BLOCKS).length > 0 ? (body.html() ?? '') : linesToParagraphs(body.html() ?? ''),
    declaredCharset,
    images,
  };
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
