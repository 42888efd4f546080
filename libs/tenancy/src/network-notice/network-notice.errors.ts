import { defineError } from '@zhanqun/kernel';

export const noticeNotFound = defineError<{ id: number }>(
  'tenancy.networkNotice.notFound',
  'notFound',
  () => '没有这条横幅或灰色日，可能不在您管理的站群内',
);

export const noticeMoveRefused = defineError<{ move: string; state: string }>(
  'tenancy.networkNotice.moveRefused',
  'conflict',
  () => '已结束或已撤下，不能再改动；如仍需要，请重新发布',
);

export const noticeStale = defineError<{ by: string }>(
  'tenancy.networkNotice.stale',
  'conflict',
  ({ by }) => `刚才${by ? `由${by}` : '有人'}作了改动，请刷新后再操作`,
);

export const noticePortalOnly = defineError(
  'tenancy.networkNotice.portalOnly',
  'forbidden',
  () => '应急横幅和灰色日由门户统一发布，请进入门户后操作',
);

export const noticeOutOfReach = defineError(
  'tenancy.networkNotice.outOfReach',
  'forbidden',
  () => '只能发布到本站群的站点；需要在全部站点发布的，请联系系统管理员',
);

export const noticeSitesMissing = defineError<{ sites: readonly string[] }>(
  'tenancy.networkNotice.sitesMissing',
  'invalid',
  ({ sites }) =>
    sites.length > 0
      ? `没有这些站点：${sites.slice(0, 5).join('、')}，请重新选择`
      : '请至少选择一个站点或一个站群',
);

export const noticeTimesWrong = defineError<{ fault: string }>(
  'tenancy.networkNotice.timesWrong',
  'invalid',
  ({ fault }) => `起止时间有误：${fault}`,
);

export const noticeTextMissing = defineError(
  'tenancy.networkNotice.textMissing',
  'invalid',
  () => '应急横幅须选择等级，并写明标题和内容',
);
