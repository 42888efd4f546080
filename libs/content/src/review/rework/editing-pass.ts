import { Injectable } from '@nestjs/common';
import { definedOnly, type EditorCtx } from '@zhanqun/kernel';
import { ArticleWriting, asHandedIn, showHead, withFollowingSummary } from '../../article/article-writing';
import { planOf, reviewFor, stepIn } from '../plan/review-plan';
import type { ReviewStepName } from '../review';
import { Releasing } from '../releasing';
import { editsMissing, reviewMoveRefused } from '../review.errors';
import { opinionIn } from '../review.service';
import { Reviewers } from '../reviewers';
import { Signing, type Decided } from '../signing';

/** Words that a reviewer may put right; what the text is and where it stands stays its writer's. */
export interface ReviewersEdits {
  readonly title?: string;
  readonly subtitle?: string;
  readonly summary?: string;
  readonly body?: string;
}

export interface EditingPassWish {
  readonly step: ReviewStepName;
  readonly version: number;
  readonly edits: ReviewersEdits;
  readonly opinion?: string;
}

/**
 * 修改后通过: the reviewer puts words right and hands the text on. With that the reviewer is one of its writers,
 * so a new round begins at the first step: nobody approves their own words, and every earlier pass was of other
 * words. What must be in order at 送审 must be in order here: a new round is a submission like any other.
 */
@Injectable()
export class EditingPass {
  constructor(
    private readonly signing: Signing,
    private readonly reviewers: Reviewers,
    private readonly writing: ArticleWriting,
    private readonly releasing: Releasing,
  ) {}

  async pass(ctx: EditorCtx, id: number, wish: EditingPassWish): Promise<Decided> {
    const reason = opinionIn(wish.opinion);
    await this.releasing.prepare(ctx, id);
    return this.signing.deciding(ctx, id, 'read', wish.version, async (ctx, article, revision) => {
      const review = reviewFor(revision);
      const step = stepIn(planOf(revision), wish.step);
      if (!step) throw reviewMoveRefused({ move: 'pass', state: revision.state });
      const facts = await this.reviewers.factsOf(ctx, revision);
      const principal = this.reviewers.principalFor(ctx, article, step, facts);
      const passed = facts.passes.map((pass) => pass.step as ReviewStepName);
      review.pass(step.key, revision.state, passed);
      this.reviewers.refuse(ctx, article, revision, step.key, principal, facts);

      const given = withFollowingSummary({ ...asHandedIn(revision), ...definedOnly(wish.edits) }, revision);
      const { text } = await this.writing.prepare(ctx, article.kind, given, id);
      const isChanged = (['title', 'subtitle', 'summary', 'body'] as const).some(
        (field) => text[field] !== revision[field],
      );
      if (!isChanged) throw editsMissing();
      const { accountId, name } = ctx.actor;
      Object.assign(revision, text, {
        version: revision.version + 1,
        writerIds: [...new Set([...revision.writerIds, accountId])],
        savedById: accountId,
        savedByName: name,
        savedAt: ctx.now,
        state: review.stages[0]?.[0],
      });
      await this.releasing.check(ctx, article, { ...revision, state: 'draft' });
      if (article.liveRevisionId === null) showHead(article, text);
      const what = `${step.name}修改后通过，重新从头审核`;
      await this.signing.sign(ctx, article, revision, {
        decision: 'edit',
        what,
        reason,
        step: step.key,
        principal,
      });
      revision.round += 1;
    });
  }
}
