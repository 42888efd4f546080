import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Page, type PageFrame, type PageResult } from '@zhanqun/theming';
import { WithdrawnReading } from '../withdrawal/withdrawn-reading';
import { ArticleReading } from './article-reading';

/** 文章页、政策文件页、解读页. A wrong month leads to the one address the article has. */
@Page('/art/:month(\\d{6})/:id(\\d{1,9}).html')
@Injectable()
export class ArticlePage {
  constructor(
    private readonly reading: ArticleReading,
    private readonly withdrawn: WithdrawnReading,
  ) {}

  async load(ctx: SiteCtx, { id }: { month: string; id: string }, frame: PageFrame): Promise<PageResult> {
    return (
      (await this.reading.published(ctx, Number(id), frame)) ?? this.withdrawn.at(ctx, Number(id), frame)
    );
  }
}
