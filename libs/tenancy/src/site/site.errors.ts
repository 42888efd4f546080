import { defineError, type SiteKind } from '@zhanqun/kernel';

export const siteMissing = defineError<{ site: string | number }>(
  'tenancy.site.notFound',
  'notFound',
  () => '没有这个站点',
);

export const siteKeyInvalid = defineError<{ key: string }>(
  'tenancy.site.keyInvalid',
  'invalid',
  () => '站点标识须以小写字母开头，由 2 至 31 个小写字母、数字或连字符组成，如 qingshui',
);

export const siteKeyTaken = defineError<{ key: string }>(
  'tenancy.site.keyTaken',
  'conflict',
  ({ key }) => `站点标识“${key}”已被使用，请换一个`,
);

export const siteParentWrong = defineError<{ kind: SiteKind; parent: SiteKind | null }>(
  'tenancy.site.parentWrong',
  'invalid',
  ({ kind }) =>
    kind === 'portal'
      ? '门户网站没有上级站点'
      : kind === 'unit'
        ? '单位页面须设在门户、部门或乡镇网站之下'
        : '部门和乡镇网站须设在门户网站之下',
);

export const blueprintKindWrong = defineError<{ blueprint: string; kind: SiteKind }>(
  'tenancy.site.blueprintKindWrong',
  'invalid',
  () => '所选蓝本不适用于这一类站点',
);

/** All faults of the facts of a site at once. */
export const siteFactsInvalid = defineError<{ faults: { field: string; message: string }[] }>(
  'tenancy.site.factsInvalid',
  'invalid',
  ({ faults }) => faults.map(({ message }) => message).join('；'),
);

/** Does not say which: another site's people are asking. Officers find it by its code in the list of sites. */
export const siteCodeTaken = defineError<{ siteCode: string }>(
  'tenancy.site.codeTaken',
  'conflict',
  ({ siteCode }) => `网站标识码 ${siteCode} 已被其他站点使用，请核对；如确属本站，请联系系统管理员`,
);

export const regulationOnPortalOnly = defineError(
  'tenancy.site.regulationOnPortalOnly',
  'invalid',
  () => '适用规定在门户上选择，下级站点随门户执行',
);

export const siteIsClosed = defineError<{ site: string }>(
  'tenancy.site.closed',
  'conflict',
  () => '站点已关停，不能再修改',
);

export const hostInvalid = defineError<{ host: string }>(
  'tenancy.binding.hostInvalid',
  'invalid',
  ({ host }) => `“${host}”不是有效的域名：只写域名本身，不带 http://、端口和路径，也不能是 IP 地址`,
);

export const prefixInvalid = defineError<{ prefix: string }>(
  'tenancy.binding.prefixInvalid',
  'invalid',
  ({ prefix }) => `路径“${prefix}”无效：须以 / 开头，由小写字母、数字和连字符组成，至多三级，如 /hexi`,
);

export const prefixReserved = defineError<{ prefix: string }>(
  'tenancy.binding.prefixReserved',
  'invalid',
  ({ prefix }) => `路径“${prefix}”由平台保留，请换一个`,
);

export const bindingTwice = defineError<{ address: string }>(
  'tenancy.binding.twice',
  'invalid',
  ({ address }) => `地址 ${address} 写了两次`,
);

export const bindingTaken = defineError<{ address: string }>(
  'tenancy.binding.taken',
  'conflict',
  ({ address }) => `地址 ${address} 已绑定在其他站点`,
);

export const canonicalWrong = defineError<{ count: number }>(
  'tenancy.binding.canonicalWrong',
  'invalid',
  () => '一个站点须有且只有一个主域名（主地址），其余地址跳转到它',
);

export const hostOfAnotherSite = defineError<{ host: string }>(
  'tenancy.binding.hostOfAnotherSite',
  'invalid',
  ({ host }) => `带路径的地址只能设在本站或上级站点的域名下，${host} 不属于它们`,
);

export const hostInUse = defineError<{ host: string; sites: string[] }>(
  'tenancy.binding.hostInUse',
  'conflict',
  ({ host, sites }) => `${host} 下还有${sites.map((name) => `“${name}”`).join('、')}的页面，请先为它们换地址`,
);

