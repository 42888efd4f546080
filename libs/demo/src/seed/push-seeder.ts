import { Injectable } from '@nestjs/common';
import { Agreements, ChannelReading, CoKeeping, Delivery, DeliveryService, Sending } from '@zhanqun/content';
import { addDays, atSite, shanghaiDay, type EditorCtx, type StaffCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { PORTAL, SITES, type SiteKey } from '../county/sites';
import { staffOf } from '../county/staff';
import type { Stored } from './article-seeder';
import { Cast } from './cast';

const PUSHED = { article: 'shifan/tzgg/25', days: 5, note: '请在期限内转载，并组织学习落实' };
const CARRIED: readonly SiteKey[] = ['czj', 'rsj', 'hexi'];
const CO_KEPT = { from: 'czj', fromChannel: 'gzdt', toChannel: 'xwzx/bmdt' } as const;
const CO_KEPT_ARTICLES = ['czj/gzdt/20', 'czj/gzdt/19'];

/** A must-carry push half done, and a channel of the portal that the finance office feeds. */
@Injectable()
export class PushSeeder {
  constructor(
    private readonly db: Db,
    private readonly cast: Cast,
    private readonly channels: ChannelReading,
    private readonly sending: Sending,
    private readonly deliveries: DeliveryService,
    private readonly agreements: Agreements,
    private readonly coKeeping: CoKeeping,
  ) {}

  async send(ctx: StaffCtx, stored: Stored): Promise<void> {
    await this.push(ctx, stored);
    await this.coKeep(ctx, stored);
  }

  private async push(ctx: StaffCtx, stored: Stored): Promise<void> {
    const sender = await this.cast.at(ctx, staffOf(PORTAL).editor, PORTAL);
    const others = SITES.filter(({ key }) => key !== PORTAL).map(({ key }) => key);
    const { sent } = await this.sending.sendToMany(sender, stored.get(PUSHED.article) ?? 0, others, {
      note: PUSHED.note,
      carrying: 'must',
      dueOn: addDays(shanghaiDay(ctx.now), PUSHED.days),
    });
    for (const key of CARRIED) {
      const receiver = await this.cast.at(ctx, staffOf(key).admin, key);
      const delivery = sent.find(({ toSiteId }) => toSiteId === receiver.site.id);
      if (!delivery) continue;
      await this.deliveries.open(receiver, delivery.id);
      const channelId = await this.channelAt(receiver, 'tzgg');
      await this.deliveries.accept(receiver, delivery.id, { channelId, onChange: 'atOnce' });
    }
    const reader = await this.cast.at(ctx, staffOf('wjw').admin, 'wjw');
    const unread = sent.find(({ toSiteId }) => toSiteId === reader.site.id);
    if (unread) await this.deliveries.open(reader, unread.id);
  }

  private async coKeep(ctx: StaffCtx, stored: Stored): Promise<void> {
    const { from, fromChannel, toChannel } = CO_KEPT;
    const portal = await this.cast.at(ctx, staffOf(PORTAL).admin, PORTAL);
    const contributor = await this.cast.at(ctx, staffOf(from).admin, from);
    const { id } = await this.agreements.offer(portal, {
      channelId: await this.channelAt(portal, toChannel),
      site: from,
      way: 'direct',
      maintainer: '县财政局办公室',
      note: '财政动态由县财政局供稿，门户直接采用',
    });
    await this.agreements.agree(contributor, id, await this.channelAt(contributor, fromChannel));
    for (const article of CO_KEPT_ARTICLES)
      await this.coKeeping.send(atSite(ctx, contributor.site), stored.get(article) ?? 0);
    const arrived = await this.db.shared(ctx, Delivery).find({ where: { agreementId: id } });
    for (const delivery of arrived) await this.coKeeping.take(atSite(ctx, portal.site), delivery.id);
  }

  private async channelAt(ctx: EditorCtx, path: string): Promise<number> {
    return (await this.channels.tree(ctx)).at(path)?.id ?? 0;
  }
}
