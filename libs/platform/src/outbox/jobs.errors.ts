import { defineError } from '@zhanqun/kernel';

export const jobNotFound = defineError<{ id: number }>(
  'platform.job.notFound',
  'notFound',
  () => '后台任务不存在，可能已按保留期限清理',
);

export const jobMoveRefused = defineError<{ move: string; state: string }>(
  'platform.job.moveRefused',
  'conflict',
  ({ move }) =>
    move === 'retry'
      ? '只有失败或已作废的任务可以重试，请刷新后查看'
      : '任务正在执行或已结束，不能作废，请刷新后查看',
);

export const jobChangedMeanwhile = defineError<{ id: number }>(
  'platform.job.changedMeanwhile',
  'conflict',
  () => '任务状态刚刚发生变化，请刷新后再操作',
);
