import { load } from 'cheerio';
import { plainText } from '../../rich-text/rich-text';
import { isDocumentNumber } from '../../article/policy-facts';
import { closeUp, readHead } from '../document-head';
import { decodeText } from '../encoding';
import { FILE_LINK, readHtml } from '../html-source';
import type { FoundArticle, FoundFile } from '../source-item';
import { moment } from './moment';
import { tidyOldHtml } from './old-html';
import { factsOf } from './text-facts';

export interface ReadPage {
  readonly article: Omit<FoundArticle, 'category' | 'categoryName' | 'base' | 'oldAddresses' | 'isPublic'>;
  readonly crumbs: readonly string[];
  /** Where the page says it comes from. */
  readonly address: string;
  readonly isList: boolean;
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;
const LONGEST_PAGE = 8_000_000;

/** A saved page of a former site as an article. Raises for bytes that are no text, or no words at all. */
export function readPage(path: string, bytes: Uint8Array): ReadPage {
  const { encoding, text: decoded } = decodeText(bytes);
  const text = decoded
    .replace(/^\ufeff/, '')
    .replace(CONTROL, '')
    .slice(0, LONGEST_PAGE);
  const page = readHtml(text, { keepsPictures: true });
  const warnings: string[] = [];
  if (text.includes('\ufffd')) warnings.push('文中有无法显示的字符（�），请与原件核对');
  if (page.declaredCharset !== '' && !agrees(page.declaredCharset, encoding))
    warnings.push(`网页声明的编码 ${page.declaredCharset.slice(0, 20)} 与实际不符，已按 ${encoding} 读取`);
  const tidy = tidyOldHtml(page.body);
  const lines = plainText(tidy)
    .split('\n')
    .filter((line) => line !== '');
  const head = readHead(page.title === '' ? lines : [page.title, ...lines]);
  const facts = aroundFacts(page.around);
  const title = (head.title || closeUp(page.title)).slice(0, 400);
  const source = head.source || page.source || facts.source;
  const body = withoutHead(
    tidy,
    lines.slice(0, page.title === '' ? head.lines : Math.max(0, head.lines - 1)),
  );
  const { documentNumber, issuer, issuedOn } = factsOf({ title, html: body, source });
  const publishedAt = moment(page.date) || facts.publishedAt || head.publishedOn;
  if (title === '') warnings.push('文中没有找到标题，暂用文件名，请修改');
  if (publishedAt === '') warnings.push('没有找到发布日期');
  return {
    article: {
      title: title || (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, ''),
      subtitle: '',
      summary: '',
      keywords: [],
      source,
      author: head.author || page.author || facts.author,
      publishedAt,
      documentNumber: isDocumentNumber(head.documentNumber)
        ? head.documentNumber
        : documentNumber || facts.documentNumber,
      issuer,
      issuedOn,
      body,
      attachments: distinct([...linkedFiles(body), ...page.files]),
      warnings,
    },
    crumbs: page.crumbs,
    address: page.address,
    isList: page.isList,
  };
}

/** What stands beside the article: `发布时间：2013-05-06 来源：党政办`. */
function aroundFacts(lines: readonly string[]): {
  source: string;
  author: string;
  publishedAt: string;
  documentNumber: string;
} {
  const facts = { source: '', author: '', publishedAt: '', documentNumber: '' };
  for (const line of lines) {
    const head = readHead(['发布信息', line]);
    facts.source ||= head.source;
    facts.author ||= head.author;
    facts.documentNumber ||= head.documentNumber;
    const at = /(?:时间|日期)\s*[:：]\s*([\d年月日/.:\s-]{6,25})/.exec(line)?.[1];
    facts.publishedAt ||= moment(at ?? '') || head.publishedOn;
    facts.source ||= /来源\s*[:：]\s*([^\s:：|【]{2,40})/.exec(line)?.[1] ?? '';
  }
  return facts;
}

export function linkedFiles(body: string): FoundFile[] {
  const $ = load(body, null, false);
  return $('a[href]')
    .toArray()
    .map((link) => ({
      address: $(link).attr('href') ?? '',
      name: $(link).text().replace(/\s+/g, ' ').trim(),
    }))
    .filter(({ address }) => FILE_LINK.test(address))
    .slice(0, 30);
}

function distinct(files: readonly FoundFile[]): FoundFile[] {
  return [...new Map(files.map((file) => [file.address, file] as const)).values()].slice(0, 30);
}

/** Takes the blocks away that only repeat the head. */
function withoutHead(html: string, headLines: readonly string[]): string {
  const $ = load(html, null, false);
  let holder = $.root();
  for (
    let only = holder.children();
    only.length === 1 && only.is('div, section, article');
    only = holder.children()
  )
    holder = only as unknown as typeof holder;
  const said = new Set(headLines);
  holder
    .children()
    .slice(0, headLines.length)
    .each((_, element) => {
      const lines = plainText($.html(element)).split('\n');
      if (lines.every((line) => line === '' || said.has(line)) && $(element).find('img').length === 0)
        $(element).remove();
    });
  return $.html().trim();
}

const agrees = (charset: string, encoding: string): boolean =>
  (/^utf-?8$/i.test(charset) && encoding === 'UTF-8') ||
  (/^gb(?:k|2312|18030)$/i.test(charset) && encoding === 'GB18030') ||
  (/^utf-?16/i.test(charset) && encoding === 'UTF-16');
