import { chineseNumber, isDateLine } from './found-date';
import { closeUp, isOrgan } from './document-head';

const NUMERAL = '[一二三四五六七八九十百零〇]+';
const CHAPTER = new RegExp(`^第${NUMERAL}[章篇編编](?:\\s|[:：]|$|.{1,30}$)`, 'u');
const SECTION = new RegExp(`^第${NUMERAL}[节節](?:\\s|$|.{1,30}$)`, 'u');
const CLAUSE = new RegExp(`^(第${NUMERAL}[条條])[\\s:：]*(.*)$`, 'u');
const HEADING = new RegExp(`^${NUMERAL}、[^。；]{1,40}$`, 'u');
const APPENDIX = /^附\s*[件录]\s*[一二三四五六七八九十\d]{0,2}\s*[:：]?$/u;
const BUTTON = '[【[]?\\s*(?:打印(?:本页)?|关闭(?:窗口|本页)?|收藏|返回(?:顶部)?)\\s*[】\\]]?';
/** Furniture of the page a text was copied from. */
const FURNITURE = new RegExp(
  `^(?:${[
    '相关(?:文档|链接|阅读|信息)\\s*[:：]?',
    '扫一扫.{0,20}',
    '分享到?\\s*[:：]?.{0,20}',
    `${BUTTON}(?:\\s*${BUTTON})*`,
    '(?:监审|审核|责任编辑|编辑|校对|上一篇|下一篇)\\s*[:：].{0,40}',
  ].join('|')})$`,
  'u',
);

export interface DocumentBody {
  readonly html: string;
  readonly warnings: readonly string[];
}

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/**
 * Clean paragraphs from the lines of a text: chapters become headings, the number of a clause stands out,
 * signature and date stand at the right; what was the frame of a web page goes.
 */
export function bodyOf(rawLines: readonly string[], title: string): DocumentBody {
  const paragraphs = paragraphsOf(rawLines);
  const kept = paragraphs.filter((paragraph) => !FURNITURE.test(paragraph));
  const warnings: string[] = [];
  if (kept.length < paragraphs.length)
    warnings.push(`已去掉网页边角文字 ${paragraphs.length - kept.length} 处`);
  const levels = new HeadingLevels();
  const html = kept.map((paragraph, at) => elementFor(paragraph, kept[at + 1], title, levels)).join('\n');
  const gap = clauseGap(kept);
  if (gap) warnings.push(gap);
  if (kept.filter((paragraph) => /^第[一二三四五六七八九十]+篇/u.test(paragraph)).length > 1)
    warnings.push('文件中有多篇文章，已作为一篇导入，请核对是否需要拆分');
  return { html, warnings };
}

/** No heading is a step deeper than the one before allows: readers jump from heading to heading. */
class HeadingLevels {
  private hasChapter = false;

  chapter(text: string): string {
    this.hasChapter = true;
    return `<h2>${text}</h2>`;
  }

  section(text: string): string {
    return this.hasChapter ? `<h3>${text}</h3>` : `<h2>${text}</h2>`;
  }
}

function elementFor(
  paragraph: string,
  next: string | undefined,
  title: string,
  levels: HeadingLevels,
): string {
  const text = escape(paragraph);
  const isTitle = paragraph === title || (paragraph.length > 4 && title.includes(`《${paragraph}》`));
  if (isTitle || APPENDIX.test(paragraph)) return levels.chapter(text);
  if (CHAPTER.test(paragraph) && !/[。；]$/u.test(paragraph)) return levels.chapter(spaced(text));
  if (SECTION.test(paragraph) && !/[。；]$/u.test(paragraph)) return levels.section(spaced(text));
  if (HEADING.test(paragraph)) return levels.section(text);
  const clause = CLAUSE.exec(paragraph);
  if (clause) return `<p><strong>${clause[1]}</strong>　${escape(clause[2] ?? '')}</p>`;
  const isSignature = next !== undefined && isDateLine(next) && isOrgan(paragraph);
  if (isDateLine(paragraph) || isSignature) return `<p class="align-right">${text}</p>`;
  return `<p>${text}</p>`;
}

/** `第一章总则` → `第一章 总则`, with a full-width blank. */
const spaced = (heading: string): string =>
  heading.replace(/^(第[^章篇編编节節]+[章篇編编节節])[\s:：]*/u, '$1　').trim();

/** One paragraph a line, or, where lines were broken at a fixed width, joined up to the next indent or gap. */
function paragraphsOf(rawLines: readonly string[]): string[] {
  const isBroken = isHardWrapped(rawLines);
  const paragraphs: string[] = [];
  let mayJoin = false;
  for (const raw of rawLines) {
    const line = closeUp(raw);
    if (line === '') {
      mayJoin = false;
      continue;
    }
    const isIndented = /^[\s\u3000\u00a0]{2,}|^\u3000/u.test(raw);
    const opens = isIndented || CHAPTER.test(line) || SECTION.test(line) || CLAUSE.test(line);
    if (isBroken && mayJoin && !opens) paragraphs[paragraphs.length - 1] += line;
    else paragraphs.push(line);
    mayJoin = true;
  }
  return paragraphs;
}

const widthOf = (line: string): number =>
  [...line].reduce((width, character) => width + (/[\u0000-\u02ff]/.test(character) ? 1 : 2), 0);

/** Many lines that end at the same width, in the middle of a sentence. */
function isHardWrapped(rawLines: readonly string[]): boolean {
  const lines = rawLines.map((line) => line.trimEnd()).filter((line) => line.trim() !== '');
  const widest = Math.max(0, ...lines.map(widthOf));
  if (widest < 40 || widest > 120 || lines.length < 6) return false;
  const full = lines.filter((line) => widthOf(line) >= widest - 3);
  const inSentence = full.filter((line) => !/[。！？；:：]$/u.test(line));
  return full.length >= lines.length * 0.4 && inSentence.length >= full.length * 0.6;
}

/** Clauses are counted without a gap; a gap means that the copy lost something. */
function clauseGap(paragraphs: readonly string[]): string | null {
  let last = 0;
  for (const paragraph of paragraphs) {
    const label = CLAUSE.exec(paragraph)?.[1];
    if (!label) continue;
    const number = chineseNumber(label.slice(1, -1));
    if (last > 0 && number !== last + 1 && number !== 1)
      return `条文序号不连续：第 ${last} 条之后是第 ${number} 条，请与原件核对`;
    last = number;
  }
  return null;
}
