import type { RectificationView } from '@/api/supervision';

interface Step {
  at: string;
  byName: string;
  actionName: string;
  opinion: string;
}

/** What has happened so far, read off the instants of the row. */
export function rectificationTrail(row: RectificationView): Step[] {
  const steps: [string | null, string, string, string][] = [
    [row.dispatchedAt, '派发', `监管员 → ${row.organisationName}`, row.demand],
    [row.acceptedAt, '签收', row.organisationName, ''],
    [row.fixedAt, '上报已改', row.organisationName, row.fixedNote ?? ''],
    [row.verifiedAt, '复查通过', '系统', ''],
    [givenBackAt(row), '退回重改', giverBack(row), row.returnedReason ?? ''],
    [row.closedAt, '办结', '监管员', ''],
  ];
  return steps
    .flatMap(([at, actionName, byName, opinion]) =>
      at === null ? [] : [{ at, actionName, byName, opinion }],
    )
    .sort((a, b) => a.at.localeCompare(b.at));
}

/** The check follows the report at once, and a supervisor's refusal follows the check. */
function givenBackAt(row: RectificationView): string | null {
  if (row.state !== 'returned' || !row.returnedReason) return null;
  return (
    [row.fixedAt, row.verifiedAt]
      .filter((at) => at !== null)
      .toSorted()
      .at(-1) ?? null
  );
}

const giverBack = (row: RectificationView): string =>
  row.returnedReason?.startsWith('机器复核') ? '系统复查' : '监管员';
