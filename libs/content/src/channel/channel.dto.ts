import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, Min, ValidateIf } from 'class-validator';
import type { ChannelCycle } from './channel.service';
import {
  CHANNEL_KINDS,
  UPDATE_CLASSES,
  type Channel,
  type ChannelKind,
  type UpdateClass,
} from './channel.entity';
import type { ChannelNode } from './channel-tree';

const orNull = (_: unknown, value: unknown): boolean => value !== null && value !== undefined;

export class EditChannelDto {
  @IsOptional()
  @IsString()
  name?: string;

  /** 本级地址或完整地址. */
  @IsOptional()
  @IsString()
  path?: string;

  @IsOptional()
  @IsIn(CHANNEL_KINDS)
  kind?: ChannelKind;

  @IsOptional()
  @IsIn(UPDATE_CLASSES)
  updateClass?: UpdateClass;

  @ValidateIf(orNull)
  @IsInt({ message: '更新周期须为整数天' })
  @Min(1, { message: '更新周期至少 1 天' })
  @Max(366, { message: '更新周期至多一年' })
  cycleDays?: number | null;

  @IsOptional()
  @IsString()
  linkUrl?: string;

  @ValidateIf(orNull)
  @IsInt()
  ownerOrganisationId?: number | null;

  @IsOptional()
  @IsString()
  description?: string;

  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  keywords?: string[];

  @IsOptional()
  @IsString()
  columnType?: string;

  @IsOptional()
  @IsBoolean()
  isHidden?: boolean;

  @IsOptional()
  @IsBoolean()
  isNavigation?: boolean;

  @ValidateIf(orNull)
  @IsString()
  template?: string | null;
}

export class NewChannelDto extends EditChannelDto {
  @IsString({ message: '栏目名称必填' })
  declare name: string;

  @IsString({ message: '栏目地址必填' })
  declare path: string;

  @IsIn(CHANNEL_KINDS, { message: '请选择栏目类型' })
  declare kind: ChannelKind;

  @IsIn(UPDATE_CLASSES, { message: '请选择更新类别' })
  declare updateClass: UpdateClass;

  @ValidateIf(orNull)
  @IsInt()
  parentId?: number | null;
}

export class MoveChannelDto {
  @ValidateIf(orNull)
  @IsInt()
  parentId: number | null;

  /** Place among its new siblings, from 0. */
  @IsInt()
  @Min(0)
  position: number;
}

export class ChannelCycleView {
  label: string;
  days: number | null;
  basis: string;
}

export class ChannelItemView {
  id: number;
  parentId: number | null;
  path: string;
  name: string;
  kind: ChannelKind;
  linkUrl: string;
  ownerOrganisationId: number | null;
  updateClass: UpdateClass;
  cycleDays: number | null;
  /** 实际执行的更新周期; null for static channels. */
  cycle: ChannelCycleView | null;
  description: string;
  keywords: string[];
  columnType: string;
  position: number;
  isHidden: boolean;
  isNavigation: boolean;
  template: string | null;
  /** 空白栏目: hidden from citizens by itself. */
  isBlank: boolean;
  /** Address on the public site. */
  url: string;
}

export class ChannelTreeView extends ChannelItemView {
  children: ChannelTreeView[];
}

type ChannelFacts = Omit<ChannelItemView, 'cycle' | 'isBlank' | 'url' | 'keywords'>;

function factsOf(channel: ChannelFacts): ChannelFacts {
  const { id, parentId, path, name, kind, linkUrl, ownerOrganisationId, updateClass, cycleDays } = channel;
  const { description, columnType, position, isHidden, isNavigation, template } = channel;
  return {
    id,
    parentId,
    path,
    name,
    kind,
    linkUrl,
    ownerOrganisationId,
    updateClass,
    cycleDays,
    description,
    columnType,
    position,
    isHidden,
    isNavigation,
    template,
  };
}

export function toChannelTreeView(
  node: ChannelNode,
  facts: { cycle: (node: ChannelNode) => ChannelCycle | null; url: (path: string) => string },
): ChannelTreeView {
  return {
    ...factsOf(node),
    keywords: [...node.keywords],
    cycle: facts.cycle(node),
    isBlank: node.isBlank,
    url: facts.url(node.path),
    children: node.children.map((child) => toChannelTreeView(child, facts)),
  };
}

export function toChannelItemView(
  channel: Channel,
  cycle: ChannelCycle | null,
  url: string,
): ChannelItemView {
  return {
    ...factsOf(channel),
    keywords: channel.keywords.split(';').filter((word) => word !== ''),
    cycle,
    isBlank: channel.kind !== 'link' && !channel.hasContent,
    url,
  };
}
