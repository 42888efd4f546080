import { Injectable } from '@nestjs/common';
import { canDo, type EditorCtx, type Page, type PageRequest, type SiteCtx } from '@zhanqun/kernel';
import {
  allOf,
  containing,
  Db,
  In,
  LessThan,
  MoreThanOrEqual,
  readable,
  type Order,
  type Where,
} from '@zhanqun/platform';
import { ChannelReading } from '../channel/channel-reading';
import type { ChannelTree } from '../channel/channel-tree';
import { ArticleRevision } from '../revision/article-revision.entity';
import { reviewFor } from '../review/plan/review-plan';
import { PASS_OF, isInReview, type RevisionState } from '../review/review';
import { writersOf } from '../review/review.service';
import { Article, ARTICLE_STATES, type ArticleKind, type ArticleState } from './article.entity';
import { articleLife } from './article-life';
import { articleToRead } from './article-rows';
import { isMovedByPublishers } from '../placement/article-placement.service';

export const ARTICLE_SORTS = ['updatedAt', 'publishedAt', 'createdAt', 'title'] as const;
export type ArticleSort = (typeof ARTICLE_SORTS)[number];

export interface ArticleFilter {
  readonly channelId?: number;
  /** What citizens see of it, or how far its open revision has come. */
  readonly state?: ArticleState | RevisionState;
  readonly kind?: ArticleKind;
  readonly q?: string;
  readonly authorId?: number;
  /** Part of the name of who began it. */
  readonly authorName?: string;
  /** Changed at or after. */
  readonly from?: Date;
  /** Changed before. */
  readonly to?: Date;
  readonly sort?: ArticleSort;
  readonly descending?: boolean;
}

/** What this person may do with this article now: the buttons of the screen. */
export const ARTICLE_ACTIONS = [
  'edit',
  'submit',
  'passInitial',
  'passSecond',
  'passFinal',
  'sendBack',
  'recall',
  'schedule',
  'revise',
  'withdraw',
  'republish',
  'delete',
  'place',
] as const;
export type ArticleAction = (typeof ARTICLE_ACTIONS)[number];

export interface ArticleFile {
  readonly article: Article;
  /** The text being worked on, else the live one, else the newest there is. */
  readonly shown: ArticleRevision;
  readonly actions: readonly ArticleAction[];
}

/** 稿件台: lists and single articles as editors see them, never more than their rights. */
@Injectable()
export class ArticleDesk {
  constructor(
    private readonly db: Db,
    private readonly channels: ChannelReading,
  ) {}

  /** A channel means the channel and everything below it. */
  async list(ctx: EditorCtx, filter: ArticleFilter, request: PageRequest): Promise<Page<Article>> {
    const { kind, q, authorId, state, channelId, sort = 'updatedAt', descending = true } = filter;
    const parts: Where<Article>[] = [readable(ctx, Article), { deletedAt: null }];
    if (kind) parts.push({ kind });
    if (authorId !== undefined) parts.push({ authorId });
    if (state) parts.push(isArticleState(state) ? { state } : { reviewState: state });
    if (filter.authorName?.trim()) parts.push({ authorName: containing(filter.authorName.trim()) });
    if (filter.from) parts.push({ updatedAt: MoreThanOrEqual(filter.from) });
    if (filter.to) parts.push({ updatedAt: LessThan(filter.to) });
    if (q?.trim()) parts.push({ title: containing(q.trim()) });
    if (channelId !== undefined) {
      const tree = await this.channels.tree(ctx);
      const node = tree.find(channelId);
      parts.push({ channelId: In(node ? tree.subtreeOf(node).map((each) => each.id) : []) });
    }
    const direction = descending ? 'DESC' : 'ASC';
    const order: Order<Article> = { [sort]: direction, id: direction };
    return this.db.site(ctx, Article).page({ where: allOf(...parts), order }, request);
  }

  tree(ctx: SiteCtx): Promise<ChannelTree> {
    return this.channels.tree(ctx);
  }

  async getFile(ctx: EditorCtx, id: number): Promise<ArticleFile> {
    const article = await this.getArticle(ctx, id);
    const revisions = this.db.site(ctx, ArticleRevision);
    const wanted = article.openRevisionId ?? article.liveRevisionId;
    const where = wanted === null ? { articleId: id } : { id: wanted };
    const shown = await revisions.findOne(where, { order: { number: 'DESC' } });
    if (!shown) throw new Error(`article ${id} has no revision`);
    const open = article.openRevisionId === null ? null : shown;
    return { article, shown, actions: actionsFor(ctx, article, open) };
  }

  /** All revisions, newest first, without their long texts. */
  async listRevisions(ctx: EditorCtx, id: number) {
    await this.getArticle(ctx, id);
    return this.db
      .site(ctx, ArticleRevision)
      .select(
        [
          'id',
          'number',
          'state',
          'round',
          'title',
          'importance',
          'writtenByName',
          'savedByName',
          'createdAt',
          'savedAt',
          'submittedAt',
          'approvedAt',
          'credits',
          'version',
        ],
        { where: { articleId: id }, order: { number: 'DESC' } },
      );
  }

  /** Not found when it is another site's or erased, forbidden when it is none of this person's channels. */
  getArticle(ctx: EditorCtx, id: number): Promise<Article> {
    return articleToRead(this.db, ctx, id);
  }
}

/** The same questions the use cases ask, put together for a screen; they ask again when pressed. */
export function actionsFor(ctx: EditorCtx, article: Article, open: ArticleRevision | null): ArticleAction[] {
  if (article.deletedAt !== null) return [];
  const may = (action: string): boolean => canDo(ctx, action, article);
  const me = ctx.actor.accountId;
  const isMine = open !== null && writersOf(article, open).includes(me);
  const moves = open ? reviewFor(open) : null;
  const allows = (move: Parameters<NonNullable<typeof moves>['allows']>[0]): boolean =>
    open !== null && moves !== null && moves.allows(move, open.state);
  const isDraft = open?.state === 'draft';
  const passing = open && isInReview(open.state) ? PASS_OF[open.state] : null;
  const offers: Record<ArticleAction, boolean> = {
    edit: isDraft && may('update'),
    submit: allows('submit') && may('submit'),
    passInitial: passing === 'passInitial' && may('passInitial') && !isMine,
    passSecond: passing === 'passSecond' && may('passSecond') && !isMine,
    passFinal: passing === 'passFinal' && may('passFinal') && !isMine,
    sendBack: allows('sendBack') && may('sendBack') && !isMine,
    recall: allows('recall') && open?.submittedById === me && may('submit'),
    schedule: open !== null && may(isDraft ? 'update' : 'publish'),
    revise: (open === null || open.state === 'approved') && may('update'),
    withdraw: articleLife.allows('withdraw', article.state) && may('withdraw'),
    republish: article.state === 'withdrawn' && (open === null || isDraft) && may('submit') && may('update'),
    delete: (isDraft || (open === null && article.state === 'withdrawn' && may('withdraw'))) && may('delete'),
    place: may(isMovedByPublishers(article) ? 'publish' : 'update') && may('update'),
  };
  return ARTICLE_ACTIONS.filter((action) => offers[action]);
}

function isArticleState(state: string): state is ArticleState {
  return (ARTICLE_STATES as readonly string[]).includes(state);
}
