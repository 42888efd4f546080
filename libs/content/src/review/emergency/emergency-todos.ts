import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canDo, shanghaiDay, shanghaiMinute, type EditorCtx } from '@zhanqun/kernel';
import { Db, In } from '@zhanqun/platform';
import { Article } from '../../article/article.entity';
import { ArticleRevision } from '../../revision/article-revision.entity';
import { TodoSource, TodoSources, type Todo } from '../../todo/todo-source';
import { planOf } from '../plan/review-plan';
import { Reviewers } from '../reviewers';
import { EmergencyPublication } from './emergency.entity';

const MOST = 100;

/** 待补审: urgent publications that wait for a step of this person; who manages the site sees them all. */
@Injectable()
export class EmergencyTodos extends TodoSource implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly sources: TodoSources,
    private readonly reviewers: Reviewers,
  ) {
    super();
  }

  onModuleInit(): void {
    this.sources.register(this);
  }

  override async list(ctx: EditorCtx): Promise<readonly Todo[]> {
    const pending = await this.db.site(ctx, EmergencyPublication).find({
      where: { state: 'pending' },
      order: { dueAt: 'ASC' },
      take: MOST,
    });
    if (pending.length === 0) return [];
    const articles = await this.db
      .site(ctx, Article)
      .find({ where: { id: In(pending.map(({ articleId }) => articleId)) } });
    const revisions = await this.db
      .site(ctx, ArticleRevision)
      .select(['id', 'state', 'round', 'steps', 'plan', 'writerIds', 'submittedById'], {
        where: { id: In(pending.map(({ revisionId }) => revisionId)) },
      });
    const principals = await this.reviewers.principals(ctx);
    const todos: Todo[] = [];
    for (const row of pending) {
      const article = articles.find(({ id }) => id === row.articleId);
      const revision = revisions.find(({ id }) => id === row.revisionId);
      if (!article || !revision) continue;
      const passes = await this.reviewers.standing(ctx, revision);
      const facts = { passes, principals };
      const steps = planOf(revision).steps;
      const [step] =
        row.byId === ctx.actor.accountId
          ? []
          : this.reviewers.open(ctx, article, revision, facts, steps, row.reviewState);
      if (!step && !canDo(ctx, 'create', 'Membership')) continue;
      todos.push(todoOf(row, step?.name ?? '请督促审核人'));
    }
    return todos;
  }
}

function todoOf({ id, title, byName, at, dueAt }: EmergencyPublication, step: string): Todo {
  const note = `补审 · ${step} · ${byName}于 ${shanghaiMinute(at)} 应急发布`;
  return { kind: 'completingReview', subjectId: id, title, note, since: at, dueOn: shanghaiDay(dueAt) };
}
