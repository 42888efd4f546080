import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canDo, type EditorCtx } from '@zhanqun/kernel';
import { Db, In, SiteDirectory } from '@zhanqun/platform';
import { TodoSource, TodoSources, type Todo } from '../todo/todo-source';
import { ChannelAgreement } from './co-kept/channel-agreement.entity';
import { Delivery } from './delivery.entity';

const MOST = 200;

/** 待签收报送, 源稿变更 and 共建邀请: what came in, what changed where it came from, and what is offered. */
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
    return [...(await this.received(ctx)), ...(await this.offered(ctx))];
  }

  private async received(ctx: EditorCtx): Promise<readonly Todo[]> {
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

  private async offered(ctx: EditorCtx): Promise<readonly Todo[]> {
    if (!canDo(ctx, 'update', 'Channel')) return [];
    const where = { fromSiteId: ctx.site.id, state: 'offered' as const };
    const offers = await this.db
      .shared(ctx, ChannelAgreement)
      .find({ where, order: { id: 'ASC' }, take: MOST });
    return offers.map(({ id, toSiteId, toChannelName, offeredAt }) => ({
      kind: 'coKeeping',
      subjectId: id,
      title: `共建“${toChannelName}”`,
      note: `${this.directory.byId(toSiteId)?.name ?? '其他站点'}邀请供稿`,
      since: offeredAt,
      dueOn: null,
    }));
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
