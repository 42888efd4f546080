import { WORK_MEASURES, type WorkFact, type WorkMeasure } from './work-fact';

export type WorkAmounts = Readonly<Record<WorkMeasure, number>>;

export interface WorkRow {
  readonly key: string;
  readonly amounts: WorkAmounts;
}

const nothing = (): Record<WorkMeasure, number> =>
  Object.fromEntries(WORK_MEASURES.map((measure) => [measure, 0])) as Record<WorkMeasure, number>;

/** The facts added up by key; the order is that in which the keys first appear. A null key is left out. */
export function summarise(
  facts: Iterable<WorkFact>,
  keyOf: (fact: WorkFact) => string | null,
): readonly WorkRow[] {
  const rows = new Map<string, Record<WorkMeasure, number>>();
  for (const fact of facts) {
    const key = keyOf(fact);
    if (key === null) continue;
    const amounts = rows.get(key) ?? nothing();
    amounts[fact.measure] += fact.amount;
    rows.set(key, amounts);
  }
  return [...rows].map(([key, amounts]) => ({ key, amounts }));
}

export function totalOf(rows: readonly WorkRow[]): WorkAmounts {
  const total = nothing();
  for (const { amounts } of rows) for (const measure of WORK_MEASURES) total[measure] += amounts[measure];
  return total;
}
