import { Type } from 'class-transformer';
import { IsInt, Min } from 'class-validator';

export class ComparisonQuery {
  /** Number of the older version. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  from: number;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  to: number;
}
