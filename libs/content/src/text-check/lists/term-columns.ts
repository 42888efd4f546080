import type { Severity } from '../check-hit';
import type { LexiconKind } from '../lexicon';
import type { TermValues } from './term-values';

export const KIND_NAMES: Readonly<Record<LexiconKind, string>> = {
  misspelling: '错别字',
  wording: '不规范表述',
  organisation: '机构名称',
  sensitive: '敏感词',
};

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  block: '必须改正',
  warn: '请核对',
  hint: '提示',
};

/** Divides alternatives in one cell. */
const DIVIDER = '|';

interface TermColumn {
  readonly field: keyof TermValues;
  readonly title: string;
  /** Other heads by which the column is recognised. */
  readonly also: readonly string[];
}

/** Columns of an exported and of an imported list: the same file goes out and comes in. */
export const TERM_COLUMNS: readonly TermColumn[] = [
  { field: 'wrong', title: '错误写法', also: ['wrong', '错误词', '错词', '词语', '敏感词', '禁用词'] },
  { field: 'right', title: '正确写法', also: ['right', '正确词', '建议', '建议写法', '规范表述'] },
  { field: 'kind', title: '类别', also: ['kind', '类型'] },
  { field: 'severity', title: '级别', also: ['severity', '严重程度'] },
  { field: 'reason', title: '说明', also: ['reason', '理由', '备注'] },
  { field: 'notAfter', title: '前面不是', also: ['notAfter'] },
  { field: 'notBefore', title: '后面不是', also: ['notBefore'] },
  { field: 'within', title: '不在这些词中', also: ['within', '例外词语'] },
  { field: 'isQuotable', title: '书名号引号内不查', also: ['quoted'] },
  { field: 'category', title: '分类', also: ['category'] },
];

export function cellOf(values: TermValues, field: keyof TermValues): string {
  const value = values[field];
  if (field === 'kind') return KIND_NAMES[values.kind];
  if (field === 'severity') return values.severity ? SEVERITY_NAMES[values.severity] : '';
  if (typeof value === 'boolean') return value ? '是' : '';
  return Array.isArray(value) ? value.join(DIVIDER) : String(value ?? '');
}

/** The columns that a head line names; null where it names none that is known. */
export function columnsOf(head: readonly string[]): readonly (keyof TermValues | null)[] {
  return head.map((cell) => {
    const name = cell.trim().toLowerCase();
    const column = TERM_COLUMNS.find(({ title, also }) =>
      [title, ...also].some((each) => each.toLowerCase() === name),
    );
    return column?.field ?? null;
  });
}

export interface ReadTerm {
  readonly wish: Partial<TermValues> & Pick<TermValues, 'wrong' | 'kind'>;
  readonly faults: readonly string[];
}

/** One row as a term; words it does not know in a cell with fixed choices are faults. */
export function readRow(columns: readonly (keyof TermValues | null)[], cells: readonly string[]): ReadTerm {
  const text = (field: keyof TermValues): string => {
    const at = columns.indexOf(field);
    // A leading apostrophe is what an export puts before what a spreadsheet would run.
    return at < 0 ? '' : (cells[at] ?? '').trim().replace(/^'(?=[\s=+\-@＝＋－＠])/u, '');
  };
  const list = (field: keyof TermValues): string[] => text(field).split(/[|｜、；;]/u);
  const faults: string[] = [];
  const kind = chosen(KIND_NAMES, text('kind'), 'misspelling');
  if (!kind) faults.push(`类别“${text('kind')}”不在“${Object.values(KIND_NAMES).join('、')}”之中`);
  const severity = chosen(SEVERITY_NAMES, text('severity'), null);
  if (severity === undefined)
    faults.push(`级别“${text('severity')}”不在“${Object.values(SEVERITY_NAMES).join('、')}”之中`);
  return {
    wish: {
      wrong: text('wrong'),
      right: text('right'),
      kind: kind ?? 'misspelling',
      severity: severity ?? null,
      reason: text('reason'),
      notAfter: list('notAfter'),
      notBefore: list('notBefore'),
      within: list('within'),
      isQuotable: ['是', 'skip', '1', 'true', '√'].includes(text('isQuotable').toLowerCase()),
      category: text('category'),
    },
    faults,
  };
}

/** The code of a choice by its name or itself; `otherwise` for an empty cell, undefined for an unknown one. */
function chosen<K extends string, T>(
  names: Readonly<Record<K, string>>,
  cell: string,
  otherwise: T,
): K | T | undefined {
  if (cell === '') return otherwise;
  const found = Object.entries(names).find(([code, name]) => code === cell || name === cell);
  return found?.[0] as K | undefined;
}
