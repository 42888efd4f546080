import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canDo, type EditorCtx } from '@zhanqun/kernel';
import { allOf, Db, In, readable } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { PASS_OF, REVIEW_STEPS, STEP_LABELS, type ReviewStepName } from '../review/review';
import { ReviewStep } from '../review/review-step.entity';
import { writersOf } from '../review/review.service';
import { ArticleRevision } from '../revision/article-revision.entity';
import { TodoSource, TodoSources, type Todo } from './todo-source';

/** More than a person reviews in a morning; the list says how many there are by its length. */
const MOST = 200;

/** 待我审核 and 被退回: texts that wait for my step, and mine that came back. */
@Injectable()
export class ArticleTodos extends TodoSource implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly sources: TodoSources,
  ) {
    super();
  }

  onModuleInit(): void {
    this.sources.register(this);
  }

  override async list(ctx: EditorCtx): Promise<readonly Todo[]> {
    return [...(await this.reviews(ctx)), ...(await this.sentBack(ctx))];
  }

  private async reviews(ctx: EditorCtx): Promise<Todo[]> {
    const steps = REVIEW_STEPS.filter((step) => canDo(ctx, PASS_OF[step], 'Article'));
    if (steps.length === 0) return [];
    const waiting = await this.db.site(ctx, Article).find({
      where: allOf(readable(ctx, Article), { reviewState: In(steps) }),
      order: { updatedAt: 'ASC' },
      take: MOST,
    });
    const revisions = await this.openRevisions(ctx, waiting);
    return waiting.flatMap((article) => {
      const step = article.reviewState as ReviewStepName;
      const revision = revisions.get(article.openRevisionId ?? 0);
      if (!revision || !canDo(ctx, PASS_OF[step], article)) return [];
      if (writersOf(article, revision).includes(ctx.actor.accountId)) return [];
      const since = revision.submittedAt ?? revision.savedAt;
      const note = `${STEP_LABELS[step]} · ${revision.savedByName}送审`;
      return [{ kind: 'review', subjectId: article.id, title: revision.title, note, since, dueOn: null }];
    });
  }

  private async sentBack(ctx: EditorCtx): Promise<Todo[]> {
    if (!canDo(ctx, 'update', 'Article')) return [];
    const drafts = await this.db.site(ctx, Article).find({
      where: { reviewState: 'draft', wasSubmitted: true, authorId: ctx.actor.accountId },
      order: { updatedAt: 'DESC' },
      take: MOST,
    });
    const revisions = await this.openRevisions(ctx, drafts);
    const returned = await this.lastDecisions(ctx, [...revisions.keys()]);
    return drafts.flatMap((article) => {
      const revision = revisions.get(article.openRevisionId ?? 0);
      const last = revision && returned.get(revision.id);
      if (!revision || last?.decision !== 'sendBack') return [];
      const note = `${last.byName}退回：${last.reason}`;
      return [
        { kind: 'sentBack', subjectId: article.id, title: revision.title, note, since: last.at, dueOn: null },
      ];
    });
  }

  private async openRevisions(
    ctx: EditorCtx,
    articles: readonly Article[],
  ): Promise<
    Map<
      number,
      Pick<
        ArticleRevision,
        'id' | 'title' | 'writerIds' | 'submittedById' | 'submittedAt' | 'savedAt' | 'savedByName'
      >
    >
  > {
    const ids = articles.flatMap(({ openRevisionId }) => openRevisionId ?? []);
    if (ids.length === 0) return new Map();
    const rows = await this.db
      .site(ctx, ArticleRevision)
      .select(['id', 'title', 'writerIds', 'submittedById', 'submittedAt', 'savedAt', 'savedByName'], {
        where: { id: In(ids) },
      });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The newest signed line of each text. */
  private async lastDecisions(
    ctx: EditorCtx,
    revisionIds: readonly number[],
  ): Promise<Map<number, ReviewStep>> {
    if (revisionIds.length === 0) return new Map();
    const lines = await this.db
      .site(ctx, ReviewStep)
      .find({ where: { revisionId: In(revisionIds) }, order: { id: 'ASC' } });
    return new Map(lines.map((line) => [line.revisionId, line]));
  }
}
