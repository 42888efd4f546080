import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '@zhanqun/platform';
import { IMPORTANCES, REVIEW_STEPS, type Importance, type ReviewStepName } from '../review';

export class ReviewQueueQuery extends PageQuery {
  @IsOptional()
  @IsIn(REVIEW_STEPS)
  step?: ReviewStepName;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  kind?: string;

  @IsOptional()
  @IsIn(IMPORTANCES)
  importance?: Importance;

  /** Only what may be passed in a batch. */
  @IsOptional()
  @IsIn(['yes'])
  trusted?: 'yes';

  /** Words of the title. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}
