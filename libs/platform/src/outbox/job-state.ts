import { StateMachine } from '@zhanqun/kernel';
import { jobMoveRefused } from './jobs.errors';

export const JOB_STATES = ['waiting', 'running', 'done', 'failed', 'discarded'] as const;
export type JobState = (typeof JOB_STATES)[number];
export type JobMove = 'start' | 'finish' | 'putOff' | 'fail' | 'retry' | 'discard';

/** 任务状态：等待 → 执行 → 完成；失败后自动重试，次数用尽转人工重试或作废。 */
export const jobState = new StateMachine<JobState, JobMove>(
  {
    start: { from: ['waiting', 'running'], to: 'running' },
    finish: { from: ['running'], to: 'done' },
    putOff: { from: ['running'], to: 'waiting' },
    fail: { from: ['running'], to: 'failed' },
    retry: { from: ['failed', 'discarded'], to: 'waiting' },
    discard: { from: ['waiting', 'failed'], to: 'discarded' },
  },
  jobMoveRefused,
);
