import { Injectable } from '@nestjs/common';
import { shanghaiMinute, type Ctx, type SiteCtx, type StaffCtx } from '@zhanqun/kernel';
import { Notices, type NoticeKind } from '@zhanqun/identity';
import { Db, Handles, type JobHandler } from '@zhanqun/platform';
import { Article } from '../../article/article.entity';
import { ArticleRevision } from '../../revision/article-revision.entity';
import type { ReviewDecision } from '../review-step.entity';
import { EmergencyPublication } from '../emergency/emergency.entity';
import { writersOf } from '../writers';
import { ArticleSigned } from './article-signed.event';
import { NextReviewers } from './next-reviewers';

interface Told {
  readonly kind: NoticeKind;
  readonly words: (reason: string) => string;
}

/** What the writers hear; every other decision is told to those whose turn it is. */
const TO_WRITERS: Readonly<Partial<Record<ReviewDecision, Told>>> = {
  sendBack: { kind: 'sentBack', words: (reason) => `被退回：${reason}` },
  publish: { kind: 'passed', words: () => '已发布' },
  withdraw: { kind: 'withdrawn', words: (reason) => `已撤下：${reason}` },
};

/** 审核提醒: the next reviewers hear that a text waits for them, its writers what became of it. */
@Handles(ArticleSigned)
@Injectable()
export class TellAboutReview implements JobHandler<ArticleSigned> {
  constructor(
    private readonly db: Db,
    private readonly next: NextReviewers,
    private readonly notices: Notices,
  ) {}

  async handle(ctx: Ctx, event: ArticleSigned): Promise<void> {
    const here = ctx as SiteCtx & StaffCtx;
    const article = await this.db.site(here, Article).findOne({ id: event.articleId });
    const revision = await this.db.site(here, ArticleRevision).findOne({ id: event.revisionId });
    if (!article || !revision) return;
    const told = TO_WRITERS[event.decision];
    if (told) return this.tellWriters(here, article, revision, event, told.kind, told.words(event.reason));
    const owed = await this.db
      .site(here, EmergencyPublication)
      .findOne({ articleId: article.id, revisionId: revision.id, state: 'pending' });
    return owed
      ? this.tellCompleting(here, article, revision, event, owed)
      : this.tellReviewers(here, article, revision, event);
  }

  private async tellReviewers(
    ctx: SiteCtx & StaffCtx,
    article: Article,
    revision: ArticleRevision,
    { byId }: ArticleSigned,
  ): Promise<void> {
    const { accountIds, steps } = await this.next.of(ctx, article, revision);
    await this.notices.tell(ctx, {
      to: accountIds.filter((id) => id !== byId),
      kind: 'reviewWaiting',
      title: `《${revision.title}》待${steps}`,
      path: `/s/${ctx.site.key}/review/${article.id}`,
      about: `article:${article.id}`,
      site: ctx.site,
    });
  }

  /** 补审: the text is live, its review is still owed. */
  private async tellCompleting(
    ctx: SiteCtx & StaffCtx,
    article: Article,
    revision: ArticleRevision,
    { byId }: ArticleSigned,
    owed: EmergencyPublication,
  ): Promise<void> {
    const { accountIds, steps } = await this.next.of(ctx, article, revision, owed.reviewState);
    await this.notices.tell(ctx, {
      to: accountIds.filter((id) => id !== byId),
      kind: 'completingReview',
      title: `《${revision.title}》已应急发布，待补审（${steps}），限 ${shanghaiMinute(owed.dueAt)} 前`,
      path: `/s/${ctx.site.key}/emergencies/${owed.id}`,
      about: `article:${article.id}`,
      site: ctx.site,
    });
  }

  private async tellWriters(
    ctx: SiteCtx & StaffCtx,
    article: Article,
    revision: ArticleRevision,
    { byId }: ArticleSigned,
    kind: NoticeKind,
    what: string,
  ): Promise<void> {
    await this.notices.tell(ctx, {
      to: writersOf(article, revision).filter((id) => id !== byId),
      kind,
      title: `《${revision.title}》${what}`,
      path: `/s/${ctx.site.key}/articles/${article.id}`,
      about: `article:${article.id}`,
      site: ctx.site,
    });
  }
}
