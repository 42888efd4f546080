import { Injectable } from '@nestjs/common';
import type { EditorCtx, Page, PageRequest } from '@zhanqun/kernel';
import { articlePath, ChannelReading } from '@zhanqun/content';
import { Db, instant, SiteDirectory } from '@zhanqun/platform';
import { checkedDays, type Days } from '../days';
import {
  countArticles,
  topArticles,
  viewsOfArticles,
  type ArticleQuestion,
  type Statement,
} from './visit-figures.sql';
import { periodBefore } from './visit-trend';

export interface ArticleVisits {
  readonly articleId: number;
  readonly title: string;
  readonly channel: string;
  /** Null where it is not public any more. */
  readonly url: string | null;
  readonly publishedAt: Date | null;
  readonly hits: number;
  readonly hitsBefore: number;
}

interface ArticleRow {
  readonly id: number;
  readonly title: string;
  readonly channelId: number;
  readonly state: string;
  readonly publishedAt: unknown;
  readonly hits: number | string;
}

/** 文章访问排行: the articles of a site that were opened, the most opened first. */
@Injectable()
export class ArticleVisitStatistics {
  constructor(
    private readonly db: Db,
    private readonly channels: ChannelReading,
    private readonly directory: SiteDirectory,
  ) {}

  /** `title`: only articles with this in their title. */
  async page(
    ctx: EditorCtx,
    asked: Days & { readonly title: string },
    { page, pageSize }: PageRequest,
  ): Promise<Page<ArticleVisits>> {
    const question = { siteId: ctx.site.id, days: checkedDays(asked), title: asked.title.trim() };
    const items = await this.top(ctx, question, pageSize, (page - 1) * pageSize);
    const [count] = await this.ask<{ n: number }>(ctx, countArticles(question));
    return { items, total: Number(count?.n ?? 0), page, pageSize };
  }

  /** The first of all, for a file. */
  first(ctx: EditorCtx, asked: Days, count: number): Promise<ArticleVisits[]> {
    return this.top(ctx, { siteId: ctx.site.id, days: checkedDays(asked), title: '' }, count, 0);
  }

  private async top(
    ctx: EditorCtx,
    question: ArticleQuestion,
    take: number,
    skip: number,
  ): Promise<ArticleVisits[]> {
    const rows = await this.ask<ArticleRow>(ctx, topArticles(question, take, skip));
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => Number(id));
    const before = await this.ask<{ subjectId: number; views: number }>(
      ctx,
      viewsOfArticles(ctx.site.id, ids, periodBefore(question.days)),
    );
    const hitsBefore = new Map(before.map(({ subjectId, views }) => [Number(subjectId), Number(views)]));
    const tree = await this.channels.tree(ctx);
    return rows.map(({ id, title, channelId, state, publishedAt, hits }) => {
      const at = instant(publishedAt);
      const path = at && state === 'published' ? articlePath({ id: Number(id), publishedAt: at }) : null;
      return {
        articleId: Number(id),
        title,
        channel: tree.find(Number(channelId))?.name ?? '已删除的栏目',
        url: path && this.directory.siteUrl(ctx.site, path),
        publishedAt: at,
        hits: Number(hits),
        hitsBefore: hitsBefore.get(Number(id)) ?? 0,
      };
    });
  }

  private ask<T>(ctx: EditorCtx, { text, parameters }: Statement): Promise<T[]> {
    return this.db.sql<T>(ctx, text, parameters);
  }
}
