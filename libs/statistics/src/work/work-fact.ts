/** 工作量指标. Counted on the day when it happened; `viewed` on the day of the reading. */
export const WORK_MEASURES = [
  'written',
  'words',
  'published',
  'reviewed',
  'returned',
  'sentBack',
  'submitted',
  'adopted',
  'viewed',
] as const;
export type WorkMeasure = (typeof WORK_MEASURES)[number];

export const MEASURE_LABELS: Readonly<Record<WorkMeasure, string>> = {
  written: '撰写',
  words: '字数',
  published: '发布',
  reviewed: '审核通过',
  returned: '退回他人',
  sentBack: '被退回',
  submitted: '报送',
  adopted: '被采用',
  viewed: '访问量',
};

/** One thing that was done: who, where, when, how much of what. */
export interface WorkFact {
  readonly measure: WorkMeasure;
  readonly amount: number;
  readonly personId: number;
  readonly siteId: number;
  /** Null where it belongs to no channel. */
  readonly channelId: number | null;
  /** Shanghai day. */
  readonly onDay: string;
}

export const WORK_GROUPS = ['person', 'organisation', 'channel', 'site', 'month', 'day'] as const;
export type WorkGroup = (typeof WORK_GROUPS)[number];
