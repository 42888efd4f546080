import { defineError } from '@zhanqun/kernel';

export const previewDaysWrong = defineError<{ most: number }>(
  'content.previewLink.daysWrong',
  'invalid',
  ({ most }) => `预览链接的有效期须为 1 至 ${most} 天`,
);

export const previewLinkNotFound = defineError<{ id: number }>(
  'content.previewLink.notFound',
  'notFound',
  () => '没有这个预览链接，可能已被收回',
);

export const tooManyPreviewLinks = defineError<{ most: number }>(
  'content.previewLink.tooMany',
  'conflict',
  ({ most }) => `一篇稿件最多同时有 ${most} 个有效的预览链接，请先收回不用的`,
);

export const previewSiteWithoutAddress = defineError(
  'content.previewLink.noAddress',
  'conflict',
  () => '本站还没有绑定域名或尚未开通，暂时不能生成预览链接',
);
