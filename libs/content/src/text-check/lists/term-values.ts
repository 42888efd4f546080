import { characterCount, isStorable } from '../../article/article-text';
import type { Severity } from '../check-hit';
import { fold } from '../engine/fold';
import { LEXICON_KINDS, type LexiconKind } from '../lexicon';
import { isExcepted } from '../lexicon-context';
import { termInvalid } from './lists.errors';

/** What a person writes about a word. */
export interface TermValues {
  readonly wrong: string;
  readonly right: string;
  readonly kind: LexiconKind;
  /** Null: as the rule of the kind says. */
  readonly severity: Severity | null;
  readonly reason: string;
  readonly notAfter: readonly string[];
  readonly notBefore: readonly string[];
  readonly within: readonly string[];
  readonly isQuotable: boolean;
  readonly category: string;
}

interface Fault {
  readonly field: string;
  readonly message: string;
}

const MOST_CONTEXTS = 50;

/** The values as they are stored; raises `content.check.termInvalid` with every fault at once. */
export function checkedTerm(given: Partial<TermValues> & Pick<TermValues, 'wrong' | 'kind'>): TermValues {
  const values = completed(given);
  const faults = faultsOf(values);
  if (faults.length > 0) throw termInvalid({ faults: [...faults] });
  return values;
}

export function completed(given: Partial<TermValues> & Pick<TermValues, 'wrong' | 'kind'>): TermValues {
  return {
    wrong: given.wrong.trim(),
    right: given.right?.trim() ?? '',
    kind: given.kind,
    severity: given.severity ?? null,
    reason: given.reason?.trim() ?? '',
    notAfter: cleaned(given.notAfter),
    notBefore: cleaned(given.notBefore),
    within: cleaned(given.within),
    isQuotable: given.isQuotable ?? false,
    category: given.category?.trim() ?? '',
  };
}

/** What is wrong with a term, for the person who wrote it. */
export function faultsOf(values: TermValues): readonly Fault[] {
  const { wrong, right, kind, reason, notAfter, notBefore, within, category } = values;
  const faults: Fault[] = [];
  const blame = (field: string, message: string): void => void faults.push({ field, message });
  const length = characterCount(wrong);
  if (length < 2 || length > 50 || wrong.length > 100) blame('wrong', '错误写法须为 2 至 50 字');
  if (characterCount(right) > 100 || right.length > 200) blame('right', '正确写法不超过 100 字');
  if (characterCount(reason) > 150 || reason.length > 300) blame('reason', '说明不超过 150 字');
  if (category.length > 50) blame('category', '分类不超过 50 字');
  if (!LEXICON_KINDS.includes(kind)) blame('kind', '请选择类别：错别字、不规范表述、机构名称或敏感词');
  const words = { wrong, right, reason, category, contexts: [...notAfter, ...notBefore, ...within].join('') };
  for (const [field, text] of Object.entries(words))
    if (!isStorable(text) || /[\r\n\t]/.test(text)) blame(field, '文字中有换行或无法保存的特殊字符，请删除');
  for (const [field, list] of Object.entries({ notAfter, notBefore, within }))
    if (list.length > MOST_CONTEXTS || list.some((each) => each.length > 50))
      blame(field, `例外语境每项不超过 50 字，最多 ${MOST_CONTEXTS} 项`);
  if (within.some((phrase) => !fold(phrase).includes(fold(wrong)) || phrase === wrong))
    blame('within', `“所在词语”须包含“${wrong}”且更长`);
  if (right !== '' && fold(right) === fold(wrong)) blame('right', '正确写法与错误写法相同');
  else if (right !== '' && hitsItsCorrection(values))
    blame('right', `改成“${right}”后仍会查出“${wrong}”，请填写例外语境`);
  return faults;
}

function hitsItsCorrection(values: TermValues): boolean {
  const [wrong, right] = [fold(values.wrong), fold(values.right)];
  const entry = {
    wrong,
    isQuotable: values.isQuotable,
    notAfter: values.notAfter.map(fold),
    notBefore: values.notBefore.map(fold),
    within: values.within.map(fold),
  };
  for (let at = right.indexOf(wrong); at >= 0; at = right.indexOf(wrong, at + 1))
    if (!isExcepted(entry, right, at)) return true;
  return false;
}

const cleaned = (list: readonly string[] | undefined): string[] => [
  ...new Set((list ?? []).map((part) => part.trim()).filter((part) => part !== '')),
];
