import { Injectable } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { allOf, Db, In, readable } from '@zhanqun/platform';
import { Article } from '../../article/article.entity';
import { ArticleRevision } from '../../revision/article-revision.entity';
import { planOf, reviewFor, standingPasses, type PlannedStep } from '../plan/review-plan';
import { REVIEW_STEPS } from '../review';
import { ReviewStep } from '../review-step.entity';
import { holds, Reviewers } from '../reviewers';
import { ReviewAssignment } from '../rework/review-assignment.entity';

const COLUMNS = [
  'id',
  'articleId',
  'state',
  'steps',
  'plan',
  'round',
  'title',
  'importance',
  'writerIds',
  'savedByName',
  'savedAt',
  'submittedById',
  'submittedAt',
  'version',
] as const;
export type WaitingRevision = Pick<ArticleRevision, (typeof COLUMNS)[number]>;

/** A text that waits for this person. */
export interface WaitingReview {
  readonly article: Article;
  readonly revision: WaitingRevision;
  readonly step: PlannedStep;
  /** The absent colleague whose right it is; null when it is one's own. */
  readonly onBehalfOf: string | null;
  /** Who took it on; null when nobody did. */
  readonly takenBy: ReviewAssignment | null;
}

/** More than a person reviews in a morning. */
const MOST = 300;
/** Texts looked at in one go, and how often at most: bounds what a queue may cost at a site with a great backlog. */
const AT_A_TIME = 300;
const MOST_TURNS = 20;

/** 待审队列: what waits at a site for the person of the context, longest waiting first. */
@Injectable()
export class ReviewQueue {
  constructor(
    private readonly db: Db,
    private readonly reviewers: Reviewers,
  ) {}

  /**
   * Page after page until there is enough: who may pass a text depends on its plan, its writers and its earlier
   * passes, which no column holds, so other people's texts must not use up the one page that is looked at.
   */
  async mine(ctx: EditorCtx): Promise<WaitingReview[]> {
    const principals = await this.reviewers.principals(ctx);
    const found: WaitingReview[] = [];
    for (let turn = 0; turn < MOST_TURNS && found.length < MOST; turn += 1) {
      const articles = await this.db.site(ctx, Article).find({
        where: allOf(readable(ctx, Article), { reviewState: In([...REVIEW_STEPS]) }),
        order: { updatedAt: 'ASC', id: 'ASC' },
        skip: turn * AT_A_TIME,
        take: AT_A_TIME,
      });
      found.push(...(await this.ofPage(ctx, articles, principals)));
      if (articles.length < AT_A_TIME) break;
    }
    return found.slice(0, MOST);
  }

  private async ofPage(
    ctx: EditorCtx,
    articles: readonly Article[],
    principals: Awaited<ReturnType<Reviewers['principals']>>,
  ): Promise<WaitingReview[]> {
    const revisions = await this.revisionsOf(ctx, articles);
    const lines = await this.linesOf(ctx, [...revisions.values()]);
    const taken = await this.takenOf(ctx, [...revisions.values()]);
    return articles.flatMap((article): WaitingReview[] => {
      const revision = revisions.get(article.openRevisionId ?? 0);
      if (!revision) return [];
      const mine = (lines.get(revision.id) ?? []).filter((line) => line.round === revision.round);
      const passes = standingPasses(reviewFor(revision), mine);
      const [step] = this.reviewers.open(
        ctx,
        article,
        revision,
        { passes, principals },
        planOf(revision).steps,
      );
      if (!step) return [];
      const principal = principals.find((each) => holds(each, article, step));
      const isOwn = principal?.accountId === ctx.actor.accountId;
      const takenBy = taken.get(`${revision.id}/${revision.round}/${step.key}`) ?? null;
      return [{ article, revision, step, onBehalfOf: isOwn ? null : (principal?.name ?? null), takenBy }];
    });
  }

  private async revisionsOf(
    ctx: EditorCtx,
    articles: readonly Article[],
  ): Promise<Map<number, WaitingRevision>> {
    const ids = articles.flatMap(({ openRevisionId }) => openRevisionId ?? []);
    if (ids.length === 0) return new Map();
    const rows = await this.db.site(ctx, ArticleRevision).select([...COLUMNS], { where: { id: In(ids) } });
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async linesOf(
    ctx: EditorCtx,
    revisions: readonly WaitingRevision[],
  ): Promise<Map<number, ReviewStep[]>> {
    const byRevision = new Map<number, ReviewStep[]>();
    if (revisions.length === 0) return byRevision;
    const where = { revisionId: In(revisions.map(({ id }) => id)), decision: In(['pass', 'returnTo']) };
    for (const line of await this.db.site(ctx, ReviewStep).find({ where, order: { id: 'ASC' } }))
      byRevision.set(line.revisionId, [...(byRevision.get(line.revisionId) ?? []), line]);
    return byRevision;
  }

  private async takenOf(
    ctx: EditorCtx,
    revisions: readonly WaitingRevision[],
  ): Promise<Map<string, ReviewAssignment>> {
    if (revisions.length === 0) return new Map();
    const where = { revisionId: In(revisions.map(({ id }) => id)) };
    const rows = await this.db.site(ctx, ReviewAssignment).find({ where });
    return new Map(rows.map((row) => [`${row.revisionId}/${row.round}/${row.step}`, row]));
  }
}
