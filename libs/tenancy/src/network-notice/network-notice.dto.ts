import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { IsInstant, PageQuery } from '@zhanqun/platform';
import {
  EMERGENCY_LEVELS,
  NOTICE_KINDS,
  NOTICE_SCOPES,
  type NoticeKind,
  type NoticeScope,
} from './network-notice';

const given = (_: unknown, value: unknown): boolean => value !== null && value !== undefined && value !== '';
const KEY = /^[a-z0-9-]{1,31}$/;
/** No line breaks, no control characters, nothing that turns the reading direction. */
const LINE = /^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]*$/u;

export class NetworkNoticeQuery extends PageQuery {
  @IsOptional()
  @IsIn(NOTICE_KINDS)
  kind?: NoticeKind;

  @IsOptional()
  @IsIn(['open', 'past'])
  when?: 'open' | 'past';
}

export class NoticePlaceDto {
  @IsIn(NOTICE_SCOPES, { message: '请选择范围：全部站点、一个站群或指定站点' })
  scope: NoticeScope;

  /** Key of a portal, for the scope `network` on the platform. */
  @ValidateIf(given)
  @Matches(KEY, { message: '站群不存在' })
  portal?: string | null;

  /** Keys, for the scope `sites`. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000, { message: '一次最多指定 1000 个站点，更多时请选择整个站群' })
  @Matches(KEY, { each: true, message: '站点不存在' })
  sites?: string[];
}

export class NoticeFactsDto extends NoticePlaceDto {
  /** 1, 2 or 3 on a banner. */
  @IsOptional()
  @IsIn(EMERGENCY_LEVELS, { message: '请选择等级' })
  level?: number;

  @Matches(LINE, { message: '标题含有换行或看不见的字符，请删除后重试' })
  @IsString({ message: '请填写标题' })
  @Length(2, 60, { message: '标题须为 2 至 60 字' })
  title: string;

  @IsOptional()
  @IsString()
  @MaxLength(300, { message: '内容不超过 300 字，详情可用链接给出' })
  text?: string;

  /** A whole address. */
  @ValidateIf(given)
  @IsUrl(
    { protocols: ['http', 'https'], require_protocol: true, require_tld: false },
    { message: '链接须以 http:// 或 https:// 开头' },
  )
  @Matches(LINE, { message: '链接含有看不见的字符，请删除后重试' })
  @MaxLength(500, { message: '链接不超过 500 字' })
  url?: string | null;

  /** At once when empty. */
  @ValidateIf(given)
  @IsInstant({ message: '开始时间格式不正确' })
  startsAt?: string | null;

  @ValidateIf(given)
  @IsInstant({ message: '结束时间格式不正确' })
  endsAt?: string | null;
}

export class PutUpNoticeDto extends NoticeFactsDto {
  @IsIn(NOTICE_KINDS, { message: '请选择应急横幅或灰色日' })
  kind: NoticeKind;
}

export class EditNoticeDto extends NoticeFactsDto {
  /** As it was read. */
  @IsInt({ message: '缺少版本号，请刷新后再试' })
  version: number;
}

export class TakeDownNoticeDto {
  @IsInt({ message: '缺少版本号，请刷新后再试' })
  version: number;
}
