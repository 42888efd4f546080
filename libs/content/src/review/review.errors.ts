import { defineError } from '@zhanqun/kernel';

const STATES: Readonly<Record<string, string>> = {
  draft: '草稿',
  initialReview: '待初审',
  proofReview: '待校对',
  secrecyReview: '待保密审查',
  officeReview: '待办公室审核',
  jointReview: '待会签',
  secondReview: '待复审',
  finalReview: '待终审',
  approved: '已审定待发布',
  live: '已发布',
  superseded: '历史版本',
  abandoned: '已放弃',
};
const MOVES: Readonly<Record<string, string>> = {
  submit: '送审',
  passInitial: '初审通过',
  passSecond: '复审通过',
  passFinal: '终审通过',
  pass: '通过',
  returnTo: '退到前面的环节',
  publishUrgently: '应急发布',
  restore: '恢复',
  sendBack: '退回',
  recall: '撤回送审',
  publish: '发布',
  reopen: '重新编辑',
  supersede: '替换',
  abandon: '放弃修改',
};

export const reviewMoveRefused = defineError<{ move: string; state: string }>(
  'content.review.moveRefused',
  'conflict',
  ({ move, state }) =>
    `稿件当前为“${STATES[state] ?? state}”，不能${MOVES[move] ?? move}。可能已被其他人处理，请刷新后再试`,
);

export const selfReviewForbidden = defineError<{ articleId: number }>(
  'content.review.selfReviewForbidden',
  'forbidden',
  () => '不能审核本人撰写、修改或送审的稿件，请由其他审核人处理',
);

export const sameReviewerForbidden = defineError<{ articleId: number; step: string }>(
  'content.review.sameReviewerForbidden',
  'forbidden',
  () => '您已审核过本轮的另一个环节，同一轮审核的各环节须由不同人员完成',
);

export const sendBackReasonMissing = defineError(
  'content.review.reasonMissing',
  'invalid',
  () => '退回时须写明理由，便于作者修改（1 至 500 字）',
);

export const recallNotOwn = defineError<{ articleId: number }>(
  'content.review.recallNotOwn',
  'forbidden',
  () => '只有送审人本人可以撤回送审，如需退回请由审核人办理',
);

export const noOpenRevision = defineError<{ articleId: number }>(
  'content.review.noOpenRevision',
  'conflict',
  () => '此稿件没有正在编辑或审核的版本，请先点“修改”生成新版本',
);

export const importanceLowered = defineError<{ from: string; to: string }>(
  'content.review.importanceLowered',
  'invalid',
  () => '稿件送审后不能降低重要程度，以免减少审核环节',
);

export const withdrawReasonMissing = defineError(
  'content.review.withdrawReasonMissing',
  'invalid',
  () => '撤稿时须写明理由（1 至 500 字）',
);

export const scheduleNotFuture = defineError<{ at: string }>(
  'content.review.scheduleNotFuture',
  'invalid',
  () => '定时发布的时间须晚于现在，且不超过一年',
);

export const notPublished = defineError<{ articleId: number }>(
  'content.article.notPublished',
  'conflict',
  () => '此稿件没有在网上发布，不能撤稿',
);

export const bodyEmpty = defineError<{ articleId: number }>(
  'content.review.bodyEmpty',
  'invalid',
  () => '正文是空的，不能送审。请写好正文，或放入图片、附件',
);

export const stepNotYours = defineError<{ articleId: number; step: string }>(
  'content.review.stepNotYours',
  'forbidden',
  ({ step }) => `“${step}”由指定人员或指定部门审核，您不在其中，请由他们处理`,
);

export const takenByOther = defineError<{ name: string }>(
  'content.review.takenByOther',
  'conflict',
  ({ name }) => `${name}正在审核这一环节，如需由您审核，请先点“我来审”`,
);

export const stepUnclear = defineError<{ steps: readonly string[] }>(
  'content.review.stepUnclear',
  'invalid',
  ({ steps }) => `请指明要通过的环节：${steps.join('、')}`,
);

export const returnReasonMissing = defineError(
  'content.review.returnReasonMissing',
  'invalid',
  () => '退到前面的环节时须写明理由（1 至 500 字）',
);

export const opinionTooLong = defineError(
  'content.review.opinionTooLong',
  'invalid',
  () => '审核意见最长 500 字，且不能含有无法保存的字符',
);

export const secrecyRecordMissing = defineError(
  'content.review.secrecyRecordMissing',
  'invalid',
  () => '保密审查须填写审查结论和依据（1 至 500 字）后才能通过',
);

export const secrecyNotPublic = defineError(
  'content.review.secrecyNotPublic',
  'conflict',
  () => '审查结论不是“可以公开”，不能通过。请退回稿件，并写明需要删改的内容',
);

export const editsMissing = defineError(
  'content.review.editsMissing',
  'invalid',
  () => '没有修改任何内容，请直接点“通过”',
);

export const assigneeNotEligible = defineError<{ accountId: number }>(
  'content.review.assigneeNotEligible',
  'invalid',
  () => '此人不能审核这一环节：没有审核权限，或写过、审过这篇稿件，请另选一位',
);

export const batchNotTrusted = defineError<{ articleId: number }>(
  'content.review.batchNotTrusted',
  'forbidden',
  () => '此类稿件不允许批量通过，请打开逐篇审核',
);
