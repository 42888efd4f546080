import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canDo, type EditorCtx } from '@zhanqun/kernel';
import { Db, In, SiteDirectory } from '@zhanqun/platform';
import { TodoSource, TodoSources, type Todo } from '../todo/todo-source';
import { Delivery } from './delivery.entity';

const MOST = 200;

/** 待签收报送 and 源稿变更: what came in, and what changed where it came from. */
@Injectable()
export class DeliveryTodos extends TodoSource implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly sources: TodoSources,
    private readonly directory: SiteDirectory,
  ) {
    super();
  }

  onModuleInit(): void {
    this.sources.register(this);
  }

  override async list(ctx: EditorCtx): Promise<readonly Todo[]> {
    if (!canDo(ctx, 'accept', 'Delivery')) return [];
    const deliveries = this.db.shared(ctx, Delivery);
    const here = { toSiteId: ctx.site.id };
    const incoming = await deliveries.find({
      where: { ...here, state: 'sent' },
      order: { sentAt: 'ASC' },
      take: MOST,
    });
    const changed = canDo(ctx, 'update', 'Delivery')
      ? await deliveries.find({
          where: { ...here, state: 'accepted', sourceState: In(['changed', 'withdrawn']) },
          order: { sourceChangedAt: 'ASC' },
          take: MOST,
        })
      : [];
    return [...incoming.map((one) => this.incoming(one)), ...changed.map((one) => this.changed(one))];
  }

  private incoming(delivery: Delivery): Todo {
    const { id, title, note, sentAt, dueOn, remindedAt } = delivery;
    const sender = `${this.nameOf(delivery)}${waysOf(delivery)}${remindedAt ? '（已催办）' : ''}`;
    return {
      kind: 'delivery',
      subjectId: id,
      title,
      note: note ? `${sender}：${note}` : sender,
      since: sentAt,
      dueOn,
    };
  }

  private changed(delivery: Delivery): Todo {
    const what = delivery.sourceState === 'withdrawn' ? `已撤下：${delivery.sourceReason}` : '已更正';
    return {
      kind: 'sourceChange',
      subjectId: delivery.id,
      title: delivery.title,
      note: `${this.nameOf(delivery)}${what}`,
      since: delivery.sourceChangedAt ?? delivery.sentAt,
      dueOn: null,
    };
  }

  private nameOf({ fromSiteId }: Delivery): string {
    return this.directory.byId(fromSiteId)?.name ?? '来源站点';
  }
}

function waysOf({ kind, carrying }: Delivery): string {
  if (carrying === 'must') return '推送，必须转载';
  return { submission: '报送', push: '推送', reference: '引用' }[kind];
}
