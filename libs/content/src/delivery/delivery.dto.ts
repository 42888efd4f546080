import { IsIn, IsInt, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { PageQuery } from '@zhanqun/platform';
import type { SiteRef } from '@zhanqun/kernel';
import type { DeliveredDocument } from './delivered-document';
import { DELIVERY_STATES, ON_CHANGE, type Delivery } from './delivery.entity';
import { deliveryState } from './delivery-state';

export class DeliverDto {
  /** Key of the receiving site. */
  @IsString({ message: '请选择接收站点' })
  @MaxLength(40)
  to: string;

  @IsOptional()
  @IsString()
  @MaxLength(500, { message: '附言不超过 500 字' })
  note?: string;
}

export class AcceptDto {
  @IsInt({ message: '请选择栏目' })
  channelId: number;

  /** `todo`: a change at the source waits for a person; `atOnce`: the copy follows by itself. */
  @IsOptional()
  @IsIn(ON_CHANGE, { message: '来源变更时的处理方式有误' })
  onChange?: (typeof ON_CHANGE)[number];
}

export class DeclineDto {
  @Length(2, 500, { message: '请写明不采用的理由（2 至 500 字）' })
  reason: string;
}

export class DeliveryQuery extends PageQuery {
  @IsIn(['in', 'out'], { message: '请指明收件还是发件' })
  box: 'in' | 'out' = 'in';

  @IsOptional()
  @IsIn([...DELIVERY_STATES, 'sourceChanged'])
  state?: (typeof DELIVERY_STATES)[number] | 'sourceChanged';

  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class DeliverySiteView {
  key: string;
  name: string;
}

export class DeliveryTargetView {
  key: string;
  name: string;
  kind: 'submission' | 'push' | 'reference';
}

export class DeliveryView {
  id: number;
  kind: 'submission' | 'push' | 'reference';
  from: DeliverySiteView;
  to: DeliverySiteView;
  title: string;
  note: string;
  state: (typeof DELIVERY_STATES)[number];
  sentByName: string;
  sentAt: Date;
  decidedByName: string;
  decidedAt: Date | null;
  reason: string;
  sourceArticleId: number | null;
  copyArticleId: number | null;
  onChange: (typeof ON_CHANGE)[number];
  sourceState: 'current' | 'changed' | 'withdrawn';
  sourceChangedAt: Date | null;
  sourceReason: string;
  /** Address of the original. */
  url: string;
  /** Moves the state allows. */
  moves: string[];
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
  /** Names of the files attached to the text as it was sent. */
  attachments: string[];
  pendingAttachments: string[];
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

/** Rows of the other side stay the other side's: a sender is not told the copy's id, nor a receiver the source's. */
export function toDeliveryView(delivery: Delivery, here: SiteRef, sites: SiteNaming): DeliveryView {
  const naming = (id: number): DeliverySiteView => {
    const site = sites.byId(id);
    return { key: site?.key ?? '', name: site?.name ?? '（已撤销的站点）' };
  };
  const isSender = delivery.fromSiteId === here.id;
  return {
    id: delivery.id,
    kind: delivery.kind,
    from: naming(delivery.fromSiteId),
    to: naming(delivery.toSiteId),
    title: delivery.title,
    note: delivery.note,
    state: delivery.state,
    sentByName: delivery.sentByName,
    sentAt: delivery.sentAt,
    decidedByName: delivery.decidedByName,
    decidedAt: delivery.decidedAt,
    reason: delivery.reason,
    sourceArticleId: isSender ? delivery.sourceArticleId : null,
    copyArticleId: isSender ? null : delivery.copyArticleId,
    onChange: delivery.onChange,
    sourceState: delivery.sourceState,
    sourceChangedAt: delivery.sourceChangedAt,
    sourceReason: delivery.sourceReason,
    url: delivery.document.url,
    moves: deliveryState.movesFrom(delivery.state).filter((move) => (move === 'recall') === isSender),
  };
}

export function toDeliveryDetailView(
  delivery: Delivery,
  here: SiteRef,
  sites: SiteNaming,
): DeliveryDetailView {
  const { document, pendingDocument } = delivery;
  return {
    ...toDeliveryView(delivery, here, sites),
    body: document.body,
    source: document.source,
    author: document.author,
    publishedAt: document.publishedAt,
    pendingTitle: pendingDocument?.title ?? null,
    pendingBody: pendingDocument?.body ?? null,
    attachments: attachedTo(document),
    pendingAttachments: pendingDocument ? attachedTo(pendingDocument) : [],
  };
}

const attachedTo = ({ files }: DeliveredDocument): string[] =>
  files.filter(({ role }) => role === 'attachment').map(({ name }) => name);
