import { load } from 'cheerio';
import type { Element } from 'domhandler';
import { isDocumentNumber, normaliseDocumentNumber } from '../article/policy-facts';
import { closeUp, findIssuer } from '../import/document-head';
import { findDay, isDateLine } from '../import/found-date';

/** What a document says of itself, taken out of its text. */
export interface DocxHead {
  readonly title: string;
  readonly documentNumber: string;
  readonly issuer: string;
  /** 成文日期, `2026-03-05`; `''` when the text does not say. */
  readonly issuedOn: string;
  /** The text without its head. */
  readonly html: string;
}

const HEAD_LINES = 12;
const LONGEST_TITLE = 150;
/** 红头: the name of the issuing body as a letterhead. */
const LETTERHEAD = /^[\p{Script=Han}\s（）()]{2,40}(?:文件|函|办公室文件|纪要|公报|令|公告)$/u;
/** What an archive writes above a document: copies, secrecy, urgency, signer. */
const MARKS = /^(?:№?\s*\d{6}|机密|秘密|绝密|内部资料|特急|加急|平急|签发人\s*[:：].*)$/u;
const NUMBER_PART =
  /[\p{Script=Han}A-Za-z]{1,24}\s*[〔[［【(（]\s*(?:19|20)\d{2}\s*[〕\]］】)）]\s*第?\s*\d{1,5}\s*号/u;
/** A text begins here at the latest. */
const BEGINS =
  /[:：。；]$|^(?:第[一二三四五六七八九十]+[章条]|[一二三四五六七八九十]+、|为|根据|按照|近日|近期)/u;

/** 标题、文号、成文日期, found in a converted document. */
export function takeHead(html: string, fileName: string): DocxHead {
  const $ = load(html, null, false);
  const lines = $.root().children().toArray().slice(0, HEAD_LINES);
  const taken: Element[] = [];
  const title: string[] = [];
  let documentNumber = '';
  for (const line of lines) {
    const text = closeUp($(line).text());
    const number = numberIn(text);
    if (line.tagName === 'table' || $(line).find('img').length > 0) break;
    if (number !== '' && title.length === 0) {
      documentNumber ||= number;
      taken.push(line);
    } else if (title.length === 0 && (LETTERHEAD.test(text) || MARKS.test(text)) && line.tagName !== 'h1')
      taken.push(line);
    else if (isTitle(line, text, title)) {
      title.push(text);
      taken.push(line);
    } else if (number !== '' && text.replace(/[（()）]/g, '').length < number.length + 3) {
      documentNumber ||= number;
      taken.push(line);
    } else break;
  }
  const all = $.root().children().toArray();
  const texts = all.map((line) => closeUp($(line).text()));
  const dateLine = texts.findLastIndex(isDateLine);
  const whole = title.join('');
  if (whole === '') return { ...blank(fileName), ...datesOf('', texts, dateLine), documentNumber, html };
  for (const line of taken) $(line).remove();
  return { title: whole.slice(0, 200), documentNumber, ...datesOf(whole, texts, dateLine), html: $.html() };
}

const blank = (fileName: string) => ({
  title: closeUp(fileName.replace(/\.[^.]*$/u, '')).slice(0, 200),
});

function datesOf(title: string, texts: readonly string[], dateLine: number) {
  const issuedOn = dateLine < 0 ? '' : (findDay((texts[dateLine] as string).replace(/\s+/g, '')) ?? '');
  return { issuedOn, issuer: findIssuer(title, texts, dateLine, '') };
}

/** By its style, or centred or first and too short for a sentence; long titles stand on several lines. */
function isTitle(line: Element, text: string, before: readonly string[]): boolean {
  if (text.length < 2 || [...before, text].join('').length > LONGEST_TITLE) return false;
  if (line.tagName === 'h1') return true;
  if (line.tagName !== 'p' || BEGINS.test(text)) return false;
  const isCentred = line.attribs.class === 'align-center';
  if (before.length > 0) return isCentred && !/^[（(]/u.test(text) && !isDateLine(text);
  return isCentred || text.length <= 60;
}

function numberIn(text: string): string {
  const found = NUMBER_PART.exec(text)?.[0];
  if (!found || text.length > found.length + 24) return '';
  const number = normaliseDocumentNumber(found);
  return isDocumentNumber(number) ? number : '';
}
