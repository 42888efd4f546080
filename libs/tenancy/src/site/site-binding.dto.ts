import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { MayBeNull } from '@zhanqun/platform';

export class BindingDto {
  /** Host alone, without scheme, port or path. */
  @IsString({ message: '请填写域名' })
  @MaxLength(253)
  host: string;

  /** `/hexi`; empty for the whole host. */
  @IsOptional()
  @IsString()
  @MaxLength(130)
  prefix?: string;

  @IsOptional()
  @IsBoolean()
  isCanonical?: boolean;

  /** Last day of the redirect of a former domain. */
  @MayBeNull()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '跳转截止日应如 2026-06-30' })
  redirectUntil?: string | null;
}

export class BindingsDto {
  @IsArray()
  @ArrayMaxSize(20, { message: '一个站点至多 20 个地址' })
  @ValidateNested({ each: true })
  @Type(() => BindingDto)
  bindings: BindingDto[];
}
