import { StateMachine, type SiteRef } from '@zhanqun/kernel';
import { noticeMoveRefused } from './network-notice.errors';

/** 应急横幅 stands above every page; 灰色日 takes the colours from every page. */
export const NOTICE_KINDS = ['emergency', 'greyDay'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
export const KIND_NAMES: Readonly<Record<NoticeKind, string>> = { emergency: '应急横幅', greyDay: '灰色日' };

/** 全部站点, one whole network (站群), or sites by name. */
export const NOTICE_SCOPES = ['all', 'network', 'sites'] as const;
export type NoticeScope = (typeof NOTICE_SCOPES)[number];

/** The three gravest of the four levels and colours of 突发事件应对法; a fourth would be no banner. */
export const EMERGENCY_LEVELS = [1, 2, 3] as const;
export type EmergencyLevel = (typeof EMERGENCY_LEVELS)[number];
export const LEVEL_NAMES: Readonly<Record<EmergencyLevel, string>> = {
  1: 'Ⅰ级（红色）',
  2: 'Ⅱ级（橙色）',
  3: 'Ⅲ级（黄色）',
};

export const NOTICE_STATES = ['planned', 'standing', 'over', 'takenDown'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];
export const STATE_NAMES: Readonly<Record<NoticeState, string>> = {
  planned: '待开始',
  standing: '进行中',
  over: '已结束',
  takenDown: '已撤下',
};

/** 待开始 → 进行中 → 已结束; until it is over it may be edited and taken down. */
export const noticeLife = new StateMachine<NoticeState, 'begin' | 'end' | 'edit' | 'takeDown'>(
  {
    begin: { from: ['planned'], to: 'standing' },
    end: { from: ['planned', 'standing'], to: 'over' },
    edit: { from: ['planned', 'standing'], to: 'planned' },
    takeDown: { from: ['planned', 'standing'], to: 'takenDown' },
  },
  noticeMoveRefused,
);

interface Times {
  readonly state: NoticeState;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

/**
 * Whether citizens see it now. What was put in service stands whatever this machine's clock says of the
 * beginning, so that a clock that is behind shows no page without it; the end holds by the clock as well,
 * so that nothing outlives its time while no job runs.
 */
export function isShowing({ state, startsAt, endsAt }: Times, now: Date): boolean {
  if (state !== 'standing' && state !== 'planned') return false;
  if (endsAt !== null && endsAt <= now) return false;
  return state === 'standing' || startsAt <= now;
}

/** The state that the clock asks for; null when it has it already. */
export function dueState({ state, startsAt, endsAt }: Times, now: Date): 'standing' | 'over' | null {
  if (state !== 'standing' && state !== 'planned') return null;
  if (endsAt !== null && endsAt <= now) return 'over';
  return state === 'planned' && startsAt <= now ? 'standing' : null;
}

/** When the clock will next change it; null when nothing more is to come by itself. */
export function nextBoundary({ state, startsAt, endsAt }: Times): Date | null {
  if (state === 'planned') return startsAt;
  return state === 'standing' ? endsAt : null;
}

export interface NoticeReach {
  readonly scope: NoticeScope;
  /** The one network it concerns; null when it concerns several. */
  readonly portalId: number | null;
  readonly siteIds: readonly number[];
}

/** Whether the notice stands on this site. A site that opens later under its network is reached as well. */
export function reaches(
  { scope, portalId, siteIds }: NoticeReach,
  site: Pick<SiteRef, 'id' | 'portalId'>,
): boolean {
  if (scope === 'all') return true;
  return scope === 'network' ? portalId === site.portalId : siteIds.includes(site.id);
}

/** Of several banners a site shows the gravest, of equally grave ones the newest. */
export function gravest<N extends { readonly level: number; readonly startsAt: Date }>(
  notices: readonly N[],
): N | null {
  const [first] = notices.toSorted(
    (a, b) => a.level - b.level || b.startsAt.getTime() - a.startsAt.getTime(),
  );
  return first ?? null;
}
