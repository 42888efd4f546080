import type { WorkAmounts } from '@/api/statistics';

export const GROUPS = [
  { value: 'person', label: '按人员' },
  { value: 'organisation', label: '按单位' },
  { value: 'channel', label: '按栏目' },
  { value: 'month', label: '按月份' },
  { value: 'day', label: '按日期' },
] as const;
export const SITE_GROUP = { value: 'site', label: '按站点' } as const;

export type Measure = keyof WorkAmounts;
