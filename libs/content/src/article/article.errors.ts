import { defineError } from '@zhanqun/kernel';

export const articleNotFound = defineError<{ id: number }>(
  'content.article.notFound',
  'notFound',
  () => '文章不存在或已被删除',
);

export const articleInBin = defineError<{ id: number }>(
  'content.article.inBin',
  'conflict',
  () => '稿件在回收站里，请先从回收站恢复再操作',
);

export const articleTextInvalid = defineError<{ faults: readonly { field: string; message: string }[] }>(
  'content.article.textInvalid',
  'invalid',
  ({ faults }) => faults.map((fault) => fault.message).join('；'),
);

export const articleTooLong = defineError<{ limit: number }>(
  'content.article.tooLong',
  'tooLarge',
  ({ limit }) => `正文超过 ${limit / 10_000} 万字，请拆成几篇，或把长文作为附件上传`,
);

export const channelTakesNoArticles = defineError<{ channelId: number }>(
  'content.article.channelTakesNone',
  'invalid',
  () => '链接栏目不能放文章，请选择其他栏目',
);

export const articleVersionStale = defineError<{
  sentVersion: number;
  currentVersion: number;
  savedBy: string;
  savedAt: string;
}>(
  'content.article.versionStale',
  'conflict',
  ({ savedBy, savedAt }) =>
    `稿件已由${savedBy}于 ${savedAt} 保存过新的内容。请先复制您的修改，刷新查看最新内容后再保存`,
);

export const articleVersionMissing = defineError(
  'content.article.versionMissing',
  'invalid',
  () => '缺少版本号，请刷新页面后重试',
);

export const articleKindFixed = defineError<{ kind: string }>(
  'content.article.kindFixed',
  'conflict',
  () => '发布过的文章不能改变类型',
);

export const articleInReview = defineError<{ state: string }>(
  'content.article.inReview',
  'conflict',
  () => '稿件正在审核，不能修改。请先撤回送审，或由审核人退回',
);

export const articleApproved = defineError<{ articleId: number }>(
  'content.article.approved',
  'conflict',
  () => '稿件已审定待发布，不能直接修改。点“修改”会取消定时发布并重新送审',
);

export const articleHasOpenRevision = defineError<{ state: string }>(
  'content.article.hasOpenRevision',
  'conflict',
  () => '已有一个正在编辑或审核的版本，请在该版本上继续',
);

export const articleNeverPublished = defineError<{ id: number }>(
  'content.article.neverPublished',
  'conflict',
  () => '此稿件没有发布过，不需要时请删除（可从回收站恢复）',
);

export const articleWasPublished = defineError<{ id: number }>(
  'content.article.wasPublished',
  'conflict',
  () => '文章正在网上公开，不能删除，请先撤稿',
);

export const interpretedNotPolicy = defineError<{ articleId: number }>(
  'content.article.interpretedNotPolicy',
  'invalid',
  () => '所解读的文件须是本站的政策文件',
);

export const assetNotUsable = defineError<{ assetId: number }>(
  'content.article.assetNotUsable',
  'invalid',
  () => '所选图片或附件不存在或已被删除，请重新选择',
);

export const articleMoveRefused = defineError<{ move: string; state: string }>(
  'content.article.moveRefused',
  'conflict',
  () => '文章的状态已变化，不能进行这一步，请刷新后再试',
);

export const originalDateInFuture = defineError<{ publishedAt: string }>(
  'content.archive.dateInFuture',
  'invalid',
  () => '历史文章的原发布时间不能晚于现在',
);
