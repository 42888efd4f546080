import { IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { MayBeNull } from '@zhanqun/platform';
import { CHOSEN_WAYS } from './withdrawals.service';

export class WithdrawDto {
  @IsString({ message: '撤稿时须写明理由' })
  reason: string;

  /** 撤下方式: `gone` 页面不再提供，`merged` 并入另一篇，`notice` 保留标题和撤下说明. */
  @IsOptional()
  @IsIn(CHOSEN_WAYS, { message: '请选择撤下方式' })
  way?: (typeof CHOSEN_WAYS)[number];

  @MayBeNull()
  @IsInt({ message: '请选择并入哪一篇文章' })
  intoId?: number | null;
}
