import { defineError } from '@zhanqun/kernel';

const STATES: Readonly<Record<string, string>> = {
  pending: '待审批',
  approved: '已批准',
  refused: '未批准',
  recalled: '已撤回',
};

export const channelChangeNotFound = defineError<{ id: number }>(
  'content.channelChange.notFound',
  'notFound',
  () => '栏目变更申请不存在',
);

export const channelChangeInvalid = defineError<{ faults: readonly { field: string; message: string }[] }>(
  'content.channelChange.invalid',
  'invalid',
  ({ faults }) => faults.map((fault) => fault.message).join('；'),
);

export const channelChangeOpen = defineError<{ channelId: number }>(
  'content.channelChange.alreadyOpen',
  'conflict',
  () => '这个栏目已有一份待审批的申请，请等审批后再申请',
);

export const channelChangeMoveRefused = defineError<{ move: string; state: string }>(
  'content.channelChange.moveRefused',
  'conflict',
  ({ state }) => `申请当前为“${STATES[state] ?? state}”，不能进行这一步，请刷新后再试`,
);

export const channelChangeOwnApplication = defineError(
  'content.channelChange.ownApplication',
  'forbidden',
  () => '不能审批本人提出的申请，请由其他审批人办理',
);

export const channelChangeReasonMissing = defineError(
  'content.channelChange.reasonMissing',
  'invalid',
  () => '不予批准时须写明理由（1 至 1000 字）',
);

export const channelChangeNeeded = defineError<{ what: string }>(
  'content.channelChange.applicationNeeded',
  'forbidden',
  ({ what }) => `网站上线后，${what}须提出栏目变更申请，批准后生效。请到“栏目变更”办理`,
);
