import { Injectable } from '@nestjs/common';
import { Article, ArticleService, ChannelReading, ReviewService } from '@zhanqun/content';
import { addDays, shanghaiDay, type EditorCtx, type StaffCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { staffOf } from '../county/staff';
import { officeOf } from '../plan/shared-pieces';
import { compose } from '../plan/compose';
import { WORKS, type PlannedWork } from '../work/works';
import { Cast } from './cast';

/** Texts on people's desks: written, submitted, passed and sent back by the people whose job it is. */
@Injectable()
export class DeskSeeder {
  constructor(
    private readonly db: Db,
    private readonly cast: Cast,
    private readonly channels: ChannelReading,
    private readonly articles: ArticleService,
    private readonly reviews: ReviewService,
  ) {}

  async lay(ctx: StaffCtx): Promise<void> {
    for (const work of WORKS) await this.bring(ctx, work);
    await this.withdrawOne(ctx);
    await this.correctOne(ctx);
  }

  private async bring(ctx: StaffCtx, { site, channel, progress, body, ...text }: PlannedWork): Promise<void> {
    const { editor, initialReview, secondReview } = staffOf(site);
    const desk = await this.cast.at(ctx, editor, site);
    const place = (await this.channels.tree(desk)).at(channel);
    if (!place) throw new Error(`${site} has no channel ${channel}`);
    const source = officeOf(site);
    const { article } = await this.articles.draft(desk, {
      ...text,
      source,
      body: compose(body),
      channelId: place.id,
      ...(text.kind === 'policyDocument' ? {} : { facts: null }),
    });
    const { id } = article;
    if (progress.to === 'draft') return;
    if (progress.to === 'scheduled') {
      const at = new Date(`${addDays(shanghaiDay(ctx.now), progress.days)}T08:30:00+08:00`);
      await this.reviews.schedule(desk, id, at);
    }
    await this.reviews.submit(desk, id);
    if (progress.to === 'initialReview') return;

    const first = await this.cast.at(ctx, initialReview, site);
    if (progress.to === 'sentBack' && progress.from === 'initialReview') {
      await this.reviews.sendBack(first, id, progress.reason);
      return;
    }
    await this.reviews.passInitial(first, id);
    if (progress.to === 'secondReview') return;
    const second = await this.cast.at(ctx, secondReview, site);
    if (progress.to === 'sentBack') await this.reviews.sendBack(second, id, progress.reason);
    else await this.reviews.passSecond(second, id);
  }

  /** A notice whose time had passed was taken down. */
  private async withdrawOne(ctx: StaffCtx): Promise<void> {
    const desk = await this.cast.at(ctx, staffOf('qingshui').finalReview, 'qingshui');
    const notice = await this.newestOf(desk, 'tzgg', 3);
    await this.reviews.withdraw(desk, notice.id, '通知事项已办结，内容失效，予以撤下。');
  }

  /** A published guide is being brought up to date; the old text stays live meanwhile. */
  private async correctOne(ctx: StaffCtx): Promise<void> {
    const desk = await this.cast.at(ctx, staffOf('qingshui').editor, 'qingshui');
    const guide = await this.newestOf(desk, 'bmfw', 2);
    const { revision } = await this.articles.revise(desk, guide.id);
    await this.articles.edit(desk, guide.id, {
      version: revision.version,
      body: `${revision.body}\n<p>温馨提示：办理前可先拨打0999-6331001咨询，避免多跑路。</p>`,
    });
  }

  private async newestOf(ctx: EditorCtx, channel: string, rank: number): Promise<Article> {
    const place = (await this.channels.tree(ctx)).at(channel);
    const [article] = await this.db.site(ctx, Article).find({
      where: { channelId: place?.id ?? 0, state: 'published' },
      order: { publishedAt: 'DESC', id: 'DESC' },
      skip: rank - 1,
      take: 1,
    });
    if (!article) throw new Error(`${ctx.site.key} has published too little in ${channel}`);
    return article;
  }
}
