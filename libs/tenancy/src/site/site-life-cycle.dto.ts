import { IsIn, IsOptional, Length, Matches, MaxLength } from 'class-validator';
import { DEREGISTRATIONS, type Deregistration } from './site.entity';

export class SuspendDto {
  @Length(2, 500, { message: '请写明临时下线的原因' })
  reason: string;

  /** Last day of the shutdown. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '恢复日期应如 2026-06-30' })
  until: string;
}

export class AnnounceClosingDto {
  @Length(2, 500, { message: '请写明关停原因' })
  reason: string;

  /** Where the content goes. */
  @Length(2, 300, { message: '请写明内容去向' })
  destination: string;
}

export class WithdrawClosingDto {
  @IsOptional()
  @MaxLength(500)
  reason?: string;
}

export class DeregistrationDto {
  @IsIn(DEREGISTRATIONS, { message: '请选择注销事项' })
  item: Deregistration;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '注销日期应如 2026-06-30' })
  doneOn: string;

  /** Receipt or document number. */
  @Length(1, 100, { message: '请填写注销回执或文号' })
  reference: string;
}
