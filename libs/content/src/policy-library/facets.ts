import { VALIDITIES, VALIDITY_LABELS, type Validity } from '../article/policy-facts';
import type { Combination } from './policy-library.sql';

/** 发布站点、主题、机关、年份、效力、体裁: the names stand in addresses. A site alone asks for no site. */
export const FACETS = ['site', 'subject', 'organ', 'year', 'validity', 'kind'] as const;
export type FacetName = (typeof FACETS)[number];
export const FACET_LABELS: Readonly<Record<FacetName, string>> = {
  site: '发布站点',
  subject: '主题分类',
  organ: '发文机关',
  year: '成文年份',
  validity: '有效性',
  kind: '体裁',
};

export type Choice = Readonly<Partial<Record<FacetName, string>>>;

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}
export interface Facet {
  readonly name: FacetName;
  readonly options: readonly FacetOption[];
}

const MOST_OPTIONS = 40;

/** `综合政务\政务公开` is filed under its upper class. */
export const upperSubject = (subject: string): string => subject.split('\\')[0] ?? '';

const valueOf: Readonly<Record<FacetName, (combination: Combination) => string>> = {
  site: ({ siteId }) => String(siteId),
  subject: ({ subject }) => upperSubject(subject),
  organ: ({ organ }) => organ,
  year: ({ year }) => year,
  validity: ({ validity }) => validity,
  kind: ({ genre }) => genre,
};

/** Whether the combination fits every chosen facet, one of them left aside. */
function fits(combination: Combination, choice: Choice, aside?: FacetName): boolean {
  return FACETS.every(
    (name) => name === aside || choice[name] === undefined || valueOf[name](combination) === choice[name],
  );
}

export function countOf(combinations: readonly Combination[], choice: Choice): number {
  return combinations
    .filter((each) => fits(each, choice))
    .reduce((sum, { documents }) => sum + Number(documents), 0);
}

/** The subjects in full that a chosen upper class stands for. */
export function subjectsOf(combinations: readonly Combination[], upper: string): string[] {
  return [...new Set(combinations.map(({ subject }) => subject))].filter(
    (subject) => upperSubject(subject) === upper,
  );
}

/**
 * Every facet with how many documents each of its values would leave, the other facets as chosen: no
 * link leads to an empty list. What is chosen stays in view even when nothing is left of it.
 */
export function facetsOf(combinations: readonly Combination[], choice: Choice): Facet[] {
  return FACETS.map((name) => {
    const counts = new Map<string, number>();
    for (const combination of combinations) {
      const value = valueOf[name](combination);
      if (value !== '' && fits(combination, choice, name))
        counts.set(value, (counts.get(value) ?? 0) + Number(combination.documents));
    }
    const chosen = choice[name];
    if (chosen !== undefined && !counts.has(chosen)) counts.set(chosen, 0);
    const options = [...counts].map(([value, count]) => ({ value, label: labelOf(name, value), count }));
    return { name, options: options.toSorted(orderOf[name]).slice(0, MOST_OPTIONS) };
  });
}

export function labelOf(name: FacetName, value: string): string {
  if (name === 'validity') return VALIDITY_LABELS[value as Validity] ?? value;
  return name === 'year' ? `${value}年` : value;
}

const byCount = (left: FacetOption, right: FacetOption): number =>
  right.count - left.count || left.value.localeCompare(right.value, 'zh');
const orderOf: Readonly<Record<FacetName, (left: FacetOption, right: FacetOption) => number>> = {
  site: byCount,
  subject: byCount,
  organ: byCount,
  year: (left, right) => right.value.localeCompare(left.value),
  validity: (left, right) =>
    VALIDITIES.indexOf(left.value as Validity) - VALIDITIES.indexOf(right.value as Validity),
  kind: byCount,
};
