import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canDo, type EditorCtx, type StaffCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { Settings } from '@zhanqun/tenancy';
import { TodoSource, TodoSources, type Todo } from '../todo/todo-source';
import { approvingAction, isOwnApplication, topicApprover } from './topic-settings';
import { SITES_WITH_PENDING_TOPICS } from './due-topics.sql';
import { Topic } from './topic.entity';

const MOST = 100;

/** 待审批的专题, and those sent back to who applied. */
@Injectable()
export class TopicTodos extends TodoSource implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly settings: Settings,
    private readonly sources: TodoSources,
  ) {
    super();
  }

  onModuleInit(): void {
    this.sources.register(this);
  }

  override async overseenSites(ctx: StaffCtx): Promise<readonly number[]> {
    const rows = await this.db.sql<{ siteId: number }>(ctx, SITES_WITH_PENDING_TOPICS, []);
    return rows.map(({ siteId }) => Number(siteId));
  }

  override async list(ctx: EditorCtx): Promise<readonly Todo[]> {
    const topics = this.db.site(ctx, Topic);
    const mayDecide = canDo(ctx, approvingAction(this.settings.get(ctx, topicApprover)), 'Topic');
    const pending = mayDecide
      ? await topics.find({ where: { state: 'pending' }, order: { appliedAt: 'ASC' }, take: MOST })
      : [];
    const returned = canDo(ctx, 'apply', 'Topic')
      ? await topics.find({ where: { state: 'draft', appliedById: ctx.actor.accountId }, take: MOST })
      : [];
    return [
      ...pending
        .filter((topic) => !isOwnApplication(ctx, topic.appliedById))
        .map((topic) => toTodo(topic, `${topic.appliedByName}申请开设专题，待审批`)),
      ...returned
        .filter((topic) => topic.opinion !== '')
        .map((topic) => toTodo(topic, `${topic.decidedByName}退回：${topic.opinion}`)),
    ];
  }
}

function toTodo({ id, name, appliedAt, createdAt }: Topic, note: string): Todo {
  return { kind: 'topic', subjectId: id, title: name, note, since: appliedAt ?? createdAt, dueOn: null };
}
