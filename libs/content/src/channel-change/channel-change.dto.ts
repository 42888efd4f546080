import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { MayBeNull, MayLack, PageQuery } from '@zhanqun/platform';
import { CHANNEL_KINDS, UPDATE_CLASSES, type ChannelKind, type UpdateClass } from '../channel/channel.entity';
import {
  CHANNEL_CHANGE_KINDS,
  CHANNEL_CHANGE_STATES,
  type ChannelChange,
  type ChannelChangeKind,
  type ChannelChangeState,
} from './channel-change.entity';

export class ChannelPlanDto {
  @MayLack()
  @IsString()
  @MaxLength(200)
  name?: string;

  /** 本级地址，如 tzgg；接在上级栏目的地址之后. */
  @MayLack()
  @IsString()
  @MaxLength(200)
  path?: string;

  @MayBeNull()
  @IsInt()
  parentId?: number | null;

  @MayLack()
  @IsIn(CHANNEL_KINDS)
  kind?: ChannelKind;

  @MayLack()
  @IsString()
  @MaxLength(1_000)
  description?: string;

  @MayLack()
  @IsBoolean()
  isNavigation?: boolean;

  @MayBeNull()
  @IsInt()
  ownerOrganisationId?: number | null;

  @MayLack()
  @IsIn(UPDATE_CLASSES)
  updateClass?: UpdateClass;

  @MayBeNull()
  @IsInt({ message: '更新周期须为整数天' })
  @Min(1, { message: '更新周期至少 1 天' })
  @Max(366, { message: '更新周期至多一年' })
  cycleDays?: number | null;
}

export class ApplyChannelChangeDto {
  @IsIn(CHANNEL_CHANGE_KINDS, { message: '请选择申请办理的事项' })
  kind: ChannelChangeKind;

  @MayBeNull()
  @IsInt()
  channelId?: number | null;

  /** 合并、关闭: where the articles go. */
  @MayBeNull()
  @IsInt()
  intoChannelId?: number | null;

  @MayLack()
  @ValidateNested()
  @Type(() => ChannelPlanDto)
  plan?: ChannelPlanDto;

  @IsString({ message: '申请理由必填' })
  reason: string;

  @MayLack()
  @IsString()
  keeping?: string;
}

export class ChannelOpinionDto {
  @MayLack()
  @IsString()
  @MaxLength(2_000)
  opinion?: string;
}

export class ChannelChangeQuery extends PageQuery {
  @MayLack()
  @IsIn(CHANNEL_CHANGE_STATES)
  state?: ChannelChangeState;
}

export class ChannelPlanView {
  name: string;
  path: string;
  parentId: number | null;
  parentName: string;
  kind: ChannelKind | null;
  description: string;
  isNavigation: boolean;
  ownerOrganisationId: number | null;
  ownerOrganisation: string;
  updateClass: UpdateClass | null;
  cycleDays: number | null;
}

export class ChannelChangeView {
  id: number;
  kind: ChannelChangeKind;
  state: ChannelChangeState;
  channelId: number | null;
  channelName: string;
  intoChannelId: number | null;
  intoChannelName: string;
  plan: ChannelPlanView;
  reason: string;
  keeping: string;
  appliedByName: string;
  appliedAt: string;
  decidedByName: string;
  decidedAt: string | null;
  opinion: string;
  /** What was done when it was approved. */
  outcome: string;
  /** What the server would accept from this person now. */
  moves: string[];
}

export class ChannelChangePageView {
  items: ChannelChangeView[];
  total: number;
  page: number;
  pageSize: number;
}

export interface ChannelChangeFacts {
  readonly moves: readonly string[];
  channelName(id: number | null | undefined): string;
  organisation(id: number | null | undefined): string;
}

export function toChannelChangeView(change: ChannelChange, facts: ChannelChangeFacts): ChannelChangeView {
  const { id, kind, state, channelId, channelName, intoChannelId, plan, reason, keeping } = change;
  const { appliedByName, appliedAt, decidedByName, decidedAt, opinion, outcome } = change;
  return {
    id,
    kind,
    state,
    channelId,
    channelName,
    intoChannelId,
    intoChannelName: facts.channelName(intoChannelId),
    plan: {
      name: plan.name ?? '',
      path: plan.path ?? '',
      parentId: plan.parentId ?? null,
      parentName: facts.channelName(plan.parentId),
      kind: plan.kind ?? null,
      description: plan.description ?? '',
      isNavigation: plan.isNavigation ?? false,
      ownerOrganisationId: plan.ownerOrganisationId ?? null,
      ownerOrganisation: facts.organisation(plan.ownerOrganisationId),
      updateClass: plan.updateClass ?? null,
      cycleDays: plan.cycleDays ?? null,
    },
    reason,
    keeping,
    appliedByName,
    appliedAt: appliedAt.toISOString(),
    decidedByName,
    decidedAt: decidedAt?.toISOString() ?? null,
    opinion,
    outcome,
    moves: [...facts.moves],
  };
}
