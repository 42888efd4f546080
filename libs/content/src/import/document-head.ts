import { isDocumentNumber, normaliseDocumentNumber } from '../article/policy-facts';
import { findDay } from './found-date';

/** What a text says of itself before it begins. */
export interface DocumentHead {
  readonly title: string;
  readonly source: string;
  readonly author: string;
  /** `2013-12-27`; when it was put on the page it comes from. */
  readonly publishedOn: string;
  readonly documentNumber: string;
  /** Lines of the text that belong to its head and are not repeated in the body. */
  readonly lines: number;
}

const HEAD_LINES = 14;
const LONGEST_TITLE = 120;
const LABEL =
  '(?:信息)?来源|作者|发布者|发布人|(?:发布|更新|发稿|生成|录入)(?:时间|日期)|日期|字体(?:大小)?|字号|浏览(?:次数|量)?|点击(?:数|量)?|阅读(?:次数)?|打印|索引号|文号|发文字号|发文机关';
const LABELLED = new RegExp(
  `(${LABEL})\\s*[:：]\\s*(.*?)(?=\\s*[\\[【|]|\\s+(?:${LABEL})\\s*[:：]|(?:${LABEL})\\s*[:：]|$)`,
  'gu',
);
const NUMBER =
  /([\p{Script=Han}A-Za-z]{1,20}\s*[〔[［【(（]\s*(?:19|20)\d{2}\s*[〕\]］】)）]\s*第?\s*\d{1,5}\s*号)/u;
const ORGAN = '人民政府办公室|人民政府办公厅|人民政府|委员会|办公室|办公厅|管理局|局|厅|院|中心|街道办事处';
const ORGAN_LINE = new RegExp(`^[\\p{Script=Han}、（）()\\s]{2,40}(?:${ORGAN})$`, 'u');

export const isOrgan = (text: string): boolean => ORGAN_LINE.test(text);

/** A line that opens the body and cannot be a title. */
const OPENS_BODY =
  /^(?:第[一二三四五六七八九十百零〇\d]+[章节條条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.、．])/u;
const PART = /^第[一二三四五六七八九十\d]+篇\s*[:：]?\s*/u;

/** Blanks between Chinese characters come from typesetting: `关于印发 《办法》 的通 知`. */
export function closeUp(text: string): string {
  return text
    .replace(/[\s\u3000\u00a0]+/gu, ' ')
    .replace(/(?<=[\p{Script=Han}》〉”）]) (?=[\p{Script=Han}《〈“（])/gu, '')
    .trim();
}

/** Reads the head of a text given as its trimmed lines, without empty ones. */
export function readHead(lines: readonly string[]): DocumentHead {
  const found = { source: '', author: '', publishedOn: '', documentNumber: '' };
  let title = '';
  let at = 0;
  for (; at < Math.min(lines.length, HEAD_LINES); at += 1) {
    const line = closeUp(lines[at] as string);
    if (readLabels(line, found)) continue;
    const number = numberAlone(line);
    if (number !== null && (found.documentNumber === '' || found.documentNumber === number)) {
      found.documentNumber = number;
      continue;
    }
    if (title === '') {
      if (!canBeTitle(line)) break;
      title = line.replace(PART, '') || line;
      const next = closeUp(lines[at + 1] ?? '');
      if (isOrgan(title) && /^(?:关于|印发|转发)/u.test(next)) {
        title += next;
        at += 1;
      }
      continue;
    }
    if (!repeats(title, line)) break;
    // The browser's title carries the site's name before or after; the shorter one is the document's.
    if (line.length < title.length && line.length >= 4) title = line;
  }
  const inTitle = NUMBER.exec(title);
  if (inTitle) {
    const number = normaliseDocumentNumber(inTitle[1] as string);
    if (isDocumentNumber(number)) {
      found.documentNumber ||= number;
      title = title
        .replace(/\s*[（(]?\s*$/u, '')
        .replace(inTitle[0], '')
        .replace(/[（(]\s*[）)]?\s*$/u, '')
        .trim();
    }
  }
  return { ...found, title, lines: at };
}

function canBeTitle(line: string): boolean {
  if ([...line].length > LONGEST_TITLE || [...line].length < 2) return false;
  return !OPENS_BODY.test(line) && !/[。；：:，,;]$/u.test(line) && !/。./u.test(line);
}

function repeats(title: string, line: string): boolean {
  const bare = (text: string): string => text.replace(/[\s_|—–-]+/gu, '');
  return (
    line.length >= 4 &&
    (bare(title) === bare(line) || bare(title).endsWith(bare(line)) || bare(title).startsWith(bare(line)))
  );
}

function numberAlone(line: string): string | null {
  const found = NUMBER.exec(line);
  if (!found) return null;
  const rest = line.replace(found[0], '').replace(/[（()）\s]/gu, '');
  const number = normaliseDocumentNumber(found[1] as string);
  return rest === '' && isDocumentNumber(number) ? number : null;
}

/** Whether the line is nothing but labelled facts; what it says is added to `found`. */
function readLabels(
  line: string,
  found: { source: string; author: string; publishedOn: string; documentNumber: string },
): boolean {
  const labelled = [...line.matchAll(LABELLED)];
  if (labelled.length === 0 || labelled[0]?.index !== 0 || line.length > 200) return false;
  for (const [, label = '', value = ''] of labelled) {
    const said = value.trim();
    if (/来源/u.test(label)) found.source ||= said.slice(0, 100);
    else if (/作者|发布[者人]/u.test(label)) found.author ||= said.slice(0, 100);
    else if (/时间|日期/u.test(label)) found.publishedOn ||= findDay(said) ?? '';
    else if (/文号|发文字号/u.test(label)) {
      const number = normaliseDocumentNumber(said);
      if (isDocumentNumber(number)) found.documentNumber ||= number;
    }
  }
  return true;
}

/** Who issued it: named in the title, or signed under the text. */
export function findIssuer(
  title: string,
  lines: readonly string[],
  dateLine: number,
  source: string,
): string {
  const named = new RegExp(`^([\\p{Script=Han}]{2,30}?(?:${ORGAN}))(?:关于|印发|转发)`, 'u').exec(title)?.[1];
  if (named) return named;
  const above = dateLine > 0 ? closeUp(lines[dateLine - 1] ?? '') : '';
  if (isOrgan(above)) return above;
  return isOrgan(source) ? source : '';
}
