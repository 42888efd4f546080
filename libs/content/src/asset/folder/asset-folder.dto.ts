import { MayLack } from '@zhanqun/platform';
import { IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';

export class NewAssetFolderDto {
  @IsString({ message: '文件夹名称须为文字' })
  @MaxLength(100, { message: '文件夹名称不超过 50 字' })
  name: string;

  /** 0 or absent = at the top. */
  @IsOptional()
  @IsInt({ message: '上级文件夹编号须为整数' })
  @Min(0)
  parentId?: number;
}

export class EditAssetFolderDto {
  @MayLack()
  @IsString({ message: '文件夹名称须为文字' })
  @MaxLength(100, { message: '文件夹名称不超过 50 字' })
  name?: string;

  @IsOptional()
  @IsInt({ message: '上级文件夹编号须为整数' })
  @Min(0)
  parentId?: number;
}
