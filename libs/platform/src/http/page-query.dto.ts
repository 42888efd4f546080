import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { MAX_PAGE_SIZE } from '@zhanqun/kernel';

/** Far behind the last page of any list, and small enough for every database to count to. */
const MOST_PAGES = 1_000_000;

/** `?page=2&pageSize=50`, bounded. */
export class PageQuery {
  /** Counted from 1. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '页码须为整数' })
  @Min(1, { message: '页码从 1 开始' })
  @Max(MOST_PAGES, { message: `页码不能超过 ${MOST_PAGES}` })
  page: number = 1;

  /** At most 100. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '每页条数须为整数' })
  @Min(1, { message: '每页至少 1 条' })
  @Max(MAX_PAGE_SIZE, { message: '每页至多 100 条' })
  pageSize: number = 20;
}
