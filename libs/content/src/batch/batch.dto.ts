import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  ValidateNested,
} from 'class-validator';
import { IsInstant, MayBeNull } from '@zhanqun/platform';
import { IMPORTANCES, type Importance } from '../review/review';
import { WithdrawDto } from '../withdrawal/withdrawal.dto';
import {
  BATCH_OPERATIONS,
  type ArticleBatch,
  type BatchOperation,
  type BatchResult,
} from './article-batch.entity';
import { MOST_IN_A_BATCH, UNDO_MS } from './batches.service';

export class BatchDto {
  @IsIn(BATCH_OPERATIONS, { message: '不支持这种批量操作' })
  operation: BatchOperation;

  @IsArray()
  @ArrayMinSize(1, { message: '请先选择稿件' })
  @ArrayMaxSize(MOST_IN_A_BATCH, { message: `一次最多选择 ${MOST_IN_A_BATCH} 篇` })
  @IsInt({ each: true })
  ids: number[];

  /** 移动. */
  @IsOptional()
  @IsInt()
  channelId?: number;

  /** 置顶. */
  @MayBeNull()
  @IsInstant({ message: '置顶截止时间格式不正确' })
  until?: string | null;

  /** 撤稿. */
  @IsOptional()
  @ValidateNested()
  @Type(() => WithdrawDto)
  withdrawing?: WithdrawDto;

  @IsOptional()
  @IsIn(IMPORTANCES)
  importance?: Importance;

  /** 关键词. */
  @IsOptional()
  @IsString()
  @Length(1, 30, { message: '关键词须为 1 至 30 字' })
  tag?: string;
}

export class BatchResultView {
  id: number;
  title: string;
  isDone: boolean;
  code: string;
  message: string;
}

export class BatchView {
  token: string;
  operation: BatchOperation;
  done: number;
  total: number;
  isFinished: boolean;
  results: BatchResultView[];
  /** Null when it cannot be taken back. */
  undoUntil: string | null;
}

export class BatchUndoneView {
  results: BatchResultView[];
}

export function toBatchView(batch: ArticleBatch, isUndoable: boolean): BatchView {
  const { token, operation, results, total, createdAt } = batch;
  return {
    token,
    operation,
    done: results.length,
    total,
    isFinished: batch.waiting.length === 0,
    results: results.map(toBatchResultView),
    undoUntil: isUndoable ? new Date(createdAt.getTime() + UNDO_MS).toISOString() : null,
  };
}

export function toBatchResultView(result: BatchResult): BatchResultView {
  return { ...result };
}
