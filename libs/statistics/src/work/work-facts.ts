import { Injectable } from '@nestjs/common';
import { endOfDay, shanghaiDay, startOfDay, type SiteCtx } from '@zhanqun/kernel';
import { Article, Delivery, ReviewStep, type ReviewDecision } from '@zhanqun/content';
import { Between, Db, In, MoreThan, type Where } from '@zhanqun/platform';
import type { Days } from '../days';
import { VisitLedger } from '../visit/visit-ledger';
import type { WorkFact, WorkMeasure } from './work-fact';

const BATCH = 1000;

const MEASURE_OF: Partial<Record<ReviewDecision, WorkMeasure>> = { pass: 'reviewed', sendBack: 'returned' };

/** What was done at one site between two days. Read in its own context: another site's work is not to be seen. */
@Injectable()
export class WorkFacts {
  constructor(
    private readonly db: Db,
    private readonly visits: VisitLedger,
  ) {}

  async of(ctx: SiteCtx, days: Days): Promise<WorkFact[]> {
    return [
      ...(await this.written(ctx, days)),
      ...(await this.published(ctx, days)),
      ...(await this.reviewed(ctx, days)),
      ...(await this.delivered(ctx, days)),
      ...(await this.viewed(ctx, days)),
    ];
  }

  /** 撰写: articles begun, by who began them. What came from a former site counts on its old day. */
  private async written(ctx: SiteCtx, days: Days): Promise<WorkFact[]> {
    const around = await this.all(ctx, [{ createdAt: between(days) }, { publishedAt: between(days) }]);
    return around
      .map((article) => ({ ...article, begunAt: earlier(article.createdAt, article.publishedAt) }))
      .filter(({ begunAt }) => begunAt >= startOfDay(days.from))
      .map((article) => factOf(ctx, 'written', 1, article.begunAt, article));
  }

  /** 发布 and 字数: articles that first went live. */
  private async published(ctx: SiteCtx, days: Days): Promise<WorkFact[]> {
    const live = await this.all(ctx, [{ publishedAt: between(days) }]);
    return live.flatMap((article) => {
      const at = article.publishedAt ?? article.createdAt;
      return [factOf(ctx, 'published', 1, at, article), factOf(ctx, 'words', article.words, at, article)];
    });
  }

  /** 审核通过, 退回他人: by the signer; 被退回: by the author of the text. */
  private async reviewed(ctx: SiteCtx, days: Days): Promise<WorkFact[]> {
    const facts: WorkFact[] = [];
    for (let after = 0; ;) {
      const steps = await this.db
        .site(ctx, ReviewStep)
        .select(['id', 'articleId', 'decision', 'byId', 'at'], {
          where: { at: between(days), decision: In(Object.keys(MEASURE_OF)), id: MoreThan(after) },
          order: { id: 'ASC' },
          take: BATCH,
        });
      if (steps.length === 0) return facts;
      const articles = await this.byIds(
        ctx,
        steps.map(({ articleId }) => articleId),
      );
      for (const { articleId, decision, byId, at } of steps) {
        const article = articles.get(articleId);
        const measure = MEASURE_OF[decision];
        if (!article || !measure) continue;
        facts.push(factOf(ctx, measure, 1, at, { channelId: article.channelId, authorId: byId }));
        if (decision === 'sendBack') facts.push(factOf(ctx, 'sentBack', 1, at, article));
      }
      after = steps.at(-1)?.id ?? after;
    }
  }

  /** 报送 by who sent; 被采用 by the author of what another site took. */
  private async delivered(ctx: SiteCtx, days: Days): Promise<WorkFact[]> {
    const envelopes = this.db.shared(ctx, Delivery);
    const fromSiteId = ctx.site.id;
    const sent = await envelopes.select(['sourceArticleId', 'sentById', 'sentAt'], {
      where: { fromSiteId, sentAt: between(days) },
    });
    const taken = await envelopes.select(['sourceArticleId', 'decidedAt'], {
      where: { fromSiteId, state: 'accepted', decidedAt: between(days) },
    });
    const articles = await this.byIds(
      ctx,
      [...sent, ...taken].map(({ sourceArticleId }) => sourceArticleId),
    );
    return [
      ...sent.flatMap(({ sourceArticleId, sentById, sentAt }) => {
        const channelId = articles.get(sourceArticleId)?.channelId ?? null;
        return [factOf(ctx, 'submitted', 1, sentAt, { channelId, authorId: sentById })];
      }),
      ...taken.flatMap(({ sourceArticleId, decidedAt }) => {
        const article = articles.get(sourceArticleId);
        return article && decidedAt ? [factOf(ctx, 'adopted', 1, decidedAt, article)] : [];
      }),
    ];
  }

  private async viewed(ctx: SiteCtx, { from, to }: Days): Promise<WorkFact[]> {
    const counts = await this.visits.between(ctx, from, to);
    const articles = await this.byIds(
      ctx,
      counts.map(({ articleId }) => articleId),
    );
    return counts.flatMap(({ articleId, onDay, views }) => {
      const article = articles.get(articleId);
      if (!article) return [];
      const { channelId, authorId } = article;
      return [
        {
          measure: 'viewed',
          amount: views,
          personId: authorId,
          siteId: ctx.site.id,
          channelId,
          onDay,
        } as const,
      ];
    });
  }

  private async all(ctx: SiteCtx, anyOf: readonly Where<Article>[]): Promise<ArticleWork[]> {
    const found: ArticleWork[] = [];
    for (let after = 0; ;) {
      const page = await this.db.site(ctx, Article).select([...COLUMNS], {
        where: anyOf.map((one) => ({ ...one, id: MoreThan(after) })),
        order: { id: 'ASC' },
        take: BATCH,
      });
      if (page.length === 0) return found;
      found.push(...page);
      after = page.at(-1)?.id ?? after;
    }
  }

  private async byIds(ctx: SiteCtx, ids: readonly number[]): Promise<Map<number, ArticleWork>> {
    const unique = [...new Set(ids)];
    const found = new Map<number, ArticleWork>();
    for (let from = 0; from < unique.length; from += BATCH) {
      const rows = await this.db
        .site(ctx, Article)
        .select([...COLUMNS], { where: { id: In(unique.slice(from, from + BATCH)) } });
      for (const row of rows) found.set(row.id, row);
    }
    return found;
  }
}

const COLUMNS = ['id', 'channelId', 'authorId', 'createdAt', 'publishedAt', 'words'] as const;
type ArticleWork = Pick<Article, (typeof COLUMNS)[number]>;

const earlier = (left: Date, right: Date | null): Date => (right && right < left ? right : left);

const between = ({ from, to }: Days): ReturnType<typeof Between<Date>> =>
  Between(startOfDay(from), endOfDay(to));

function factOf(
  ctx: SiteCtx,
  measure: WorkMeasure,
  amount: number,
  at: Date,
  { authorId, channelId }: { authorId: number; channelId: number | null },
): WorkFact {
  return { measure, amount, personId: authorId, siteId: ctx.site.id, channelId, onDay: shanghaiDay(at) };
}
