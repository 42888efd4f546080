import { Injectable } from '@nestjs/common';
import { canDo, must, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Db, isUniqueViolation, LessThan, MoreThanOrEqual, Not } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { articleNotFound } from '../article/article.errors';
import { ArticlePresence } from './article-presence.entity';

export interface Present {
  readonly name: string;
  readonly since: Date;
  readonly isEditing: boolean;
}

/** A closed window is forgotten after this; screens beat about every ten seconds. */
const PRESENT_FOR_MS = 30_000;
const MOST_SHOWN = 50;
/** One of them is held by everybody who writes, reviews or publishes at the site. */
const AT_WORK = ['update', 'sendBack', 'publish'];

/** 在场: rows and not memory, so that people served by different processes see each other. */
@Injectable()
export class Presences {
  constructor(private readonly db: Db) {}

  /**
   * Says that this person has the article open, and tells who else of this site has. For those who work on
   * articles here: a supervisor who looks in from above leaves no trace and sees nobody.
   */
  async beat(ctx: EditorCtx, articleId: number, isEditing: boolean): Promise<Present[]> {
    const article = await this.db.site(ctx, Article).findOne({ id: articleId });
    if (!article) throw articleNotFound({ id: articleId });
    must(ctx, 'read', article);
    if (!AT_WORK.some((action) => canDo(ctx, action, 'Article'))) must(ctx, 'update', article);
    const presences = this.db.site(ctx, ArticlePresence);
    const expired = new Date(ctx.now.getTime() - PRESENT_FOR_MS);
    await presences.removeWhere({ articleId, seenAt: LessThan(expired) });
    await this.note(ctx, articleId, isEditing && canDo(ctx, 'update', article));
    return presences.select(['name', 'since', 'isEditing'], {
      where: { articleId, accountId: Not(ctx.actor.accountId), seenAt: MoreThanOrEqual(expired) },
      order: { since: 'ASC', id: 'ASC' },
      take: MOST_SHOWN,
    });
  }

  /** 清理: people who left articles that nobody opened since. */
  clean(ctx: SiteCtx): Promise<number> {
    const expired = new Date(ctx.now.getTime() - PRESENT_FOR_MS);
    return this.db.site(ctx, ArticlePresence).removeWhere({ seenAt: LessThan(expired) });
  }

  private async note(ctx: EditorCtx, articleId: number, isEditing: boolean): Promise<void> {
    const presences = this.db.site(ctx, ArticlePresence);
    const { accountId, name } = ctx.actor;
    const own = { articleId, accountId };
    const seen = { name, isEditing, seenAt: ctx.now };
    if ((await presences.updateWhere(own, seen)) > 0) return;
    try {
      await presences.save(presences.build({ ...own, ...seen, since: ctx.now }));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      await presences.updateWhere(own, seen);
    }
  }
}
