import { shanghaiDay, type SiteCtx, type SiteRef } from '@zhanqun/kernel';
import { progressOf, type Progress } from './carrying';
import type { DeliveredDocument } from './delivered-document';
import type { CARRYINGS, COPY_STATES, Delivery, DELIVERY_STATES, ON_CHANGE } from './delivery.entity';
import { deliveryState } from './delivery-state';
import type { DeliveryEvent, DeliveryEventKind } from './history/delivery-event.entity';
import { isOwed } from './sending';

export class DeliverySiteView {
  key: string;
  name: string;
}

export class DeliveryTargetView {
  key: string;
  name: string;
  kind: 'submission' | 'push' | 'reference';
  /** For choosing all sites of a sort at once. */
  group: 'portal' | 'department' | 'township' | 'unit';
}

export class DeliveryView {
  id: number;
  kind: 'submission' | 'push' | 'reference';
  from: DeliverySiteView;
  to: DeliverySiteView;
  title: string;
  note: string;
  state: (typeof DELIVERY_STATES)[number];
  progress: Progress;
  carrying: (typeof CARRYINGS)[number] | null;
  dueOn: string | null;
  writerName: string;
  sentByName: string;
  sentAt: Date;
  openedByName: string;
  openedAt: Date | null;
  remindedAt: Date | null;
  decidedByName: string;
  decidedAt: Date | null;
  reason: string;
  grade: string;
  points: number;
  sourceArticleId: number | null;
  copyArticleId: number | null;
  copyState: (typeof COPY_STATES)[number] | null;
  /** Live since, and where. */
  carriedAt: Date | null;
  copyUrl: string;
  isCoKept: boolean;
  onChange: (typeof ON_CHANGE)[number];
  sourceState: 'current' | 'changed' | 'withdrawn';
  sourceChangedAt: Date | null;
  sourceReason: string;
  /** How the source ended; null while it is public. */
  sourceWay: 'gone' | 'merged' | 'notice' | 'expired' | 'deleted' | 'purged' | null;
  sourceLeadsTo: string;
  /** Address of the original. */
  url: string;
  /** Moves the state allows: accept, decline, recall, remind. */
  moves: string[];
}

export class DeliveryEventView {
  kind: DeliveryEventKind;
  side: 'sender' | 'receiver';
  byName: string;
  at: Date;
  note: string;
}

export class DeliveryFileView {
  /** For `deliveries/:id/files/:index`. */
  index: number;
  role: 'cover' | 'body' | 'attachment';
  name: string;
  /** Address in the text as it was sent, below `/_files/`. */
  path: string;
}

export class DeliveryDetailView extends DeliveryView {
  /** Sanitised text as it was sent. */
  body: string;
  source: string;
  author: string;
  publishedAt: string;
  /** The corrected text that waits; null while nothing waits. */
  pendingTitle: string | null;
  pendingBody: string | null;
  files: DeliveryFileView[];
  pendingFiles: DeliveryFileView[];
  history: DeliveryEventView[];
}

export class DispatchView {
  sent: DeliveryView[];
  /** Sites that have the article already. */
  skipped: DeliverySiteView[];
}

export class DeliveryPageView {
  items: DeliveryView[];
  total: number;
  page: number;
  pageSize: number;
}

export interface SiteNaming {
  byId(id: number): SiteRef | undefined;
}

export function siteViewOf(sites: SiteNaming, id: number): DeliverySiteView {
  const site = sites.byId(id);
  return { key: site?.key ?? '', name: site?.name ?? '（已撤销的站点）' };
}

/** Rows of the other side stay the other side's: a sender is not told the copy's id, nor a receiver the source's. */
export function toDeliveryView(delivery: Delivery, { site, now }: SiteCtx, sites: SiteNaming): DeliveryView {
  const isSender = delivery.fromSiteId === site.id;
  const { fromSiteId, toSiteId, sourceArticleId, copyArticleId, agreementId, document, ...rest } = delivery;
  return {
    id: rest.id,
    kind: rest.kind,
    from: siteViewOf(sites, fromSiteId),
    to: siteViewOf(sites, toSiteId),
    title: rest.title,
    note: rest.note,
    state: rest.state,
    progress: progressOf(delivery, shanghaiDay(now)),
    carrying: rest.carrying,
    dueOn: rest.dueOn,
    writerName: rest.writerName,
    sentByName: rest.sentByName,
    sentAt: rest.sentAt,
    openedByName: rest.openedByName,
    openedAt: rest.openedAt,
    remindedAt: rest.remindedAt,
    decidedByName: rest.decidedByName,
    decidedAt: rest.decidedAt,
    reason: rest.reason,
    grade: rest.grade,
    points: rest.points,
    sourceArticleId: isSender ? sourceArticleId : null,
    copyArticleId: isSender ? null : copyArticleId,
    copyState: rest.copyState,
    carriedAt: rest.carriedAt,
    copyUrl: rest.copyUrl,
    isCoKept: agreementId !== null,
    onChange: rest.onChange,
    sourceState: rest.sourceState,
    sourceChangedAt: rest.sourceChangedAt,
    sourceReason: rest.sourceReason,
    sourceWay: rest.sourceWay,
    sourceLeadsTo: rest.sourceLeadsTo,
    url: document.url,
    moves: movesOf(delivery, isSender),
  };
}

export function toDeliveryDetailView(
  delivery: Delivery,
  history: readonly DeliveryEvent[],
  ctx: SiteCtx,
  sites: SiteNaming,
): DeliveryDetailView {
  const { document, pendingDocument } = delivery;
  return {
    ...toDeliveryView(delivery, ctx, sites),
    body: document.body,
    source: document.source,
    author: document.author,
    publishedAt: document.publishedAt,
    pendingTitle: pendingDocument?.title ?? null,
    pendingBody: pendingDocument?.body ?? null,
    files: filesOf(document),
    pendingFiles: pendingDocument ? filesOf(pendingDocument) : [],
    history: history.map(({ kind, side, byName, at, note }) => ({ kind, side, byName, at, note })),
  };
}

function movesOf(delivery: Delivery, isSender: boolean): string[] {
  const moves = deliveryState.movesFrom(delivery.state);
  if (!isSender) {
    const mayDecline = delivery.carrying !== 'must';
    return moves.filter((move) => move !== 'recall' && (move !== 'decline' || mayDecline));
  }
  return [...moves.filter((move) => move === 'recall'), ...(isOwed(delivery) ? ['remind'] : [])];
}

const filesOf = ({ files }: DeliveredDocument): DeliveryFileView[] =>
  files.map(({ role, name, path }, index) => ({ index, role, name, path }));
