import { IsIn, IsInt, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import type { SiteCtx } from '@zhanqun/kernel';
import { DeliverySiteView, siteViewOf, type SiteNaming } from '../delivery.view';
import {
  AGREEMENT_WAYS,
  COPIES_AFTERWARDS,
  type AGREEMENT_STATES,
  type ChannelAgreement,
} from './channel-agreement.entity';
import { agreementState } from './agreement-state';

export class OfferAgreementDto {
  /** The channel of this site that is opened. */
  @IsInt({ message: '请选择栏目' })
  channelId: number;

  /** Key of the contributing site. */
  @IsString({ message: '请选择共建站点' })
  @MaxLength(40)
  site: string;

  @IsIn(AGREEMENT_WAYS, { message: '请选择来稿是否再审' })
  way: (typeof AGREEMENT_WAYS)[number];

  @Length(2, 100, { message: '请写明维护责任单位或责任人（2 至 100 字）' })
  maintainer: string;

  @IsOptional()
  @IsString()
  @MaxLength(500, { message: '说明不超过 500 字' })
  note?: string;
}

export class AgreeDto {
  /** The channel of the contributor that feeds the other. */
  @IsInt({ message: '请选择本站栏目' })
  channelId: number;
}

export class DeclineAgreementDto {
  @Length(2, 500, { message: '请写明理由（2 至 500 字）' })
  reason: string;
}

export class EndAgreementDto {
  @IsIn(COPIES_AFTERWARDS, { message: '请选择已采用的稿件保留还是撤下' })
  copies: (typeof COPIES_AFTERWARDS)[number];

  @Length(2, 500, { message: '请写明结束共建的理由（2 至 500 字）' })
  reason: string;
}

export class AgreementView {
  id: number;
  /** Receives, or feeds. */
  side: 'receiver' | 'contributor';
  to: DeliverySiteView;
  toChannelName: string;
  from: DeliverySiteView;
  fromChannelName: string;
  state: (typeof AGREEMENT_STATES)[number];
  way: (typeof AGREEMENT_WAYS)[number];
  maintainer: string;
  note: string;
  offeredByName: string;
  offeredAt: Date;
  agreedByName: string;
  agreedAt: Date | null;
  endedByName: string;
  endedAt: Date | null;
  endedReason: string;
  copies: (typeof COPIES_AFTERWARDS)[number] | null;
  /** Copies that are live now. */
  liveCopies: number;
  /** Moves that are this side's: agree, decline, end. */
  moves: string[];
}

export class AgreementListView {
  items: AgreementView[];
  total: number;
}

export function toAgreementView(
  agreement: ChannelAgreement,
  liveCopies: number,
  { site }: SiteCtx,
  sites: SiteNaming,
): AgreementView {
  const { fromSiteId, toSiteId, state } = agreement;
  const side = toSiteId === site.id ? 'receiver' : 'contributor';
  return {
    id: agreement.id,
    side,
    to: siteViewOf(sites, toSiteId),
    toChannelName: agreement.toChannelName,
    from: siteViewOf(sites, fromSiteId),
    fromChannelName: agreement.fromChannelName,
    state,
    way: agreement.way,
    maintainer: agreement.maintainer,
    note: agreement.note,
    offeredByName: agreement.offeredByName,
    offeredAt: agreement.offeredAt,
    agreedByName: agreement.agreedByName,
    agreedAt: agreement.agreedAt,
    endedByName: agreement.endedByName,
    endedAt: agreement.endedAt,
    endedReason: agreement.endedReason,
    copies: agreement.copies,
    liveCopies,
    moves: agreementState.movesFrom(state).filter((move) => move === 'end' || side === 'contributor'),
  };
}
