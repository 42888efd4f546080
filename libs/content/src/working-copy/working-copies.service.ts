import { Injectable } from '@nestjs/common';
import { must, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Db, isUniqueViolation, LessThan } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { articleApproved, articleInReview, articleNotFound } from '../article/article.errors';
import { isInReview } from '../review/review';
import { noOpenRevision } from '../review/review.errors';
import { ArticleRevision } from '../revision/article-revision.entity';
import { WorkingCopy } from './working-copy.entity';
import { workingCopyTooLong } from './working-copy.errors';

/** The fields of the screen as they were typed. */
export type TypedText = Readonly<Record<string, unknown>>;

export interface OfferedCopy {
  readonly copy: { readonly baseVersion: number; readonly text: TypedText; readonly savedAt: Date } | null;
  /** Typed after the draft was last saved: the screen offers it when it opens. */
  readonly isNewer: boolean;
  /** Version of the draft as it is saved now; null when no draft is open. */
  readonly savedVersion: number | null;
}

/** JSON of a body of one million characters with room for the other fields. */
const LONGEST_TEXT = 1_200_000;
type DraftFacts = Pick<ArticleRevision, 'id' | 'state' | 'version' | 'savedAt'>;

/** 自动保存: one copy a person and article, for the person alone. Not audited: nothing of it is a record. */
@Injectable()
export class WorkingCopies {
  constructor(private readonly db: Db) {}

  /** Keeps what this person has typed. Refused when there is no draft that they could save it into. */
  async keep(ctx: EditorCtx, articleId: number, baseVersion: number, typed: TypedText): Promise<Date> {
    const text = JSON.stringify(typed);
    if (text.length > LONGEST_TEXT) throw workingCopyTooLong({ limit: LONGEST_TEXT });
    const draft = await this.draftOf(ctx, await this.getArticle(ctx, articleId, 'update'));
    if (!draft) throw noOpenRevision({ articleId });
    if (isInReview(draft.state)) throw articleInReview({ state: draft.state });
    if (draft.state === 'approved') throw articleApproved({ articleId });
    const values = { revisionId: draft.id, baseVersion, text, savedAt: ctx.now };
    await this.store(ctx, articleId, values);
    return ctx.now;
  }

  /** The person's own copy, and whether it holds what the saved draft does not. */
  async offered(ctx: EditorCtx, articleId: number): Promise<OfferedCopy> {
    const draft = await this.draftOf(ctx, await this.getArticle(ctx, articleId, 'read'));
    const copy = await this.db.site(ctx, WorkingCopy).findOne(this.own(ctx, articleId));
    const isNewer =
      copy !== null &&
      draft?.state === 'draft' &&
      copy.revisionId === draft.id &&
      copy.savedAt > draft.savedAt;
    return {
      copy: copy && {
        baseVersion: copy.baseVersion,
        text: JSON.parse(copy.text) as TypedText,
        savedAt: copy.savedAt,
      },
      isNewer,
      savedVersion: draft?.version ?? null,
    };
  }

  /** The person does not want it back. */
  async discard(ctx: EditorCtx, articleId: number): Promise<void> {
    await this.getArticle(ctx, articleId, 'read');
    await this.db.site(ctx, WorkingCopy).removeWhere(this.own(ctx, articleId));
  }

  /** 清理: copies that nobody came back for. */
  clean(ctx: SiteCtx, before: Date): Promise<number> {
    return this.db.site(ctx, WorkingCopy).removeWhere({ savedAt: LessThan(before) });
  }

  private own({ actor }: EditorCtx, articleId: number) {
    return { articleId, accountId: actor.accountId };
  }

  private async store(
    ctx: EditorCtx,
    articleId: number,
    values: Pick<WorkingCopy, 'revisionId' | 'baseVersion' | 'text' | 'savedAt'>,
  ): Promise<void> {
    const copies = this.db.site(ctx, WorkingCopy);
    const own = this.own(ctx, articleId);
    if ((await copies.updateWhere(own, values)) > 0) return;
    try {
      await copies.save(copies.build({ ...own, ...values }));
    } catch (error) {
      // Two windows of one person began at the same moment.
      if (!isUniqueViolation(error)) throw error;
      await copies.updateWhere(own, values);
    }
  }

  private async getArticle(ctx: EditorCtx, id: number, action: string): Promise<Article> {
    const article = await this.db.site(ctx, Article).findOne({ id });
    if (!article) throw articleNotFound({ id });
    must(ctx, action, article);
    return article;
  }

  private async draftOf(ctx: SiteCtx, { openRevisionId }: Article): Promise<DraftFacts | null> {
    if (openRevisionId === null) return null;
    const [draft] = await this.db
      .site(ctx, ArticleRevision)
      .select(['id', 'state', 'version', 'savedAt'], { where: { id: openRevisionId } });
    return draft ?? null;
  }
}
