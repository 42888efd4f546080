import type { RectificationView } from '@/api/supervision';

/** What has happened so far, read off the instants of the row. */
export function rectificationTrail(
  row: RectificationView,
): { at: string; byName: string; actionName: string; opinion: string }[] {
  const steps: [string | null, string, string, string][] = [
    [row.dispatchedAt, '派发', '', row.demand],
    [row.acceptedAt, '签收', row.organisationName, ''],
    [row.fixedAt, '上报已改', row.organisationName, row.fixedNote ?? ''],
    [row.verifiedAt, '复查通过', '系统', ''],
    [row.closedAt, '办结', '', ''],
  ];
  return steps
    .flatMap(([at, actionName, byName, opinion]) =>
      at === null ? [] : [{ at, actionName, byName, opinion }],
    )
    .sort((a, b) => a.at.localeCompare(b.at));
}
