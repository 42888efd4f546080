import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional } from 'class-validator';
import { IsString, Length, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '@zhanqun/platform';
import { CARRYINGS, DELIVERY_KINDS, DELIVERY_STATES, ON_CHANGE } from './delivery.entity';

export class DeliverDto {
  /** Keys of the receiving sites. */
  @IsArray({ message: '请选择接收站点' })
  @ArrayMinSize(1, { message: '请选择接收站点' })
  @ArrayMaxSize(100, { message: '一次最多送往 100 个站点' })
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  to: string[];

  @IsOptional()
  @IsString()
  @MaxLength(500, { message: '附言不超过 500 字' })
  note?: string;

  /** 推送 only: `must` 必须转载, with `dueOn`; `may` 可转载. */
  @IsOptional()
  @IsIn(CARRYINGS, { message: '转载要求有误' })
  carrying?: (typeof CARRYINGS)[number];

  /** Last day, with `must`. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '转载期限须形如 2026-03-05' })
  dueOn?: string;
}

export class AcceptDto {
  @IsInt({ message: '请选择栏目' })
  channelId: number;

  /** `todo`: a change at the source waits for a person; `atOnce`: the copy follows by itself. */
  @IsOptional()
  @IsIn(ON_CHANGE, { message: '来源变更时的处理方式有误' })
  onChange?: (typeof ON_CHANGE)[number];

  /** 采用等次 by its name. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  grade?: string;
}

export class DeclineDto {
  @Length(2, 500, { message: '请写明不采用的理由（2 至 500 字）' })
  reason: string;
}

export class DeliveryQuery extends PageQuery {
  @IsIn(['in', 'out'], { message: '请指明收件还是发件' })
  box: 'in' | 'out' = 'in';

  @IsOptional()
  @IsIn([...DELIVERY_STATES, 'sourceChanged'])
  state?: (typeof DELIVERY_STATES)[number] | 'sourceChanged';

  @IsOptional()
  @IsIn(DELIVERY_KINDS)
  kind?: (typeof DELIVERY_KINDS)[number];

  /** 逾期未转载. */
  @IsOptional()
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  isOverdue?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class DeliveryFileQuery {
  /** The files of the text as sent, or of the correction that waits. */
  @IsOptional()
  @IsIn(['sent', 'pending'])
  of: 'sent' | 'pending' = 'sent';
}
