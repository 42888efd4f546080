import { Injectable } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Audit, Db, Outbox } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { ArticleService, refuseStale } from '../article/article.service';
import { characterCount, isStorable } from '../article/article-text';
import { ArticleRevision } from '../revision/article-revision.entity';
import { ArticleSigned, isTold } from './news/article-signed.event';
import type { Principal } from './reviewers';
import { PASS_OF, type ReviewStepName } from './review';
import { ReviewStep, type ReviewDecision } from './review-step.entity';

export interface Decided {
  readonly article: Article;
  readonly revision: ArticleRevision;
}

/** What a signed line says beside the decision. */
export interface Signature {
  readonly decision: ReviewDecision;
  /** In the audit trail: `复审通过`. */
  readonly what: string;
  readonly reason?: string;
  readonly step?: ReviewStepName | null;
  readonly toStep?: ReviewStepName | null;
  /** Whose right was used, when it was not the signer's own. */
  readonly principal?: Principal;
}

const LONGEST_REASON = 500;

/** 签办: one decision on the open text of an article, with its line in the trail and in the audit, in one transaction. */
@Injectable()
export class Signing {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly articles: ArticleService,
  ) {}

  within<T>(ctx: EditorCtx, work: (ctx: EditorCtx) => Promise<T>): Promise<T> {
    return this.db.transaction(ctx, work);
  }

  /** Loads and locks, asks, lets `decide` change, stores. `version`: the words that the person read. */
  deciding(
    ctx: EditorCtx,
    id: number,
    action: string,
    version: number | undefined,
    decide: (ctx: EditorCtx, article: Article, revision: ArticleRevision) => Promise<void>,
  ): Promise<Decided> {
    return this.db.transaction(ctx, async (ctx) => {
      const article = await this.articles.getForChange(ctx, id, action);
      const revision = await this.articles.getOpenRevision(ctx, article);
      if (version !== undefined) refuseStale(revision, version);
      await decide(ctx, article, revision);
      if (revision.state !== 'live') {
        article.reviewState = revision.state;
        await this.db.site(ctx, ArticleRevision).save(revision);
        await this.db.site(ctx, Article).save(article);
      }
      return { article, revision };
    });
  }

  async sign(
    ctx: EditorCtx,
    article: Article,
    revision: ArticleRevision,
    { decision, what, reason = '', step = null, toStep = null, principal }: Signature,
  ): Promise<void> {
    const steps = this.db.site(ctx, ReviewStep);
    const isStandIn = principal !== undefined && principal.accountId !== ctx.actor.accountId;
    await steps.save(
      steps.build({
        articleId: article.id,
        revisionId: revision.id,
        round: revision.round,
        step,
        toStep,
        decision,
        reason,
        version: revision.version,
        byId: ctx.actor.accountId,
        byName: ctx.actor.name,
        onBehalfOfId: isStandIn ? principal.accountId : null,
        onBehalfOfName: isStandIn ? principal.name : '',
        at: ctx.now,
      }),
    );
    await this.audit.record(ctx, {
      action: `article.${decision === 'pass' && step ? PASS_OF[step] : decision}`,
      subject: 'Article',
      subjectId: article.id,
      summary: `${what}《${revision.title}》${isStandIn ? `（受${principal.name}委托）` : ''}`,
      detail: { revisionId: revision.id, version: revision.version, round: revision.round, step, reason },
    });
    if (isTold(decision))
      await this.outbox.add(
        ctx,
        new ArticleSigned(article.id, revision.id, decision, ctx.actor.accountId, reason),
      );
  }
}

/** Words that can be stored as a reason or an opinion; null when there are none or too many. */
export function reasonIn(text: string): string | null {
  const words = text.trim();
  const isUsable = words !== '' && characterCount(words) <= LONGEST_REASON && isStorable(words);
  return isUsable ? words : null;
}
