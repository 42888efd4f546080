import { MayLack } from '@zhanqun/platform';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class CheckTextDto {
  @IsString({ message: '请填写要检查的文字' })
  text: string;
}

/** An article as it stands in the editor, stored or not. */
export class CheckArticleDto {
  /** Left out for an article that is not stored yet. */
  @IsOptional()
  @IsInt()
  articleId?: number;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  kind?: string;

  @MayLack()
  @IsString()
  title?: string;

  @MayLack()
  @IsString()
  subtitle?: string;

  @MayLack()
  @IsString()
  summary?: string;

  @MayLack()
  @IsString()
  source?: string;

  @MayLack()
  @IsString()
  author?: string;

  @MayLack()
  @IsString()
  body?: string;

  /** Attached files, by their ids in the library. */
  @MayLack()
  @IsArray()
  @ArrayMaxSize(100, { message: '附件不超过 100 个' })
  @IsInt({ each: true })
  attachments?: number[];
}

export class DismissHitDto {
  /** `key` of the hit. */
  @Matches(/^[\w-]{8,32}$/, { message: '检查结果的编号不正确，请重新检查' })
  key: string;

  @IsString({ message: '请写明保留的理由' })
  reason: string;
}
