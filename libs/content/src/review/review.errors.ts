import { defineError } from '@zhanqun/kernel';

const STATES: Readonly<Record<string, string>> = {
  draft: '草稿',
  initialReview: '待初审',
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
