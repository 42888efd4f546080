import { Injectable } from '@nestjs/common';
import type { EditorCtx, SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import type { Article } from '../../article/article.entity';
import type { ArticleRevision } from '../../revision/article-revision.entity';
import { reviewFor } from '../plan/review-plan';
import { Releasing } from '../releasing';
import { bodyEmpty, selfReviewForbidden } from '../review.errors';
import { isEmpty } from '../review.service';
import { reasonIn, Signing, type Decided } from '../signing';
import { ReviewTemplates } from '../template/review-templates';
import { writersOf } from '../writers';
import { Emergencies } from './emergencies';
import { EmergencyPublication } from './emergency.entity';
import { emergencyNotAllowed, emergencyReasonMissing } from './emergency.errors';

/**
 * 应急发布: an urgent text goes live at once, on the word of somebody with the right who did not write it. The
 * steps that its review still owes are written down with a deadline in the same transaction.
 */
@Injectable()
export class EmergencyPublishing {
  constructor(
    private readonly db: Db,
    private readonly signing: Signing,
    private readonly templates: ReviewTemplates,
    private readonly releasing: Releasing,
    private readonly emergencies: Emergencies,
  ) {}

  async publish(ctx: EditorCtx, id: number, reason: string, version?: number): Promise<Decided> {
    const words = reasonIn(reason);
    if (words === null) throw emergencyReasonMissing();
    await this.releasing.prepare(ctx, id);
    return this.signing.deciding(ctx, id, 'publishUrgently', version, async (ctx, article, revision) => {
      if (!this.emergencies.mayPublish(ctx, article)) throw emergencyNotAllowed();
      // Asked before anything is written down: an approved or live text has nothing to hurry.
      reviewFor(revision).next('publishUrgently', revision.state);
      if (writersOf(article, revision).includes(ctx.actor.accountId))
        throw selfReviewForbidden({ articleId: id });
      if (isEmpty(revision)) throw bodyEmpty({ articleId: id });
      if (revision.state === 'draft') await this.freeze(ctx, article, revision);
      await this.releasing.check(ctx, article, revision);
      await this.owe(ctx, article, revision, words);
      const what = '应急发布';
      await this.signing.sign(ctx, article, revision, { decision: 'publishUrgently', what, reason: words });
      await this.releasing.goLiveUrgently(ctx, article, revision);
    });
  }

  /** The plan of the normal review, as at a submission; who publishes stands for it like a submitter. */
  private async freeze(ctx: EditorCtx, article: Article, revision: ArticleRevision): Promise<void> {
    const plan = await this.templates.planFor(ctx, article.kind, revision.importance);
    revision.plan = plan;
    revision.steps = plan.steps.map((step) => step.key);
    revision.state = reviewFor(revision).next('submit', revision.state);
    revision.round += 1;
    revision.submittedById = ctx.actor.accountId;
    revision.submittedAt = ctx.now;
    article.importance = revision.importance;
    article.wasSubmitted = true;
    article.isSentBack = false;
  }

  private async owe(
    ctx: EditorCtx,
    article: Article,
    revision: ArticleRevision,
    reason: string,
  ): Promise<void> {
    const rows = this.db.site(ctx, EmergencyPublication);
    await rows.save(
      rows.build({
        articleId: article.id,
        revisionId: revision.id,
        title: revision.title,
        reviewState: revision.state,
        reason,
        byId: ctx.actor.accountId,
        byName: ctx.actor.name,
        at: ctx.now,
        dueAt: this.emergencies.dueAt(ctx),
        formerRevisionId: await this.formerOf(ctx, article),
      }),
    );
  }

  /** The live text to go back to: the last one that had its review, not another one that still owes it. */
  private async formerOf(ctx: SiteCtx, article: Article): Promise<number | null> {
    if (article.liveRevisionId === null) return null;
    const live = (await this.emergencies.ofRevisions(ctx, [article.liveRevisionId])).get(
      article.liveRevisionId,
    );
    return live && live.state !== 'passed' ? live.formerRevisionId : article.liveRevisionId;
  }
}
