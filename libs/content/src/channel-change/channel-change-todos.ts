import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canDo, type EditorCtx, type StaffCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { TodoSource, TodoSources, type Todo } from '../todo/todo-source';
import { ChannelChange } from './channel-change.entity';
import { SITES_WITH_PENDING_CHANGES } from './pending-changes.sql';
import { ChannelChangeService } from './channel-change.service';

const MOST = 100;

/** 待审批的栏目变更. */
@Injectable()
export class ChannelChangeTodos extends TodoSource implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly changes: ChannelChangeService,
    private readonly sources: TodoSources,
  ) {
    super();
  }

  onModuleInit(): void {
    this.sources.register(this);
  }

  override async overseenSites(ctx: StaffCtx): Promise<readonly number[]> {
    const rows = await this.db.sql<{ siteId: number }>(ctx, SITES_WITH_PENDING_CHANGES, []);
    return rows.map(({ siteId }) => Number(siteId));
  }

  override async list(ctx: EditorCtx): Promise<readonly Todo[]> {
    if (!canDo(ctx, this.changes.decidingAction(ctx), 'ChannelChange')) return [];
    const pending = await this.db
      .site(ctx, ChannelChange)
      .find({ where: { state: 'pending' }, order: { appliedAt: 'ASC' }, take: MOST });
    return pending
      .filter((change) => this.changes.movesFor(ctx, change).includes('approve'))
      .map(({ id, channelName, appliedByName, reason, appliedAt }) => ({
        kind: 'channelChange',
        subjectId: id,
        title: `栏目变更：${channelName}`,
        note: `${appliedByName}申请：${reason}`,
        since: appliedAt,
        dueOn: null,
      }));
  }
}
