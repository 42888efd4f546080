import { Injectable } from '@nestjs/common';
import { definedOnly, shanghaiMinute, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Audit, Db, isUniqueViolation, Not } from '@zhanqun/platform';
import { checkKind } from '../kind/channel-fit';
import { ArticleRevision } from '../revision/article-revision.entity';
import { reviewFor } from '../review/plan/review-plan';
import { isInReview, isLessImportant, reviewOf, type RevisionState } from '../review/review';
import { importanceLowered, noOpenRevision } from '../review/review.errors';
import { ArticlePlacement } from '../placement/article-placement.service';
import type { RemovedPart } from '../rich-text/rich-text';
import { WorkingCopy } from '../working-copy/working-copy.entity';
import { ArticleDrafts, keyOfPerson, signatureOf, type Written } from './article-drafts';
import { articleLife } from './article-life';
import {
  articleApproved,
  articleHasOpenRevision,
  articleInReview,
  articleKindFixed,
  articleNeverPublished,
  articleVersionMissing,
  articleVersionStale,
} from './article.errors';
import { Article, type ArticleKind } from './article.entity';
import { articleForChange, revisionOf } from './article-rows';
import type { ArticleText } from './article-text';
import { ArticleWriting, asHandedIn, showHead, textOf, withFollowingSummary } from './article-writing';

export interface NewArticle extends ArticleText {
  readonly channelId: number;
  readonly kind: ArticleKind;
  /** Made by the screen of one person for one draft: sending it twice stores one article. */
  readonly draftKey?: string;
}
export interface ArticleChanges extends Partial<ArticleText> {
  /** May change until the first publication. */
  readonly kind?: ArticleKind;
  /** Version of the words the person saw. */
  readonly version: number;
}

