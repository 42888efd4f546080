import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { PageQuery } from '@zhanqun/platform';
import { CHECK_KINDS, SEVERITIES, type CheckKind, type Severity } from '../check-hit';
import { FINDING_STATES, type FindingState } from './check-finding.entity';

export class FindingQuery extends PageQuery {
  @IsOptional()
  @IsIn(FINDING_STATES)
  state?: FindingState;

  @IsOptional()
  @IsIn(SEVERITIES)
  severity?: Severity;

  @IsOptional()
  @IsIn(CHECK_KINDS)
  kind?: CheckKind;

  /** Words of the article's title. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class SettleFindingsDto {
  @IsArray()
  @ArrayMinSize(1, { message: '请先选择要处理的问题' })
  @ArrayMaxSize(100, { message: '一次最多处理 100 个问题' })
  @IsInt({ each: true })
  ids: number[];

  /** `open` takes an answer back. */
  @IsIn(['open', 'handled', 'ignored'])
  state: 'open' | 'handled' | 'ignored';

  /** Needed for `ignored`. */
  @IsOptional()
  @IsString()
  reason?: string;
}
