/** What a line of an official document is, by the national form of such documents (GB/T 9704). */
export type LineShape = 'h2' | 'h3' | 'h4' | 'addressee' | 'signature' | 'date' | 'appendix';

const NUMERAL = '[一二三四五六七八九十百零〇]+';
const FIRST = new RegExp(`^(?:${NUMERAL}、|第${NUMERAL}[章编篇]).{1,48}$`, 'u');
const SECOND = new RegExp(`^(?:[（(]${NUMERAL}[）)]|第${NUMERAL}节).{1,48}$`, 'u');
const THIRD = /^\d{1,2}[.．、]\s*\S.{0,38}$/u;
const ENDS_SENTENCE = /[。；：！？，、]$/u;
const ADDRESSEE = /^(?:各|[\p{Script=Han}，、（）]{2,80}[、，])[\p{Script=Han}，、（）\s]{1,80}[：:]$/u;
const DATE =
  /^(?:(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[二一][〇零○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)$/u;
const ORGAN =
  /^[\p{Script=Han}、（）\s]{3,40}(?:人民政府|办公室|办公厅|委员会|管理局|局|厅|中心|街道办事处|指挥部|领导小组|院|社)$/u;
const APPENDIX = /^附\s*件\s*(?:\d{0,2}\s*[：:].*|\d{0,2})$/u;

/** Shape of a line; null for running text. `next` tells a signature from a name in the text. */
export function shapeOfLine(line: string, next: string | undefined, position: number): LineShape | null {
  const text = line.replace(/[\s\u3000\u00a0]+/gu, ' ').trim();
  if (text === '') return null;
  const isHead = !ENDS_SENTENCE.test(text) && !/。./u.test(text);
  if (isHead && FIRST.test(text)) return 'h2';
  if (isHead && SECOND.test(text)) return 'h3';
  if (isHead && THIRD.test(text)) return 'h4';
  if (DATE.test(text)) return 'date';
  if (next !== undefined && DATE.test(next.trim()) && ORGAN.test(text)) return 'signature';
  if (position < 3 && ADDRESSEE.test(text)) return 'addressee';
  if (APPENDIX.test(text)) return 'appendix';
  return null;
}
