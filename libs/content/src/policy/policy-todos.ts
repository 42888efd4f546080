import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canDo, type EditorCtx } from '@zhanqun/kernel';
import { TodoSource, TodoSources, type Todo } from '../todo/todo-source';
import { PolicyLinks } from './policy-links';

/** 政策文件的解读和新旧链接: what is missing or broken, for those who write at the site. */
@Injectable()
export class PolicyTodos extends TodoSource implements OnModuleInit {
  constructor(
    private readonly links: PolicyLinks,
    private readonly sources: TodoSources,
  ) {
    super();
  }

  onModuleInit(): void {
    this.sources.register(this);
  }

  override async list(ctx: EditorCtx): Promise<readonly Todo[]> {
    if (!canDo(ctx, 'create', 'Article')) return [];
    const broken = await this.links.broken(ctx);
    return broken.map(({ articleId, title, note, since, dueOn }) => ({
      kind: 'policyLink',
      subjectId: articleId,
      title,
      note,
      since,
      dueOn,
    }));
  }
}
