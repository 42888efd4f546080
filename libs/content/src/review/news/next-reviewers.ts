import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Accounts } from '@zhanqun/identity';
import type { Article } from '../../article/article.entity';
import type { ArticleRevision } from '../../revision/article-revision.entity';
import { planOf, reviewFor, type PlannedStep } from '../plan/review-plan';
import type { ReviewStepName, RevisionState } from '../review';
import { Reviewers } from '../reviewers';
import { writersOf } from '../writers';

export interface Waiting {
  readonly accountIds: readonly number[];
  /** `复审`, `校对、保密审查`. */
  readonly steps: string;
}

/** 待审人: whom a text waits for now. Who wrote words of it or passed it already is not among them. */
@Injectable()
export class NextReviewers {
  constructor(
    private readonly accounts: Accounts,
    private readonly reviewers: Reviewers,
  ) {}

  /** `state`: how far the review is, where the text itself is ahead of it (应急发布). */
  async of(
    ctx: SiteCtx,
    article: Article,
    revision: ArticleRevision,
    state: RevisionState = revision.state,
  ): Promise<Waiting> {
    const passes = await this.reviewers.standing(ctx, revision);
    const passed = passes.map(({ step }) => step as ReviewStepName);
    const pending = reviewFor(revision).pending(state, passed);
    const steps = planOf(revision).steps.filter(({ key }) => pending.includes(key));
    const barred = new Set([...writersOf(article, revision), ...passes.map(({ byId }) => byId)]);
    const people = new Set<number>();
    for (const step of steps)
      for (const id of await this.holdersOf(ctx, article, step)) if (!barred.has(id)) people.add(id);
    return { accountIds: [...people], steps: steps.map(({ name }) => name).join('、') };
  }

  private async holdersOf(ctx: SiteCtx, { channelId }: Article, { who }: PlannedStep): Promise<number[]> {
    if (who.accountIds.length > 0) return [...who.accountIds];
    const members = await this.accounts.membersWith(ctx, ctx.site.id, who.role);
    const ids = members
      .filter(({ channelIds }) => channelIds === null || channelIds.includes(channelId))
      .map(({ accountId }) => accountId);
    if (who.organisationId === null) return ids;
    const accounts = await this.accounts.byIds(ctx, ids);
    return ids.filter((id) => accounts.get(id)?.organisationId === who.organisationId);
  }
}