@Injectable()
export class ArticleService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly drafts: ArticleDrafts,
    private readonly writing: ArticleWriting,
    private readonly placement: ArticlePlacement,
  ) {}

  /** 起草. The same `draftKey` from the same person again answers with the draft stored the first time. */
  draft(ctx: EditorCtx, { draftKey, ...article }: NewArticle): Promise<Written> {
    return this.draftOnce(ctx, draftKey ? keyOfPerson(ctx, draftKey) : null, article);
  }

  /** 起草 under a key that the platform makes. No person can take such a key beforehand. */
  async draftOnce(
    ctx: EditorCtx,
    key: string | null,
    { channelId, kind, ...text }: Omit<NewArticle, 'draftKey'>,
  ): Promise<Written> {
    const known = key === null ? null : await this.drafts.findByKey(ctx, key);
    if (known) return known;
    try {
      return await this.db.transaction(ctx, (ctx) => this.drafts.begin(ctx, channelId, kind, text, key));
    } catch (error) {
      const stored = key !== null && isUniqueViolation(error) ? await this.drafts.findByKey(ctx, key) : null;
      if (!stored) throw error;
      return stored;
    }
  }

  /**
   * Everything one save of the screen may hold: place, words or both, in one transaction. Answers with
   * what the sanitiser took away; raises `content.article.versionMissing` for words without a version.
   */
  async change(
    ctx: EditorCtx,
    id: number,
    {
      channelId,
      isPinned,
      version,
      ...text
    }: Partial<ArticleChanges> & { channelId?: number; isPinned?: boolean },
  ): Promise<readonly RemovedPart[]> {
    const words = definedOnly(text);
    return this.db.transaction(ctx, async (ctx) => {
      if (channelId !== undefined || isPinned !== undefined) {
        await this.placement.place(ctx, id, definedOnly({ channelId, isPinned }));
      }
      if (Object.keys(words).length === 0) return [];
      if (version === undefined) throw articleVersionMissing();
      return (await this.edit(ctx, id, { ...words, version })).removed;
    });
  }

  /** 修改草稿. Raises `content.article.versionStale`, naming who saved in between, when `version` is old. */
  async edit(ctx: EditorCtx, id: number, { version, kind, ...changes }: ArticleChanges): Promise<Written> {
    return this.db.transaction(ctx, async (ctx) => {
      const article = await this.getForChange(ctx, id, 'update');
      const revision = await this.getOpenRevision(ctx, article);
      refuseOutOfHand(revision);
      refuseStale(revision, version);
      if (kind !== undefined && kind !== article.kind) {
        if (article.publishedAt !== null) throw articleKindFixed({ kind: article.kind });
        checkKind(kind);
        article.kind = kind;
        await this.drafts.channelFor(ctx, article.channelId, kind);
      }

      const given: ArticleText = { ...asHandedIn(revision), ...definedOnly(changes) };
      const wanted = withFollowingSummary(given, revision);
      const { text, removed } = await this.writing.prepare(ctx, article.kind, wanted, id);
      if (article.wasSubmitted && isLessImportant(text.importance, article.importance)) {
        throw importanceLowered({ from: article.importance, to: text.importance });
      }
      Object.assign(revision, text, {
        version: revision.version + 1,
        writerIds: [...new Set([...revision.writerIds, ctx.actor.accountId])],
        savedById: ctx.actor.accountId,
        savedByName: ctx.actor.name,
        savedAt: ctx.now,
      });
      await this.db.site(ctx, ArticleRevision).save(revision);
      await this.forgetTyped(ctx, id);
      if (article.liveRevisionId === null) showHead(article, text);
      if (!article.wasSubmitted) article.importance = text.importance;
      await this.db.site(ctx, Article).save(article);
      await this.record(ctx, 'article.edit', article, '修改稿件', {
        revisionId: revision.id,
        version: revision.version,
      });
      return { article, revision, removed };
    });
  }

  /**
   * 修改已发布、已审定或已撤下的文章：opens a new draft from the newest text that was not given up. What is
   * live stays live until the draft has passed its own review; an approved text that waits for its time
   * goes back to draft.
   */
  async revise(ctx: EditorCtx, id: number): Promise<Written> {
    return this.db.transaction(ctx, async (ctx) => {
      const article = await this.getForChange(ctx, id, 'update');
      if (article.openRevisionId !== null) return this.reopen(ctx, article);
      const revisions = this.db.site(ctx, ArticleRevision);
      const newest = await revisions.findOne({ articleId: id }, { order: { number: 'DESC' } });
      if (!newest) throw new Error(`article ${id} has no revision`);
      const where =
        article.liveRevisionId === null
          ? { articleId: id, state: Not<RevisionState>('abandoned') }
          : { id: article.liveRevisionId };
      const base = (await revisions.findOne(where, { order: { number: 'DESC' } })) ?? newest;
      const revision = await revisions.save(
        revisions.build({
          ...textOf(base),
          ...signatureOf(ctx),
          articleId: id,
          number: newest.number + 1,
        }),
      );
      article.openRevisionId = revision.id;
      article.reviewState = revision.state;
      await this.db.site(ctx, Article).save(article);
      await this.record(ctx, 'article.revise', article, '修改文章，生成新版本', { revisionId: revision.id });
      return { article, revision, removed: [] };
    });
  }

  /** What this person typed and did not save is done with: the text was handed in. */
  async forgetTyped(ctx: EditorCtx, articleId: number): Promise<void> {
    await this.db.site(ctx, WorkingCopy).removeWhere({ articleId, accountId: ctx.actor.accountId });
  }

  /** 放弃修改 of an article that was published: its live text stays. Raises for a draft that never was. */
  async abandon(ctx: EditorCtx, id: number): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      const article = await this.getForChange(ctx, id, 'delete');
      if (article.publishedAt === null) throw articleNeverPublished({ id });
      const revision = await this.getOpenRevision(ctx, article);
      refuseOutOfHand(revision);
      revision.state = reviewOf(['initialReview']).next('abandon', revision.state);
      await this.db.site(ctx, ArticleRevision).save(revision);
      await this.db.site(ctx, WorkingCopy).removeWhere({ articleId: id });
      article.openRevisionId = null;
      article.reviewState = null;
      article.isSentBack = false;
      await this.db.site(ctx, Article).save(article);
      await this.record(ctx, 'article.abandon', article, '放弃修改', { revisionId: revision.id });
    });
  }

  /** Locked, allowed, and not in the bin: the beginning of every change of one article. */
  getForChange(ctx: EditorCtx, id: number, action: string): Promise<Article> {
    return articleForChange(this.db, ctx, id, action);
  }

  async getOpenRevision(ctx: SiteCtx, article: Article): Promise<ArticleRevision> {
    if (article.openRevisionId === null) throw noOpenRevision({ articleId: article.id });
    return this.getRevision(ctx, article.openRevisionId);
  }

  getRevision(ctx: SiteCtx, id: number): Promise<ArticleRevision> {
    return revisionOf(this.db, ctx, id);
  }

  private async reopen(ctx: EditorCtx, article: Article): Promise<Written> {
    const revision = await this.getOpenRevision(ctx, article);
    if (revision.state !== 'approved') throw articleHasOpenRevision({ state: revision.state });
    revision.state = reviewFor(revision).next('reopen', revision.state);
    await this.db.site(ctx, ArticleRevision).save(revision);
    article.reviewState = revision.state;
    article.scheduledFor = null;
    if (article.state === 'scheduled') article.state = articleLife.next('unschedule', article.state);
    await this.db.site(ctx, Article).save(article);
    await this.record(ctx, 'article.reopen', article, '取消定时发布，重新编辑', { revisionId: revision.id });
    return { article, revision, removed: [] };
  }

  private async record(
    ctx: EditorCtx,
    action: string,
    article: Article,
    what: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    const summary = `${what}《${article.title}》`;
    await this.audit.record(ctx, { action, subject: 'Article', subjectId: article.id, summary, detail });
  }
}

/** Words in review or approved are nobody's to change: what is passed is what was read. */
export function refuseOutOfHand({ articleId, state }: Pick<ArticleRevision, 'articleId' | 'state'>): void {
  if (isInReview(state)) throw articleInReview({ state });
  if (state === 'approved') throw articleApproved({ articleId });
}

/** Words that were saved since the person read them must not be overwritten or passed unread. */
export function refuseStale(revision: ArticleRevision, version: number): void {
  if (version === revision.version) return;
  throw articleVersionStale({
    sentVersion: version,
    currentVersion: revision.version,
    savedBy: revision.savedByName,
    savedAt: shanghaiMinute(revision.savedAt),
  });
}
