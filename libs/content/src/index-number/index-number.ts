/** The national form (20 characters): organisation code, slash, year, hyphen, five-digit serial. */
export const NATIONAL_TEMPLATE = '{org9}/{year}-{serial5}';

export interface IndexNumberFacts {
  /** Organisation code of the publisher: 9 characters, or a unified social credit code of 18. */
  readonly organisationCode: string;
  readonly siteCode: string;
  readonly year: number;
}

const WORDS = /\{(org9|siteCode|year|serial(\d))\}/g;

/** Whether a template names a year-bound serial, so that numbers can never collide. */
export function isIndexTemplate(template: string): boolean {
  const words = [...template.matchAll(WORDS)].map((match) => match[1] as string);
  const rest = template.replace(WORDS, '');
  return (
    words.filter((word) => word.startsWith('serial')).length === 1 &&
    words.includes('year') &&
    /^[\p{Script=Han}A-Za-z0-9\-/.()（）]*$/u.test(rest)
  );
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

function filled(template: string, facts: IndexNumberFacts, serial: string): string {
  return template.replace(WORDS, (_all, word: string, width: string | undefined) => {
    if (word === 'org9') return organisationNine(facts.organisationCode);
    if (word === 'siteCode') return facts.siteCode;
    if (word === 'year') return String(facts.year);
    return serial === '#' ? '#' : serial.padStart(Number(width), '0');
  });
}

/** The nine characters of an organisation code; they are places 9 to 17 of a unified social credit code. */
export function organisationNine(code: string): string {
  const bare = code.replace(/[-\s]/g, '').toUpperCase();
  if (bare.length === 18) return bare.slice(8, 17);
  return bare.length === 9 ? bare : '';
}
