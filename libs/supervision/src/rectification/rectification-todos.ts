import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canDo, type EditorCtx } from '@zhanqun/kernel';
import { TodoSource, TodoSources, type Todo } from '@zhanqun/content';
import { Db, In } from '@zhanqun/platform';
import { OWNERS_TURN } from './rectification-state';
import { Rectification } from './rectification.entity';

const NOTES: Readonly<Record<string, string>> = {
  dispatched: '待签收',
  accepted: '整改中',
  returned: '复核未通过',
};

/** 待整改: what the supervisors dispatched to this site. */
@Injectable()
export class RectificationTodos extends TodoSource implements OnModuleInit {
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
    if (!canDo(ctx, 'fix', 'Rectification')) return [];
    const rows = await this.db.shared(ctx, Rectification).find({
      where: { aboutSiteId: ctx.site.id, state: In(OWNERS_TURN) },
      order: { dueOn: 'ASC' },
    });
    return rows.map((row) => ({
      kind: 'rectification',
      subjectId: row.id,
      title: row.title,
      note: NOTES[row.state] ?? '',
      since: row.dispatchedAt,
      dueOn: row.dueOn,
    }));
  }
}
