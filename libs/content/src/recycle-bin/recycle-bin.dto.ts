import { IsInt, IsOptional } from 'class-validator';
import type { ArticleKind, ArticleState } from '../article/article.entity';

export class RestoreDto {
  /** Where to put it when its own channel is gone. */
  @IsOptional()
  @IsInt()
  channelId?: number;
}

export class BinItemView {
  id: number;
  title: string;
  kind: ArticleKind;
  state: ArticleState;
  channelId: number;
  /** `''` when the channel is gone. */
  channelName: string;
  authorName: string;
  deletedAt: string;
  deletedByName: string;
  /** Erased for good after this. */
  keptUntil: string;
  mayPurge: boolean;
}

export class BinPageView {
  items: BinItemView[];
  total: number;
  page: number;
  pageSize: number;
  keptDays: number;
}
