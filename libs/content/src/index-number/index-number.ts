/** The national form (20 characters): organisation code, slash, year, hyphen, five-digit serial. */
export const NATIONAL_TEMPLATE = '{org9}/{year}-{serial5}';

export interface IndexNumberFacts {
  /** Organisation code of the publisher: 9 characters, or a unified social credit code of 18. */
  readonly organisationCode: string;
  readonly siteCode: string;
  readonly year: number;
  /** Month and day of the publication, Shanghai. */
  readonly month: number;
  readonly day: number;
}

/** What a rule may be built of. `serial` stands for `serial3` to `serial8`. */
export const INDEX_PARTS = [
  { word: 'org9', label: '组织机构代码（9 位）' },
  { word: 'credit18', label: '统一社会信用代码（18 位）' },
  { word: 'siteCode', label: '网站标识码' },
  { word: 'area6', label: '行政区划代码（网站标识码前 6 位）' },
  { word: 'year', label: '年份' },
  { word: 'month', label: '月份' },
  { word: 'day', label: '日' },
  { word: 'serial', label: '流水号' },
] as const;

const WORDS = /\{(org9|credit18|siteCode|area6|year|month|day|serial([3-8]))\}/g;
const LONGEST = 64;

/** What is wrong with a rule, in Chinese; null when numbers made by it can never collide. */
export function indexTemplateFault(template: string): string | null {
  const words = [...template.matchAll(WORDS)].map((match) => match[1] as string);
  const rest = template.replace(WORDS, '');
  if (words.filter((word) => word.startsWith('serial')).length !== 1) return '须含一个流水号，如 {serial5}';
  if (!words.includes('year')) return '须含年份 {year}，流水号每年重新开始';
  if (words.includes('day') && !words.includes('month')) return '含日的须同时含月份';
  if (!/^[\p{Script=Han}A-Za-z0-9\-/.()（）]*$/u.test(rest)) return '只能用汉字、字母、数字和 - / . ( ) 连接';
  return /\d\{serial|\}\{serial/.test(template)
    ? '流水号前面须有连接符（如 -），不能紧接数字或其他部分'
    : null;
}

export function isIndexTemplate(template: string): boolean {
  return indexTemplateFault(template) === null;
}

/**
 * 索引号 in two halves: what the serial is counted under, and the number for one serial. Two sites of
 * one organisation share a count, so a number is unique on the whole platform.
 */
export function indexNumberScope(template: string, facts: IndexNumberFacts): string {
  return filled(template, facts, '#');
}

export function formatIndexNumber(template: string, facts: IndexNumberFacts, serial: number): string {
  return filled(template, facts, String(serial));
}

export const fitsIndexNumber = (number: string): boolean => number.length <= LONGEST;

function filled(template: string, facts: IndexNumberFacts, serial: string): string {
  return template.replace(WORDS, (_all, word: string, width: string | undefined) => {
    switch (word) {
      case 'org9':
        return organisationNine(facts.organisationCode);
      case 'credit18':
        return facts.organisationCode.replace(/[-\s]/g, '').toUpperCase();
      case 'siteCode':
        return facts.siteCode;
      case 'area6':
        return facts.siteCode.slice(0, 6);
      case 'year':
        return String(facts.year);
      case 'month':
        return String(facts.month).padStart(2, '0');
      case 'day':
        return String(facts.day).padStart(2, '0');
      default:
        return serial === '#' ? '#' : serial.padStart(Number(width), '0');
    }
  });
}

/** The nine characters of an organisation code; they are places 9 to 17 of a unified social credit code. */
export function organisationNine(code: string): string {
  const bare = code.replace(/[-\s]/g, '').toUpperCase();
  if (bare.length === 18) return bare.slice(8, 17);
  return bare.length === 9 ? bare : '';
}
