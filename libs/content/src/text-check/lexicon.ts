import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledFolder } from '@zhanqun/tenancy';
import { isExcepted } from './lexicon-context';

export const LEXICON_KINDS = ['misspelling', 'wording', 'organisation', 'sensitive'] as const;
export type LexiconKind = (typeof LEXICON_KINDS)[number];

export const LEXICON_SEVERITIES = ['block', 'warn', 'hint'] as const;
export type LexiconSeverity = (typeof LEXICON_SEVERITIES)[number];

/** 词条：one wrong form, what to write instead, and where the same characters are right after all. */
export interface LexiconEntry {
  /** The characters looked for, exactly. */
  readonly wrong: string;
  /** What to put in their place; null when only a person can say. */
  readonly right: string | null;
  readonly kind: LexiconKind;
  readonly severity: LexiconSeverity;
  /** For the editor, in Chinese: what is wrong. */
  readonly reason: string;
  /** No hit directly *after* one of these: 布署 after 分 is 分布/署名. */
  readonly notAfter: readonly string[];
  /** No hit directly *before* one of these: 布署 before 名 is 署名. */
  readonly notBefore: readonly string[];
  /** No hit inside one of these longer words or phrases; each contains `wrong`. */
  readonly within: readonly string[];
  /** No hit inside 《》 or “”: names of old documents keep the words of their day. */
  readonly isQuotable: boolean;
  /** Heading under which a sensitive term is listed; empty for other kinds. */
  readonly category: string;
  /** File of the entry without ending, part of the stable rule code of a hit. */
  readonly list: string;
}

export interface LexiconReading {
  readonly entries: readonly LexiconEntry[];
  /** One line each, `file:line: what is wrong`. */
  readonly problems: readonly string[];
}

const COLUMNS = [
  'wrong', 'right', 'kind', 'severity', 'reason', 'notAfter', 'notBefore', 'within', 'quoted', 'category',
] as const; // prettier-ignore
type Column = (typeof COLUMNS)[number];
type Cells = Partial<Record<Column, string>>;

/** Context lists of a section are added to those of a row; every other value of a row replaces the section's. */
const ADDED: readonly Column[] = ['notAfter', 'notBefore'];

/** Every list of `config/lexicons`, in name order. Raises with all problems at once: a broken list never half works. */
export function readLexicon(folder = bundledFolder('lexicons')): readonly LexiconEntry[] {
  const readings = readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .toSorted()
    .map((name) => parseLexicon(readFileSync(join(folder, name), 'utf8'), name));
  const entries = readings.flatMap((reading) => reading.entries);
  const problems = [...readings.flatMap((reading) => reading.problems), ...repeated(entries)];
  if (problems.length > 0) throw new Error(`the lexicon cannot be used:\n${problems.join('\n')}`);
  return entries;
}

/** One list in the format of config/lexicons/README.md. */
export function parseLexicon(text: string, file: string): LexiconReading {
  const entries: LexiconEntry[] = [];
  const problems: string[] = [];
  let section: Cells = {};
  let header: readonly string[] | undefined;

  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const blame = (what: string): void => void problems.push(`${file}:${index + 1}: ${what}`);
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (line.startsWith('@')) {
      const [, name = '', value = ''] = /^@(\w+)\s*(.*)$/.exec(line) ?? [];
      if (!isColumn(name) || name === 'wrong') blame(`@${name} is not a column`);
      else section = { ...section, [name]: value.trim() };
      continue;
    }
    const cells = line.split('\t').map((cell) => cell.trim());
    if (!header) {
      header = cells;
      for (const name of cells.filter((cell) => !isColumn(cell))) blame(`${name} is not a column`);
      if (!cells.includes('wrong')) blame('the first row names the columns, "wrong" among them');
      continue;
    }
    if (cells.length > header.length) blame(`${cells.length} cells under ${header.length} columns`);
    const entry = toEntry(withSection(toCells(header, cells), section), file);
    const faults = faultsOf(entry);
    faults.forEach(blame);
    if (faults.length === 0) entries.push(entry);
  }
  return { entries, problems };
}

function toCells(header: readonly string[], cells: readonly string[]): Cells {
  return Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']).filter(([, cell]) => cell));
}

function withSection(row: Cells, section: Cells): Cells {
  const added = ADDED.map((name) => [name, [row[name], section[name]].filter(Boolean).join('|')]);
  return { ...section, ...row, ...(Object.fromEntries(added) as Cells) };
}

function toEntry(cells: Cells, file: string): LexiconEntry {
  const { wrong = '', right = '' } = cells;
  return {
    wrong,
    right: right === '' ? null : right,
    kind: cells.kind as LexiconKind,
    severity: cells.severity as LexiconSeverity,
    reason: (cells.reason ?? '').replaceAll('{wrong}', wrong).replaceAll('{right}', right),
    notAfter: alternatives(cells.notAfter),
    notBefore: alternatives(cells.notBefore),
    within: alternatives(cells.within),
    isQuotable: cells.quoted === 'skip',
    category: cells.category ?? '',
    list: file.replace(/\.\w+$/, ''),
  };
}

/** What makes an entry unusable; also asked for lists that people import. */
export function faultsOf(entry: LexiconEntry): readonly string[] {
  const { wrong, right, kind, severity, reason, within } = entry;
  const faults: string[] = [];
  if (wrong.length < 2) faults.push(`"${wrong}" is too short to be looked for`);
  if (wrong === right) faults.push(`"${wrong}" is its own correction`);
  if (!LEXICON_KINDS.includes(kind)) faults.push(`${kind} is not a kind`);
  if (!LEXICON_SEVERITIES.includes(severity)) faults.push(`${severity} is not a severity`);
  if (reason === '') faults.push(`"${wrong}" has no reason`);
  for (const phrase of within)
    if (!phrase.includes(wrong) || phrase === wrong)
      faults.push(`within: "${phrase}" does not contain "${wrong}" and more`);
  if (right !== null && hitsItsCorrection(entry, right))
    faults.push(`"${right}" contains "${wrong}": it needs a context exception`);
  return faults;
}

function hitsItsCorrection(entry: LexiconEntry, right: string): boolean {
  for (let at = right.indexOf(entry.wrong); at >= 0; at = right.indexOf(entry.wrong, at + 1))
    if (!isExcepted(entry, right, at)) return true;
  return false;
}

function repeated(entries: readonly LexiconEntry[]): readonly string[] {
  const seen = new Map<string, string>();
  return entries.flatMap(({ wrong, list }) => {
    const first = seen.get(wrong);
    seen.set(wrong, first ?? list);
    return first === undefined ? [] : [`${list}: "${wrong}" is listed twice, first in ${first}`];
  });
}

function alternatives(cell: string | undefined): readonly string[] {
  return (cell ?? '').split('|').filter((part) => part !== '');
}

function isColumn(name: string): name is Column {
  return (COLUMNS as readonly string[]).includes(name);
}
