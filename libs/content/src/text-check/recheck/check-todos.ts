import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canDo, type EditorCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { TodoSource, TodoSources, type Todo } from '../../todo/todo-source';
import { CheckFinding } from './check-finding.entity';

/** 复查结果待处理, one line a site, for those who administer it. */
@Injectable()
export class CheckTodos extends TodoSource implements OnModuleInit {
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
    if (!canDo(ctx, 'manage', 'SiteSettings')) return [];
    const findings = this.db.site(ctx, CheckFinding);
    const [first] = await findings.select(['id', 'foundAt'], {
      where: { state: 'open' },
      order: { id: 'ASC' },
      take: 1,
    });
    if (!first) return [];
    const count = await findings.count({ state: 'open' });
    const blocked = await findings.count({ state: 'open', severity: 'block' });
    const note = `${count} 处待处理${blocked > 0 ? `，其中 ${blocked} 处禁止发布` : ''}`;
    return [
      {
        kind: 'check',
        subjectId: first.id,
        title: '已发布内容复查',
        note,
        since: first.foundAt,
        dueOn: null,
      },
    ];
  }
}
