import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canDo, startOfDay, type EditorCtx } from '@zhanqun/kernel';
import { SiteService } from '@zhanqun/tenancy';
import { TodoSource, TodoSources, type Todo } from '../todo/todo-source';
import { missingMarks } from './site-marks';

/** 页脚缺项: pages never show a label without its figure, so who keeps the site is told what is lacking. */
@Injectable()
export class SiteMarkTodos extends TodoSource implements OnModuleInit {
  constructor(
    private readonly sites: SiteService,
    private readonly sources: TodoSources,
  ) {
    super();
  }

  onModuleInit(): void {
    this.sources.register(this);
  }

  override async list(ctx: EditorCtx): Promise<readonly Todo[]> {
    const { site } = ctx;
    if (!canDo(ctx, 'update', 'SiteSettings') || (site.status !== 'online' && site.status !== 'closing'))
      return [];
    const profile = await this.sites.profile(ctx, site);
    const missing = missingMarks(profile);
    if (missing.length === 0) return [];
    return [
      {
        kind: 'siteMarks',
        subjectId: site.id,
        title: '站点资料缺项，各页页脚不完整',
        note: `缺${missing.join('、')}`,
        since: profile.openedOn ? startOfDay(profile.openedOn) : ctx.now,
        dueOn: null,
      },
    ];
  }
}
