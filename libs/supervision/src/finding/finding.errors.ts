import { defineError } from '@zhanqun/kernel';

export const findingNotFound = defineError<{ id: number }>(
  'supervision.finding.notFound',
  'notFound',
  () => '没有这个问题，或它不在您的监管范围内',
);

export const findingMoveRefused = defineError<{ move: string; state: string }>(
  'supervision.finding.moveRefused',
  'conflict',
  ({ state }) =>
    state === 'cleared' ? '这个问题已经消除，无需再处理' : '这个问题已经派发或已有结论，请刷新后查看最新状态',
);
