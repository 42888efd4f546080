import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { SITE_KINDS, SITE_STATUSES, type SiteKind, type SiteStatus } from '@zhanqun/kernel';
import { MayBeNull, MustHave, PageQuery } from '@zhanqun/platform';
import { BindingDto } from './site-binding.dto';

export class SiteQuery extends PageQuery {
  /** Part of the name, the key or the site code. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsIn(SITE_KINDS)
  kind?: SiteKind;

  @IsOptional()
  @IsIn(SITE_STATUSES)
  status?: SiteStatus;

  /** Key of a portal: its sites and itself. */
  @IsOptional()
  @IsString()
  @MaxLength(31)
  portal?: string;
}

export class EditSiteDto {
  @IsOptional()
  @Length(2, 100, { message: '站点名称须为 2 至 100 字' })
  name?: string;

  @IsOptional()
  @MaxLength(50)
  shortName?: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  position?: number;

  @IsOptional()
  @MaxLength(10)
  lang?: string;

  @IsOptional()
  @MaxLength(50)
  themeName?: string;

  @MayBeNull()
  @IsInt()
  competentAuthorityId?: number | null;

  @MayBeNull()
  @IsInt()
  sponsorId?: number | null;

  @MayBeNull()
  @IsInt()
  operatorId?: number | null;

  @IsOptional()
  @MaxLength(20)
  siteCode?: string;

  @IsOptional()
  @MaxLength(60)
  icpNumber?: string;

  @IsOptional()
  @MaxLength(60)
  policeFilingNumber?: string;

  @IsOptional()
  @MaxLength(50)
  contactPhone?: string;

  @IsOptional()
  @MaxLength(200)
  contactAddress?: string;

  @IsOptional()
  @MaxLength(100)
  email?: string;

  @IsOptional()
  @MaxLength(500)
  description?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  keywords?: string[];

  /** 批准文件号 for a domain of its own. */
  @IsOptional()
  @MaxLength(100)
  exemptionDocument?: string;

  /** On portals: code of the local regulation; null = the national floor alone. */
  @MayBeNull()
  @IsString()
  @MaxLength(50)
  regulation?: string | null;
}

export class FirstMemberDto {
  @IsInt()
  accountId: number;

  @IsString()
  @MaxLength(50)
  role: string;
}

export class OpenSiteDto extends EditSiteDto {
  @IsString({ message: '请选择建站蓝本' })
  @MaxLength(50)
  blueprint: string;

  /** Stable name in addresses and paths: `qingshui`. */
  @IsString({ message: '请填写站点标识' })
  @MaxLength(31)
  key: string;

  @MustHave()
  @Length(2, 100, { message: '站点名称须为 2 至 100 字' })
  declare name: string;

  /** Key of the site above; absent for a portal. */
  @MayBeNull()
  @IsString()
  @MaxLength(31)
  parent?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => BindingDto)
  bindings?: BindingDto[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => FirstMemberDto)
  members?: FirstMemberDto[];
}
