import { Injectable } from '@nestjs/common';
import { ChannelReading, DeliveryService, Sending, type OnChange } from '@zhanqun/content';
import type { StaffCtx } from '@zhanqun/kernel';
import { PORTAL, type SiteKey } from '../county/sites';
import { staffOf } from '../county/staff';
import type { Stored } from './article-seeder';
import { Cast } from './cast';

interface PlannedDelivery {
  readonly from: SiteKey;
  readonly to: SiteKey;
  /** `ref` of the article in the plan. */
  readonly article: string;
  readonly note: string;
  readonly outcome:
    | { readonly kind: 'waits' }
    | {
        readonly kind: 'accepted';
        readonly channel: string;
        readonly onChange: OnChange;
        readonly grade?: string;
      }
    | { readonly kind: 'declined'; readonly reason: string }
    | { readonly kind: 'recalled' };
}

const waits = { kind: 'waits' } as const;
const recalled = { kind: 'recalled' } as const;
const accepted = (channel: string, onChange: OnChange, grade?: string) =>
  ({ kind: 'accepted', channel, onChange, ...(grade ? { grade } : {}) }) as const;

const DELIVERIES: readonly PlannedDelivery[] = [
  {
    from: 'qingshui',
    to: PORTAL,
    article: 'qingshui/xzdt/25',
    note: '请门户刊用',
    outcome: accepted('xwzx/xzdt', 'todo', '一般'),
  },
  { from: 'qingshui', to: PORTAL, article: 'qingshui/xzdt/24', note: '', outcome: waits },
  { from: 'hexi', to: PORTAL, article: 'hexi/xzdt/25', note: '柑橘产业稿件，建议配图使用', outcome: waits },
  { from: 'jyj', to: PORTAL, article: 'jyj/gzdt/21', note: '', outcome: waits },
  {
    from: 'czj',
    to: PORTAL,
    article: 'czj/gzdt/21',
    note: '',
    outcome: accepted('xwzx/bmdt', 'atOnce', '要闻'),
  },
  {
    from: 'wjw',
    to: PORTAL,
    article: 'wjw/gzdt/19',
    note: '请在部门动态刊发',
    outcome: { kind: 'declined', reason: '同一主题上周已刊发，请合并后择期再报。' },
  },
  { from: 'rsj', to: PORTAL, article: 'rsj/gzdt/20', note: '岗位数有误，稍后重报', outcome: recalled },
  { from: PORTAL, to: 'jyj', article: 'shifan/tzgg/27', note: '请转载并组织落实', outcome: waits },
  { from: PORTAL, to: 'longtan', article: 'shifan/tzgg/26', note: '请转发至各村', outcome: waits },
];

/** 报送 and 推送 between the sites, in every state they may have. */
@Injectable()
export class DeliverySeeder {
  constructor(
    private readonly cast: Cast,
    private readonly channels: ChannelReading,
    private readonly sending: Sending,
    private readonly deliveries: DeliveryService,
  ) {}

  async send(ctx: StaffCtx, stored: Stored): Promise<void> {
    for (const { from, to, article, note, outcome } of DELIVERIES) {
      const sender = await this.cast.at(ctx, staffOf(from).editor, from);
      const { id } = await this.sending.send(sender, stored.get(article) ?? 0, to, { note });
      if (outcome.kind === 'waits') continue;
      if (outcome.kind === 'recalled') {
        await this.sending.recall(sender, id);
        continue;
      }
      const receiver = await this.cast.at(ctx, staffOf(to).admin, to);
      if (outcome.kind === 'declined') {
        await this.deliveries.decline(receiver, id, outcome.reason);
        continue;
      }
      const place = (await this.channels.tree(receiver)).at(outcome.channel);
      await this.deliveries.accept(receiver, id, {
        channelId: place?.id ?? 0,
        onChange: outcome.onChange,
        grade: outcome.grade,
      });
    }
  }
}
