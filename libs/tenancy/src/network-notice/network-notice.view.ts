import { canDo, type Ctx, type SiteRef } from '@zhanqun/kernel';
import {
  KIND_NAMES,
  LEVEL_NAMES,
  noticeLife,
  STATE_NAMES,
  type EmergencyLevel,
  type NoticeKind,
  type NoticeScope,
  type NoticeState,
} from './network-notice';
import type { NetworkNotice } from './network-notice.entity';

const MOST_NAMES = 10;

export class NoticeSiteView {
  key: string;
  name: string;
}

/** Which sites a notice stands on. */
export class NoticeReachView {
  /** Sites in service that show it. */
  count: number;
  /** The first of them. */
  sites: NoticeSiteView[];
}

export class NoticeStepView {
  at: string;
  by: string;
  did: string;
}

export class NetworkNoticeView {
  id: number;
  kind: NoticeKind;
  kindName: string;
  scope: NoticeScope;
  /** Key and name of the portal whose whole network it is for. */
  network: NoticeSiteView | null;
  /** The sites it names, for the scope `sites`. */
  named: NoticeSiteView[];
  reach: NoticeReachView;
  level: number;
  levelName: string;
  title: string;
  text: string;
  url: string | null;
  startsAt: string;
  endsAt: string | null;
  state: NoticeState;
  stateName: string;
  history: NoticeStepView[];
  version: number;
  /** Whether the person may still edit it and take it down here. */
  mayChange: boolean;
}

export class NetworkNoticePageView {
  items: NetworkNoticeView[];
  total: number;
  page: number;
  pageSize: number;
}

const briefly = ({ key, name }: SiteRef): NoticeSiteView => ({ key, name });

/** Sites of which citizens see pages. */
export function toReachView(sites: readonly SiteRef[]): NoticeReachView {
  const seen = sites.filter(({ status }) => status === 'online' || status === 'closing');
  return { count: seen.length, sites: seen.slice(0, MOST_NAMES).map(briefly) };
}

export function toNetworkNoticeView(
  ctx: Ctx,
  notice: NetworkNotice,
  places: { network: SiteRef | null; named: readonly SiteRef[]; sites: readonly SiteRef[] },
): NetworkNoticeView {
  const isOurs = !ctx.site || notice.portalId === ctx.site.id;
  return {
    id: notice.id,
    kind: notice.kind,
    kindName: KIND_NAMES[notice.kind],
    scope: notice.scope,
    network: places.network && briefly(places.network),
    named: places.named.map(briefly),
    reach: toReachView(places.sites),
    level: notice.level,
    levelName: LEVEL_NAMES[notice.level as EmergencyLevel] ?? '',
    title: notice.title,
    text: notice.text,
    url: notice.url,
    startsAt: notice.startsAt.toISOString(),
    endsAt: notice.endsAt?.toISOString() ?? null,
    state: notice.state,
    stateName: STATE_NAMES[notice.state],
    history: notice.history.map(({ at, by, did }) => ({ at, by, did })),
    version: notice.version,
    mayChange: isOurs && noticeLife.allows('edit', notice.state) && canDo(ctx, 'update', notice),
  };
}
