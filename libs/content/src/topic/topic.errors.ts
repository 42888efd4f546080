import { defineError } from '@zhanqun/kernel';

const STATES: Readonly<Record<string, string>> = {
  draft: '草稿',
  pending: '待审批',
  approved: '已批准待开通',
  running: '进行中',
  archived: '已归档',
  closed: '已关闭',
};

export const topicNotFound = defineError<{ id: number }>(
  'content.topic.notFound',
  'notFound',
  () => '专题不存在或已被删除',
);

export const topicInvalid = defineError<{ faults: readonly { field: string; message: string }[] }>(
  'content.topic.invalid',
  'invalid',
  ({ faults }) => faults.map((fault) => fault.message).join('；'),
);

export const topicPathTaken = defineError<{ path: string }>(
  'content.topic.pathTaken',
  'conflict',
  ({ path }) => `本站已有地址为“/zt/${path}/”的专题，请换一个`,
);

export const topicMoveRefused = defineError<{ move: string; state: string }>(
  'content.topic.moveRefused',
  'conflict',
  ({ state }) => `专题当前为“${STATES[state] ?? state}”，不能进行这一步，请刷新后再试`,
);

export const topicFixed = defineError<{ state: string }>(
  'content.topic.fixed',
  'conflict',
  ({ state }) => `专题${STATES[state] ?? ''}，名称、简介等不能再改，只能调整各栏目里的文章`,
);

export const topicHeadingsFixed = defineError(
  'content.topic.headingsFixed',
  'forbidden',
  () => '专题开通后，栏目的标题和说明由审批人修改，您可以调整栏目里的文章',
);

export const topicVersionStale = defineError<{ sentVersion: number; currentVersion: number }>(
  'content.topic.versionStale',
  'conflict',
  () => '专题已被其他人保存过，请刷新查看最新内容后再改',
);

export const topicIncomplete = defineError<{ faults: readonly { field: string; message: string }[] }>(
  'content.topic.incomplete',
  'invalid',
  ({ faults }) => `申请前请补齐：${faults.map((fault) => fault.message).join('；')}`,
);

export const topicOwnApplication = defineError(
  'content.topic.ownApplication',
  'forbidden',
  () => '不能审批本人申请的专题，请由其他审批人办理',
);

export const topicReasonMissing = defineError(
  'content.topic.reasonMissing',
  'invalid',
  () => '请写明理由（1 至 1000 字）',
);

export const topicOver = defineError<{ endsOn: string }>(
  'content.topic.over',
  'conflict',
  ({ endsOn }) => `专题的结束日期 ${endsOn} 已过，请退回修改起止日期`,
);
