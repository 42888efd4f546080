import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsObject,
  IsString,
  Length,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MayLack } from '@zhanqun/platform';

export class LayoutBlockDto {
  @Length(1, 40)
  id: string;

  @Length(1, 40)
  type: string;

  @Length(1, 40)
  region: string;

  /** Values by the fields of the type; see `block-types`. */
  @IsObject({ message: '版块设置须为对象' })
  settings: Record<string, unknown>;
}

export class LayoutBlocksDto {
  @IsArray()
  @ArrayMaxSize(60, { message: '版块过多' })
  @ValidateNested({ each: true })
  @Type(() => LayoutBlockDto)
  blocks: LayoutBlockDto[];
}

export class SaveLayoutDto extends LayoutBlocksDto {
  /** Version the change was made on; 0 before the first saving. */
  @IsInt({ message: '缺少版本号，请刷新页面后重试' })
  @Min(0)
  version: number;
}

export class LayoutVersionDto {
  @IsInt({ message: '缺少版本号，请刷新页面后重试' })
  @Min(0)
  version: number;
}

export class PublishLayoutDto extends LayoutVersionDto {
  @MayLack()
  @IsString()
  @MaxLength(200, { message: '说明不超过 200 字' })
  note?: string;
}

export class RestoreLayoutDto extends LayoutVersionDto {
  /** Number of the release. */
  @IsInt()
  @Min(1)
  nth: number;
}
