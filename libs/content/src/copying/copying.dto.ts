import { IsInt, IsOptional, IsString, MaxLength } from 'class-validator';

export class CopyDto {
  @IsInt({ message: '请选择栏目' })
  channelId: number;

  /** 复制到另一站点时填站点标识. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  site?: string;
}

export class CopiedView {
  id: number;
  site: string;
  title: string;
}