export const redirectUntilWrong = defineError<{ redirectUntil: string }>(
  'tenancy.binding.redirectUntilWrong',
  'invalid',
  () => '跳转截止日须为日期（如 2026-06-30），且只用于跳转的旧域名',
);

export const ownDomainRefused = defineError<{ host: string; basis: string }>(
  'tenancy.site.ownDomainRefused',
  'forbidden',
  ({ basis }) =>
    `依据${basis}，部门、乡镇原则上不单独开设网站：请改为门户域名下的路径（如 /hexi），确经批准的请填写批准文件号`,
);

export const siteMoveRefused = defineError<{ move: string; state: string }>(
  'tenancy.site.moveRefused',
  'conflict',
  ({ move, state }) => `站点当前为“${STATUS_NAMES[state] ?? state}”，不能${MOVE_NAMES[move] ?? move}`,
);

export const notReadyForOnline = defineError<{ missing: string[] }>(
  'tenancy.site.notReady',
  'conflict',
  ({ missing }) => `还不能上线，请先补齐：${missing.join('、')}`,
);

export const suspendReasonMissing = defineError(
  'tenancy.site.suspendReasonMissing',
  'invalid',
  () => '临时下线须写明原因',
);

export const suspendUntilWrong = defineError<{ until: string; latest: string; days: number; basis: string }>(
  'tenancy.site.suspendUntilWrong',
  'invalid',
  ({ latest, days, basis }) =>
    `恢复日期须在今天之后、不晚于 ${latest}：临时下线每次不超过 ${days} 天（${basis}）`,
);

export const suspendedEnough = defineError<{ year: number; times: number; basis: string }>(
  'tenancy.site.suspendedEnough',
  'conflict',
  ({ year, times, basis }) => `${year} 年已临时下线 ${times} 次，本年不能再次下线（${basis}）`,
);

export const closingDestinationMissing = defineError(
  'tenancy.site.closingDestinationMissing',
  'invalid',
  () => '关停公示须写明原因和内容去向（迁移到哪个网站）',
);

export const closingNoticeRunning = defineError<{ until: string; months: number; basis: string }>(
  'tenancy.site.closingNoticeRunning',
  'conflict',
  ({ until, months, basis }) => `关停公示须满 ${months} 个月，${until} 起才能注销和关停（${basis}）`,
);

export const notDeregistered = defineError<{ missing: string[] }>(
  'tenancy.site.notDeregistered',
  'conflict',
  ({ missing }) => `关停前须先办理并登记注销：${missing.join('、')}`,
);

export const deregistrationDayWrong = defineError<{ doneOn: string }>(
  'tenancy.site.deregistrationDayWrong',
  'invalid',
  () => '注销日期须为日期，不早于公示期满之日，也不晚于今天',
);

export const closingUnderWay = defineError(
  'tenancy.site.closingUnderWay',
  'conflict',
  () => '已有注销手续办结，不能撤回关停；如需恢复，请重新办理备案后联系平台管理员',
);

export const STATUS_NAMES: Readonly<Record<string, string>> = {
  preparing: '筹建',
  online: '在线',
  suspended: '临时下线',
  closing: '关停公示',
  closed: '已关停',
};

export const MOVE_NAMES: Readonly<Record<string, string>> = {
  open: '建站',
  goOnline: '上线',
  suspend: '临时下线',
  resume: '恢复上线',
  announceClosing: '发布关停公示',
  withdrawClosing: '撤回关停',
  recordDeregistration: '登记注销',
  close: '关停',
};

export const liveSitesBelow = defineError<{ sites: string[] }>(
  'tenancy.site.liveSitesBelow',
  'conflict',
  ({ sites }) => `下面还有${sites.map((name) => `“${name}”`).join('、')}等站点，请先为它们办理迁移或关停`,
);

export const siteFactReserved = defineError<{ fields: string[] }>(
  'tenancy.site.factReserved',
  'forbidden',
  () => '适用规定、批准文件号和排序由系统管理员设定，请联系系统管理员修改',
);
