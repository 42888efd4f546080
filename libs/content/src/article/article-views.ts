import { Injectable } from '@nestjs/common';
import type { EditorCtx, Page } from '@zhanqun/kernel';
import { Db, SiteDirectory } from '@zhanqun/platform';
import { citation, Regulations } from '@zhanqun/tenancy';
import { KindFacts } from '../kind/kind-facts';
import { kindOf } from '../kind/kind';
import { isInReview } from '../review/review';
import { ReviewStep } from '../review/review-step.entity';
import type { RemovedPart } from '../rich-text/rich-text';
import { articlePath } from './article-address';
import {
  toArticleDetailView,
  toArticleItemView,
  type ArticleDetailView,
  type ArticlePageView,
  type ArticleRefView,
  type ArticleViewFacts,
} from './article-console.view';
import { ArticleDesk, type ArticleFile } from './article-desk';
import { Article } from './article.entity';

/** Articles as the console shows them: with names of channels, public addresses and the steps of their review. */
@Injectable()
export class ArticleViews {
  constructor(
    private readonly db: Db,
    private readonly desk: ArticleDesk,
    private readonly regulations: Regulations,
    private readonly directory: SiteDirectory,
    private readonly kindFacts: KindFacts,
  ) {}

  async page(ctx: EditorCtx, page: Page<Article>): Promise<ArticlePageView> {
    const facts = await this.factsFor(ctx);
    return { ...page, items: page.items.map((article) => toArticleItemView(article, facts)) };
  }

  /** Read anew after a use case, so the answer is what is stored. */
  async detail(ctx: EditorCtx, id: number, removed: readonly RemovedPart[] = []): Promise<ArticleDetailView> {
    const file = await this.desk.getFile(ctx, id);
    const { shown } = file;
    const rule = this.regulations.for(ctx.site).review[shown.importance];
    return toArticleDetailView(file, {
      ...(await this.factsFor(ctx)),
      reviewSteps: isInReview(shown.state) || shown.state === 'approved' ? shown.steps : rule.value,
      reviewSource: citation(rule.basis),
      sentBackReason: await this.sentBackReason(ctx, file),
      interprets: await this.interpretedBy(ctx, file),
      factTitles: await this.kindFacts.titles(ctx, kindOf(file.article.kind), shown.facts),
      removed,
    });
  }

  private async sentBackReason(ctx: EditorCtx, { article, shown }: ArticleFile): Promise<string | null> {
    if (!article.isSentBack) return null;
    const steps = this.db.site(ctx, ReviewStep);
    const last = await steps.findOne(
      { revisionId: shown.id, decision: 'sendBack' },
      { order: { id: 'DESC' } },
    );
    return last?.reason ?? null;
  }

  private async interpretedBy(ctx: EditorCtx, { shown }: ArticleFile): Promise<ArticleRefView | null> {
    if (shown.interpretsArticleId === null) return null;
    const where = { id: shown.interpretsArticleId };
    const [document] = await this.db.site(ctx, Article).select(['id', 'title'], { where });
    return document ?? null;
  }

  private async factsFor(ctx: EditorCtx): Promise<ArticleViewFacts> {
    const tree = await this.desk.tree(ctx);
    const { site } = ctx;
    return {
      channelName: (id) => tree.find(id)?.name ?? '',
      url: ({ id, state, publishedAt }) =>
        state === 'published' && publishedAt && site.host !== ''
          ? this.directory.siteUrl(site, articlePath({ id, publishedAt }))
          : null,
    };
  }
}
