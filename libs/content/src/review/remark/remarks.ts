import { Injectable } from '@nestjs/common';
import { canDo, must, type EditorCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { ArticleDesk } from '../../article/article-desk';
import { characterCount, isStorable } from '../../article/article-text';
import type { ArticleRevision } from '../../revision/article-revision.entity';
import { plainTextByRow } from '../../rich-text/rich-text';
import { anchorIn } from './anchor';
import { quoteNotFound, remarkNotFound, remarkNotYours, remarkWordsMissing } from './remark.errors';
import { ReviewRemark, type RemarkField } from './review-remark.entity';

export interface NewRemark {
  readonly field: RemarkField;
  /** Empty: about the whole field. */
  readonly quote: string;
  readonly nth: number;
  readonly words: string;
}

/** A remark with where it stands in the words of now. */
export interface PlacedRemark {
  readonly remark: ReviewRemark;
  /** Null: 原文已改, the quoted words are no longer there. */
  readonly nthNow: number | null;
}

const MOST = 100;

/** 批注: reviewers and writers talk about places of a text. */
@Injectable()
export class Remarks {
  constructor(
    private readonly db: Db,
    private readonly desk: ArticleDesk,
  ) {}

  async list(ctx: EditorCtx, articleId: number): Promise<PlacedRemark[]> {
    const { shown } = await this.desk.getFile(ctx, articleId);
    const rows = await this.db
      .site(ctx, ReviewRemark)
      .find({ where: { articleId }, order: { id: 'ASC' }, take: MOST });
    return rows.map((remark) => ({ remark, nthNow: placeNow(remark, shown) }));
  }

  /** By who works on the text and by its reviewers. */
  async add(ctx: EditorCtx, articleId: number, wish: NewRemark): Promise<PlacedRemark> {
    const words = wish.words.trim();
    if (words === '' || characterCount(words) > 1000 || !isStorable(words)) throw remarkWordsMissing();
    const { article, shown } = await this.desk.getFile(ctx, articleId);
    if (!canDo(ctx, 'update', article)) must(ctx, 'sendBack', article);
    const anchor = anchorIn(textOfField(shown, wish.field), wish.quote, wish.nth);
    if (!anchor) throw quoteNotFound();
    const remarks = this.db.site(ctx, ReviewRemark);
    const remark = await remarks.save(
      remarks.build({
        articleId,
        revisionId: shown.id,
        version: shown.version,
        field: wish.field,
        quote: wish.quote,
        nth: anchor.nth,
        start: anchor.start,
        words,
        byId: ctx.actor.accountId,
        byName: ctx.actor.name,
        at: ctx.now,
      }),
    );
    return { remark, nthNow: anchor.nth };
  }

  /** 已处理, or 重新打开: by who wrote it, by who works on the text and by its reviewers. */
  async turn(ctx: EditorCtx, id: number, isResolved: boolean): Promise<PlacedRemark> {
    return this.db.transaction(ctx, async (ctx) => {
      const remarks = this.db.site(ctx, ReviewRemark);
      const remark = await remarks.findOne({ id }, { lock: 'write' });
      if (!remark) throw remarkNotFound({ id });
      const { article, shown } = await this.desk.getFile(ctx, remark.articleId);
      const isOwn = remark.byId === ctx.actor.accountId;
      if (!isOwn && !canDo(ctx, 'update', article) && !canDo(ctx, 'sendBack', article))
        throw remarkNotYours();
      remark.resolvedAt = isResolved ? ctx.now : null;
      remark.resolvedByName = isResolved ? ctx.actor.name : '';
      await remarks.save(remark);
      return { remark, nthNow: placeNow(remark, shown) };
    });
  }
}

function textOfField(revision: ArticleRevision, field: RemarkField): string {
  return field === 'body' ? plainTextByRow(revision.body) : revision[field];
}

/** In the words it was made on it stands where it stood; in others, wherever the quoted words are nearest. */
function placeNow(remark: ReviewRemark, shown: ArticleRevision): number | null {
  const { quote, nth, start, revisionId, version, field } = remark;
  if (quote === '' || (revisionId === shown.id && version === shown.version)) return nth;
  return anchorIn(textOfField(shown, field), quote, nth, start)?.nth ?? null;
}
