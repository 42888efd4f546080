import { defineError } from '@zhanqun/kernel';

export const membershipNotFound = defineError(
  'identity.membership.notFound',
  'notFound',
  () => '没有这条授权，可能已被收回',
);

export const roleUnknown = defineError<{ role: string }>(
  'identity.role.unknown',
  'invalid',
  ({ role }) => `没有“${role}”这个角色，请从角色列表中选择`,
);

export const siteUnknown = defineError<{ site: string }>(
  'identity.membership.siteUnknown',
  'invalid',
  () => '没有这个站点，请重新选择',
);

export const roleNeedsPlatform = defineError<{ role: string }>(
  'identity.membership.needsPlatform',
  'invalid',
  ({ role }) => `${role}是平台角色，授权时不选站点`,
);

export const roleNeedsSite = defineError<{ role: string }>(
  'identity.membership.needsSite',
  'invalid',
  ({ role }) => `${role}须授予在具体站点上，请选择站点`,
);

export const roleNeedsPortal = defineError<{ role: string }>(
  'identity.membership.needsPortal',
  'invalid',
  ({ role }) => `${role}须授予在门户站点上，覆盖其下全部站点`,
);

export const channelsNotTaken = defineError<{ role: string }>(
  'identity.membership.channelsNotTaken',
  'invalid',
  ({ role }) => `${role}不能限定栏目，请去掉栏目后再授权`,
);

export const channelsEmpty = defineError(
  'identity.membership.channelsEmpty',
  'invalid',
  () => '限定栏目时至少选择一个栏目；不限定请留空',
);

export const endsInThePast = defineError(
  'identity.membership.endsInThePast',
  'invalid',
  () => '授权的截止时间须晚于现在',
);

export const selfGrant = defineError(
  'identity.membership.selfGrant',
  'forbidden',
  () => '不能变更本人的角色，请由其他有权的管理员办理',
);

export const grantNotAllowed = defineError<{ role: string }>(
  'identity.membership.grantNotAllowed',
  'forbidden',
  ({ role }) => `您不能授予或收回“${role}”，请联系安全管理员办理`,
);

export const officersAreSeparate = defineError<{ role: string; held: string }>(
  'identity.membership.officersAreSeparate',
  'conflict',
  ({ role, held }) =>
    `系统管理员、安全管理员、审计管理员须由不同的人担任，且不兼任站点工作：此人已是${held}，不能再任${role}。请另选人员，或先收回原角色`,
);

export const alreadyHeld = defineError<{ role: string }>(
  'identity.membership.alreadyHeld',
  'conflict',
  ({ role }) => `此人已有“${role}”角色；如需调整栏目或期限，请先收回再授予`,
);

export const lastOfficer = defineError<{ role: string }>(
  'identity.membership.lastOfficer',
  'conflict',
  ({ role }) => `此人是最后一名可用的${role}，请先授予另一人再办理`,
);
