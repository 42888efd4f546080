import { Injectable } from '@nestjs/common';
import {
  Article,
  ArticleService,
  ChannelReading,
  Expiry,
  Pins,
  RecycleBin,
  Withdrawals,
} from '@zhanqun/content';
import type { EditorCtx, StaffCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { staffOf } from '../county/staff';
import { officeOf } from '../plan/shared-pieces';
import { Cast } from './cast';

const SITE = 'qingshui';
const DAY_MS = 86_400_000;

/** What has become of older texts of the town: pinned for a time, running out, taken down each way, thrown away. */
@Injectable()
export class LifeSeeder {
  constructor(
    private readonly db: Db,
    private readonly cast: Cast,
    private readonly channels: ChannelReading,
    private readonly articles: ArticleService,
    private readonly withdrawals: Withdrawals,
    private readonly bin: RecycleBin,
    private readonly pins: Pins,
    private readonly expiry: Expiry,
  ) {}

  async lay(ctx: StaffCtx): Promise<void> {
    const chief = await this.cast.at(ctx, staffOf(SITE).finalReview, SITE);
    const desk = await this.cast.at(ctx, staffOf(SITE).editor, SITE);
    // Placing what is public is the platform's own act here; the names on the texts stay.
    const root: EditorCtx = { ...ctx, site: chief.site, actor: chief.actor };
    const inDays = (days: number): Date => new Date(ctx.now.getTime() + days * DAY_MS);

    const news = await this.oldest(root, 'xzdt', 6);
    const [ending] = await this.oldest(root, 'tzgg', 1);
    const [pinned] = await this.articlesOf(root, 'tzgg', 1, 'DESC');
    const [merged, into, gone, shown, thrown] = news;
    if (merged && into) {
      const order = { way: 'merged', intoId: into.id, reason: '与另一篇报道内容重复，合并发布' } as const;
      await this.withdrawals.withdraw(root, merged.id, order);
    }
    if (gone)
      await this.withdrawals.withdraw(root, gone.id, { way: 'gone', reason: '配图含无关人员，撤下核实' });
    if (shown) {
      const reason = '所述安排已由镇政府新的通知替代';
      await this.withdrawals.withdraw(root, shown.id, { way: 'notice', reason });
    }
    if (thrown) {
      await this.withdrawals.withdraw(root, thrown.id, { way: 'gone', reason: '重复发布' });
      await this.bin.remove(root, thrown.id);
    }
    if (pinned) await this.pins.pin(root, pinned.id, inDays(20));
    if (ending) await this.expiry.set(root, ending.id, inDays(12));
    await this.throwAwayDrafts(desk);
  }

  private async throwAwayDrafts(desk: EditorCtx): Promise<void> {
    const place = (await this.channels.tree(desk)).at('xzdt');
    const titles = ['清水镇召开防汛工作例会（草稿一）', '清水镇开展集中清扫（重复建稿）'];
    for (const title of titles) {
      const text = { title, source: officeOf(SITE), body: '<p>内容未写完，改用另一篇稿件。</p>' };
      const { article } = await this.articles.draft(desk, {
        ...text,
        channelId: place?.id ?? 0,
        kind: 'news',
      });
      await this.bin.remove(desk, article.id);
    }
  }

  private oldest(ctx: EditorCtx, channel: string, count: number): Promise<Article[]> {
    return this.articlesOf(ctx, channel, count, 'ASC');
  }

  private async articlesOf(
    ctx: EditorCtx,
    channel: string,
    take: number,
    order: 'ASC' | 'DESC',
  ): Promise<Article[]> {
    const place = (await this.channels.tree(ctx)).at(channel);
    return this.db.site(ctx, Article).find({
      where: { channelId: place?.id ?? 0, state: 'published' },
      order: { publishedAt: order, id: order },
      take,
    });
  }
}
