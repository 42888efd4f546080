import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canDo, type EditorCtx } from '@zhanqun/kernel';
import { Db, In } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { ReviewQueue } from '../review/queue/review-queue';
import { ReviewStep } from '../review/review-step.entity';
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
    private readonly queue: ReviewQueue,
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
    const waiting = await this.queue.mine(ctx);
    return waiting
      .filter(({ takenBy }) => takenBy === null || takenBy.accountId === ctx.actor.accountId)
      .slice(0, MOST)
      .map(({ article, revision, step, onBehalfOf }) => {
        const note = `${step.name} · ${revision.savedByName}送审${onBehalfOf ? ` · 受${onBehalfOf}委托` : ''}`;
        const since = revision.submittedAt ?? revision.savedAt;
        return { kind: 'review', subjectId: article.id, title: revision.title, note, since, dueOn: null };
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
  ): Promise<Map<number, Pick<ArticleRevision, 'id' | 'title'>>> {
    const ids = articles.flatMap(({ openRevisionId }) => openRevisionId ?? []);
    if (ids.length === 0) return new Map();
    const rows = await this.db.site(ctx, ArticleRevision).select(['id', 'title'], {
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
