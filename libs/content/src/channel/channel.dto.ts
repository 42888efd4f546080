import { MayBeNull, MayLack, MustHave } from '@zhanqun/platform';
import { IsBoolean, IsIn, IsInt, IsString, Max, Min } from 'class-validator';
import type { ChannelFigures } from './channel-figures';
import type { ChannelCycle } from './channel.service';
import { CHANNEL_KINDS, UPDATE_CLASSES, type ChannelKind, type UpdateClass } from './channel.entity';
import type { ChannelNode } from './channel-tree';

export class EditChannelDto {
  @MayLack()
  @IsString()
  name?: string;

  /** 本级地址，如 tzgg；接在上级栏目的地址之后. */
  @MayLack()
  @IsString()
  slug?: string;

  @MayLack()
  @IsIn(CHANNEL_KINDS)
  kind?: ChannelKind;

  @MayLack()
  @IsIn(UPDATE_CLASSES)
  updateClass?: UpdateClass;

  @MayBeNull()
  @IsInt({ message: '更新周期须为整数天' })
  @Min(1, { message: '更新周期至少 1 天' })
  @Max(366, { message: '更新周期至多一年' })
  cycleDays?: number | null;

  @MayLack()
  @IsString()
  linkUrl?: string;

  @MayBeNull()
  @IsInt()
  ownerOrganisationId?: number | null;

  @MayLack()
  @IsString()
  description?: string;

  /** 用分号、逗号或顿号隔开. */
  @MayLack()
  @IsString()
  keywords?: string;

  @MayLack()
  @IsString()
  columnType?: string;

  @MayLack()
  @IsBoolean()
  isHidden?: boolean;

  @MayLack()
  @IsBoolean()
  isNavigation?: boolean;

  @MayBeNull()
  @IsString()
  template?: string | null;
}

export class NewChannelDto extends EditChannelDto {
  @MustHave()
  @IsString({ message: '栏目名称必填' })
  declare name: string;

  @MustHave()
  @IsString({ message: '栏目地址必填' })
  declare slug: string;

  @MustHave()
  @IsIn(CHANNEL_KINDS, { message: '请选择栏目类型' })
  declare kind: ChannelKind;

  @MustHave()
  @IsIn(UPDATE_CLASSES, { message: '请选择更新类别' })
  declare updateClass: UpdateClass;

  @MayBeNull()
  @IsInt()
  parentId?: number | null;
}

export class MoveChannelDto {
  @MayBeNull()
  @IsInt()
  parentId: number | null;

  /** Place among its new siblings, from 0. */
  @IsInt()
  @Min(0)
  position: number;
}

export class ChannelConsoleView {
  id: number;
  parentId: number | null;
  name: string;
  path: string;
  kind: ChannelKind;
  linkUrl: string;
  updateClass: UpdateClass;
  cycleDays: number | null;
  /** 实际执行的更新周期 and the provision it comes from; empty for static channels. */
  effectiveCycle: string;
  cycleSource: string;
  ownerOrganisationId: number | null;
  ownerOrganisation: string;
  description: string;
  /** Separated by `;`. */
  keywords: string;
  columnType: string;
  isNavigation: boolean;
  isHidden: boolean;
  /** 空白栏目: citizens do not see it in the navigation. */
  isBlank: boolean;
  /** 已关闭: takes no articles, its address leads elsewhere. */
  isClosed: boolean;
  position: number;
  template: string | null;
  /** Articles in the channel itself. */
  articles: number;
  latestPublishedAt: string | null;
  /** Address on the public site. */
  url: string;
}

export class ChannelPresentationView {
  /** What is stored with the channel. */
  template: string;
  label: string;
  help: string;
}

/** What the row of a channel does not say by itself. */
export interface ChannelViewFacts {
  readonly cycle: ChannelCycle | null;
  readonly ownerOrganisation: string;
  readonly figures: ChannelFigures;
  readonly url: string;
}

export function toChannelConsoleView(node: ChannelNode, facts: ChannelViewFacts): ChannelConsoleView {
  const { id, parentId, name, path, kind, linkUrl, updateClass, cycleDays, ownerOrganisationId } = node;
  const { description, columnType, isNavigation, isHidden, isBlank, isClosed, position, template } = node;
  return {
    id,
    parentId,
    name,
    path,
    kind,
    linkUrl,
    updateClass,
    cycleDays,
    effectiveCycle: facts.cycle?.label ?? '',
    cycleSource: facts.cycle?.basis ?? '',
    ownerOrganisationId,
    ownerOrganisation: facts.ownerOrganisation,
    description,
    keywords: node.keywords.join(';'),
    columnType,
    isNavigation,
    isHidden,
    isBlank,
    isClosed,
    position,
    template,
    articles: facts.figures.articles,
    latestPublishedAt: facts.figures.newestPublishedAt?.toISOString() ?? null,
    url: facts.url,
  };
}

/** 关键词 as typed: separated by semicolons, commas or 、 in either width. */
export function keywordsIn(text: string): string[] {
  return text
    .split(/[;；,，、]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
