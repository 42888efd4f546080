import { ArrayMaxSize, IsArray, IsInt } from 'class-validator';
import { IsInstant, MayBeNull } from '@zhanqun/platform';

export class MoveDto {
  @IsInt({ message: '请选择栏目' })
  channelId: number;
}

export class PinDto {
  /** 置顶截止时间；不填则一直置顶. */
  @MayBeNull()
  @IsInstant({ message: '置顶截止时间格式不正确' })
  until?: string | null;
}

export class ExpiryDto {
  /** 有效期；null 为取消. */
  @MayBeNull()
  @IsInstant({ message: '有效期格式不正确' })
  at: string | null;
}

export class ArrangePinsDto {
  /** Every pinned article of the channel, the first one first. */
  @IsArray()
  @ArrayMaxSize(100)
  @IsInt({ each: true })
  ids: number[];
}

export class PinView {
  id: number;
  title: string;
  publishedAt: string | null;
  pinnedUntil: string | null;
}
