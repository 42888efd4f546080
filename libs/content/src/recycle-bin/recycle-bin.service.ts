import { Injectable } from '@nestjs/common';
import { must, type EditorCtx, type Page, type PageRequest, type SiteCtx } from '@zhanqun/kernel';
import {
  allOf,
  Audit,
  Db,
  IsNull,
  LessThan,
  Not,
  Outbox,
  PurgeLog,
  readable,
  type Where,
} from '@zhanqun/platform';
import { Settings } from '@zhanqun/tenancy';
import { Article } from '../article/article.entity';
import { articleNotFound, articleWasPublished } from '../article/article.errors';
import { articleForChange, revisionOf } from '../article/article-rows';
import { ArticleService, refuseOutOfHand } from '../article/article.service';
import { ChannelReading } from '../channel/channel-reading';
import { articleTag } from '../channel/channel-tags';
import { SourceRemoved } from '../delivery/delivery.events';
import { EmergencyPublication } from '../review/emergency/emergency.entity';
import { WorkingCopy } from '../working-copy/working-copy.entity';
import { binDays } from './bin-settings';
import { Erasing } from './erasing';
import { binChannelGone, notInBin, reviewOwed } from './recycle-bin.errors';

const DAY_MS = 86_400_000;
const MOST_A_SWEEP = 200;
const IN_BIN: Where<Article> = { deletedAt: Not(IsNull()), purgedAt: null };

/**
 * 回收站: drafts that were never published and articles that were withdrawn. An address is never given
 * again: what was public once keeps its row even when its texts are erased.
 */
@Injectable()
export class RecycleBin {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly articles: ArticleService,
    private readonly channels: ChannelReading,
    private readonly erasing: Erasing,
    private readonly settings: Settings,
    private readonly purges: PurgeLog,
    private readonly outbox: Outbox,
  ) {}

  /**
   * 删除: of an article with a newer draft, the draft is given up; a draft that never was public and a
   * withdrawn article go into the bin. What citizens read now must be withdrawn first.
   */
  async remove(ctx: EditorCtx, id: number): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      const article = await articleForChange(this.db, ctx, id, 'delete');
      if (article.publishedAt !== null && article.openRevisionId !== null)
        return this.articles.abandon(ctx, id);
      await this.toBin(ctx, article);
    });
  }

  /** 删除整篇: as `remove`, but never gives up a draft of something that stays. */
  async removeWhole(ctx: EditorCtx, id: number): Promise<void> {
    await this.db.transaction(ctx, async (ctx) =>
      this.toBin(ctx, await articleForChange(this.db, ctx, id, 'delete')),
    );
  }

  /** 恢复 to where it stood: a draft as a draft, a withdrawn article as withdrawn. Nothing becomes public. */
  async restore(ctx: EditorCtx, id: number, channelId?: number): Promise<Article> {
    return this.db.transaction(ctx, async (ctx) => {
      const article = await this.getInBin(ctx, id, 'delete');
      const tree = await this.channels.tree(ctx);
      article.channelId = channelId ?? article.channelId;
      const channel = tree.find(article.channelId);
      if (!channel || channel.kind === 'link') throw binChannelGone({ channelId: article.channelId });
      must(ctx, 'update', article);
      const open =
        article.openRevisionId === null ? null : await revisionOf(this.db, ctx, article.openRevisionId);
      article.deletedAt = null;
      article.deletedById = null;
      article.deletedByName = '';
      article.reviewState = open?.state ?? null;
      await this.db.site(ctx, Article).save(article);
      if (article.publishedAt !== null) await this.purges.add(ctx, [articleTag(id)]);
      await this.record(ctx, 'article.restore', article, '从回收站恢复', { channelId: article.channelId });
      return article;
    });
  }

  /** 彻底删除 by the site's administrator. */
  async purge(ctx: EditorCtx, id: number): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      const article = await this.getInBin(ctx, id, 'purge');
      await this.erasing.erase(ctx, article);
      await this.record(ctx, 'article.purge', article, '彻底删除', {
        wasPublished: article.publishedAt !== null,
      });
    });
  }

  list(ctx: EditorCtx, request: PageRequest): Promise<Page<Article>> {
    const where = allOf<Article>(readable(ctx, Article, 'delete'), IN_BIN);
    return this.db.site(ctx, Article).page({ where, order: { deletedAt: 'DESC', id: 'DESC' } }, request);
  }

  daysAt(ctx: SiteCtx): number {
    return this.settings.get(ctx, binDays);
  }

  /** 到期清理. Answers how many were erased; the rest waits for the next night. */
  async sweep(ctx: SiteCtx): Promise<number> {
    const before = new Date(ctx.now.getTime() - this.daysAt(ctx) * DAY_MS);
    const due = await this.db.site(ctx, Article).select(['id'], {
      where: { deletedAt: LessThan(before), purgedAt: null },
      order: { deletedAt: 'ASC', id: 'ASC' },
      take: MOST_A_SWEEP,
    });
    for (const { id } of due) {
      await this.db.transaction(ctx, async (ctx) => {
        const article = await this.db.site(ctx, Article).findOne({ id }, { lock: 'write' });
        if (!article?.deletedAt || article.purgedAt !== null || article.deletedAt >= before) return;
        await this.erasing.erase(ctx, article);
        await this.record(ctx, 'article.purge', article, '回收站到期，彻底删除', {});
      });
    }
    return due.length;
  }

  private async toBin(ctx: EditorCtx, article: Article): Promise<void> {
    const { id } = article;
    if (article.state === 'published') throw articleWasPublished({ id });
    if (article.state === 'withdrawn') must(ctx, 'withdraw', article);
    const owed = { articleId: id, state: 'pending' as const };
    if ((await this.db.site(ctx, EmergencyPublication).count(owed)) > 0) throw reviewOwed({ id });
    if (article.openRevisionId !== null)
      refuseOutOfHand(await revisionOf(this.db, ctx, article.openRevisionId));
    article.deletedAt = ctx.now;
    article.deletedById = ctx.actor.accountId;
    article.deletedByName = ctx.actor.name;
    article.reviewState = null;
    article.isSentBack = false;
    article.isPinned = false;
    article.pinRank = 0;
    article.pinnedUntil = null;
    article.scheduledFor = null;
    await this.db.site(ctx, Article).save(article);
    await this.db.site(ctx, WorkingCopy).removeWhere({ articleId: id });
    if (article.publishedAt !== null) {
      await this.purges.add(ctx, [`gone:${articleTag(id)}`]);
      await this.outbox.add(ctx, new SourceRemoved(id, 'deleted'));
    }
    await this.record(ctx, 'article.delete', article, '删除稿件到回收站', { channelId: article.channelId });
  }

  private async getInBin(ctx: EditorCtx, id: number, action: string): Promise<Article> {
    const article = await this.db.site(ctx, Article).findOne({ id }, { lock: 'write' });
    if (!article || article.purgedAt !== null) throw articleNotFound({ id });
    must(ctx, action, article);
    if (article.deletedAt === null) throw notInBin({ id });
    return article;
  }

  private async record(
    ctx: SiteCtx,
    action: string,
    article: Article,
    what: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    const summary = `${what}《${article.title}》`;
    await this.audit.record(ctx, { action, subject: 'Article', subjectId: article.id, summary, detail });
  }
}
