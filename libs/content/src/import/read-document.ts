import { load } from 'cheerio';
import { marked } from 'marked';
import { characterCount, LONGEST_BODY } from '../article/article-text';
import { plainText, sanitizeRichText } from '../rich-text/rich-text';
import { bodyOf } from './document-body';
import { closeUp, findIssuer, readHead, type DocumentHead } from './document-head';
import { decodeText, type Encoding } from './encoding';
import { findDay, isDateLine } from './found-date';
import { readHtml } from './html-source';
import { documentEmpty, documentTooLong } from './import.errors';

/** A file as an article could be made of it. */
export interface ImportedDocument {
  readonly encoding: Encoding;
  readonly title: string;
  readonly source: string;
  readonly author: string;
  /** When the page it comes from was published; `''` when the text does not say. */
  readonly publishedOn: string;
  /** 成文日期. */
  readonly issuedOn: string;
  readonly issuer: string;
  readonly documentNumber: string;
  readonly body: string;
  readonly warnings: readonly string[];
}

const TRADITIONAL = /[門網發規區會務員條與應這個們來時國學業實對關產義]/gu;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;

/** Reads one file; `name` is only used for its extension and, where the text has no title, as the title. */
export function readDocument(name: string, bytes: Uint8Array): ImportedDocument {
  const { encoding, text: decoded } = decodeText(bytes);
  const text = decoded
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '');
  if (text.trim() === '') throw documentEmpty();
  if (text.length > LONGEST_BODY * 2 || characterCount(text) > LONGEST_BODY)
    throw documentTooLong({ limit: LONGEST_BODY });
  const warnings: string[] = [];
  if (text.includes('\ufffd')) warnings.push('文中有无法显示的字符（�），请与原件核对');
  if ((text.match(TRADITIONAL)?.length ?? 0) > 20) warnings.push('原文为繁体，已按原样保留');
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const read =
    extension === 'txt' ? fromText(text) : fromHtml(extension === 'md' ? fromMarkdown(text) : text, encoding);
  return finished(name, encoding, read, warnings);
}

interface ReadParts {
  readonly head: DocumentHead;
  readonly lines: readonly string[];
  readonly body: string;
  readonly warnings: readonly string[];
}

function fromText(text: string): ReadParts {
  const raw = text.split('\n');
  const filled = raw.flatMap((line, at) => (closeUp(line) === '' ? [] : [at]));
  const lines = filled.map((at) => closeUp(raw[at] as string));
  const head = readHead(lines);
  const { html, warnings } = bodyOf(raw.slice(filled[head.lines] ?? raw.length), head.title);
  return { head, lines, body: html, warnings };
}

function fromMarkdown(text: string): string {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text);
  const facts = [...(front?.[1] ?? '').matchAll(/^(title|source|author|date)\s*:\s*["']?(.*?)["']?\s*$/gim)];
  const names: Readonly<Record<string, string>> = {
    title: 'ArticleTitle',
    source: 'ContentSource',
    author: 'Author',
    date: 'PubDate',
  };
  const $ = load('');
  for (const [, key = '', value = ''] of facts)
    $('head').append(
      $('<meta>')
        .attr('name', names[key.toLowerCase()] ?? '')
        .attr('content', value),
    );
  $('body').html(marked.parse(text.slice(front?.[0].length ?? 0), { async: false }));
  return $.html();
}

function fromHtml(html: string, encoding: Encoding): ReadParts {
  const page = readHtml(html);
  const warnings: string[] = [];
  if (page.images > 0) warnings.push(`${page.images} 张图片没有随文导入，请到素材库上传后插入`);
  if (page.declaredCharset !== '' && !agrees(page.declaredCharset, encoding))
    warnings.push(`网页声明的编码 ${page.declaredCharset.slice(0, 20)} 与实际不符，已按 ${encoding} 读取`);
  const clean = sanitizeRichText(page.body);
  const lines = plainText(clean)
    .split('\n')
    .filter((line) => line !== '');
  const said = readHead(page.title === '' ? lines : [page.title, ...lines]);
  const inBody = page.title === '' ? said.lines : Math.max(0, said.lines - 1);
  const head = {
    ...said,
    title: said.title || closeUp(page.title),
    source: said.source || page.source,
    author: said.author || page.author,
    publishedOn: findDay(page.date) ?? said.publishedOn,
  };
  return { head, lines, body: withoutHead(clean, lines.slice(0, inBody)), warnings };
}

/** Takes the blocks away that only repeat the head. */
function withoutHead(html: string, headLines: readonly string[]): string {
  const $ = load(html, null, false);
  const said = new Set(headLines);
  $.root()
    .children()
    .slice(0, headLines.length)
    .each((_, element) => {
      const lines = plainText($.html(element)).split('\n');
      if (lines.every((line) => line === '' || said.has(line))) $(element).remove();
    });
  return $.html().trim();
}

const agrees = (charset: string, encoding: Encoding): boolean =>
  (/^utf-?8$/i.test(charset) && encoding === 'UTF-8') ||
  (/^gb(?:k|2312|18030)$/i.test(charset) && encoding === 'GB18030') ||
  (/^utf-?16/i.test(charset) && encoding === 'UTF-16');

function finished(
  name: string,
  encoding: Encoding,
  { head, lines, body, warnings: more }: ReadParts,
  warnings: string[],
): ImportedDocument {
  if (body.replace(/<[^<>]*>/g, '').trim() === '') throw documentEmpty();
  let { title } = head;
  if (title === '') {
    title = name.replace(/\.[^.]*$/u, '');
    warnings.push('文中没有找到标题，暂用文件名，请修改');
  }
  const dateLine = lines.findIndex(isDateLine);
  const issuedOn =
    dateLine >= 0 ? (findDay(closeUp(lines[dateLine] as string).replace(/\s+/g, '')) ?? '') : '';
  return {
    encoding,
    title: [...title].slice(0, 200).join(''),
    source: head.source,
    author: head.author,
    publishedOn: head.publishedOn,
    issuedOn,
    issuer: findIssuer(title, lines, dateLine, head.source),
    documentNumber: head.documentNumber,
    body,
    warnings: [...warnings, ...more],
  };
}
