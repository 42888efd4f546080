import { PageQuery, MayLack } from '@zhanqun/platform';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { ASSET_KINDS } from './asset.entity';
import { ASSET_SORTS } from './asset-library';

const LISTED_STATES = ['ready', 'trashed', 'quarantined'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class SharedAssetQuery extends PageQuery {
  @IsOptional()
  @IsIn(ASSET_KINDS, { message: '素材类型须为图片、视频、音频或附件' })
  kind?: (typeof ASSET_KINDS)[number];

  @IsOptional()
  @IsString()
  @MaxLength(100, { message: '搜索词不超过 100 字' })
  q?: string;
}

export class AssetQuery extends SharedAssetQuery {
  @IsOptional()
  @IsString()
  @MaxLength(20, { message: '标签不超过 20 字' })
  tag?: string;

  /** 0 = the top of the library. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '文件夹编号须为整数' })
  @Min(0)
  folderId?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '大小须为整数' })
  @Min(0)
  minBytes?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '大小须为整数' })
  @Max(Number.MAX_SAFE_INTEGER)
  maxBytes?: number;

  @IsOptional()
  @Matches(DAY, { message: '日期须形如 2026-03-05' })
  from?: string;

  @IsOptional()
  @Matches(DAY, { message: '日期须形如 2026-03-05' })
  until?: string;

  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value) as unknown)
  @IsBoolean({ message: '“未使用”须为 true 或 false' })
  unused?: boolean;

  @IsOptional()
  @IsIn(LISTED_STATES, { message: '状态须为在库、回收站或隔离' })
  state?: (typeof LISTED_STATES)[number];

  @IsOptional()
  @IsIn(ASSET_SORTS, { message: '不能这样排序' })
  sort?: (typeof ASSET_SORTS)[number];
}

export class EditAssetDto {
  @MayLack()
  @IsString({ message: '名称须为文字' })
  @MaxLength(200, { message: '名称不超过 150 字' })
  name?: string;

  @MayLack()
  @IsString({ message: '图片说明须为文字' })
  @MaxLength(200, { message: '图片说明不超过 200 字' })
  alt?: string;

  @MayLack()
  @IsArray({ message: '标签须为列表' })
  @ArrayMaxSize(12, { message: '标签最多 12 个' })
  @IsString({ each: true, message: '标签须为文字' })
  tags?: string[];
}

export class ChosenAssetsDto {
  @IsArray({ message: '请选择素材' })
  @ArrayMinSize(1, { message: '请选择素材' })
  @ArrayMaxSize(200, { message: '一次最多选择 200 个素材' })
  @IsInt({ each: true, message: '素材编号须为整数' })
  ids: number[];
}

export class MoveAssetsDto extends ChosenAssetsDto {
  /** Null = the top of the library. */
  @ValidateIf((dto: MoveAssetsDto) => dto.folderId !== null)
  @IsInt({ message: '文件夹编号须为整数' })
  folderId: number | null;
}

export class TagAssetsDto extends ChosenAssetsDto {
  @IsOptional()
  @IsArray({ message: '标签须为列表' })
  @ArrayMaxSize(12, { message: '标签最多 12 个' })
  @IsString({ each: true, message: '标签须为文字' })
  add?: string[];

  @IsOptional()
  @IsArray({ message: '标签须为列表' })
  @ArrayMaxSize(12, { message: '标签最多 12 个' })
  @IsString({ each: true, message: '标签须为文字' })
  remove?: string[];
}
