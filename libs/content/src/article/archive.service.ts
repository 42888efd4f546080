import { Injectable } from '@nestjs/common';
import { networkPoliciesTag } from '../findable/findable-tags';
import { must, type EditorCtx } from '@zhanqun/kernel';
import { Audit, Db, In, PurgeLog } from '@zhanqun/platform';
import { Channel } from '../channel/channel.entity';
import { channelNotFound } from '../channel/channel.errors';
import { ChannelReading } from '../channel/channel-reading';
import { channelsTag, channelTag } from '../channel/channel-tags';
import type { ChannelTree } from '../channel/channel-tree';
import { IndexNumbers } from '../index-number/index-number.service';
import { checkKind, refuseWrongChannel } from '../kind/channel-fit';
import { kindOf } from '../kind/kind';
import { ReviewStep } from '../review/review-step.entity';
import { ArticleRevision, type Credits } from '../revision/article-revision.entity';
import { LINK_FIRST_REVISIONS } from './archive.sql';
import { Article } from './article.entity';
import { originalDateInFuture } from './article.errors';
import type { NewArticle } from './article.service';
import { ArticleWriting, showHead, type RevisionText } from './article-writing';

/** An article that was public before it came here. */
export interface HistoricArticle extends NewArticle {
  readonly originallyPublishedAt: Date;
  readonly credits?: Credits;
  readonly isPinned?: boolean;
}

interface Prepared {
  readonly historic: HistoricArticle;
  readonly text: RevisionText;
}

const NOBODY: Credits = { editor: '', reviewers: [] };

/**
 * 历史文章入库: articles that were already public elsewhere (an older site, the demo) keep the date they
 * had. Never offered by the console: what is written here is published through review and dated today.
 */
@Injectable()
export class ArchiveService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly purges: PurgeLog,
    private readonly channels: ChannelReading,
    private readonly writing: ArticleWriting,
    private readonly indexNumbers: IndexNumbers,
  ) {}

  async publishHistoric(ctx: EditorCtx, historic: HistoricArticle): Promise<Article> {
    const [article] = await this.publishAll(ctx, [historic]);
    if (!article) throw new Error('nothing was stored');
    return article;
  }

  /**
   * Publishes many articles with the dates of their original publication, in one transaction and few
   * statements; audited as `article.publishHistoric`. An interpretation names a document that is stored
   * already, so documents come in an earlier call. Nobody is told: there are no copies to correct yet.
   */
  async publishAll(ctx: EditorCtx, historics: readonly HistoricArticle[]): Promise<Article[]> {
    if (historics.length === 0) return [];
    return this.db.transaction(ctx, async (ctx) => {
      const prepared: Prepared[] = [];
      const tree = await this.channels.tree(ctx);
      for (const historic of historics) prepared.push(await this.prepare(ctx, tree, historic));
      const articles: Article[] = [];
      for (const each of prepared) articles.push(await this.build(ctx, each));
      await this.db.site(ctx, Article).saveAll(articles);
      await this.storeTexts(ctx, articles, prepared);
      await this.fillChannels(ctx, articles);
      await this.record(ctx, articles);
      return articles;
    });
  }

  private async prepare(ctx: EditorCtx, tree: ChannelTree, historic: HistoricArticle): Promise<Prepared> {
    const {
      originallyPublishedAt,
      credits: _credits,
      isPinned: _pinned,
      channelId,
      kind,
      draftKey: _key,
      ...given
    } = historic;
    if (originallyPublishedAt > ctx.now) {
      throw originalDateInFuture({ publishedAt: originallyPublishedAt.toISOString() });
    }
    const channel = tree.find(channelId);
    if (!channel) throw channelNotFound({ id: channelId });
    checkKind(kind);
    refuseWrongChannel(kind, channel);
    return { historic, text: (await this.writing.prepare(ctx, kind, given)).text };
  }

  private async build(ctx: EditorCtx, { historic, text }: Prepared): Promise<Article> {
    const { channelId, kind, draftKey = null, originallyPublishedAt, isPinned = false } = historic;
    const article = this.db.site(ctx, Article).build({
      channelId,
      kind,
      draftKey,
      isPinned,
      pinRank: isPinned ? 1 : 0,
      state: 'published',
      title: text.title,
      source: text.source,
      importance: text.importance,
      wasSubmitted: true,
      publishedAt: originallyPublishedAt,
      authorId: ctx.actor.accountId,
      authorName: ctx.actor.name,
      indexNumber: kindOf(kind).hasIndexNumber
        ? await this.indexNumbers.allocate(ctx, originallyPublishedAt)
        : null,
    });
    must(ctx, 'create', article);
    must(ctx, 'publish', article);
    showHead(article, text);
    return article;
  }

  private async storeTexts(
    ctx: EditorCtx,
    articles: readonly Article[],
    prepared: readonly Prepared[],
  ): Promise<void> {
    const { accountId, name } = ctx.actor;
    const revisions = this.db.site(ctx, ArticleRevision);
    const stored = await revisions.saveAll(
      prepared.map(({ historic, text }, at) =>
        revisions.build({
          ...text,
          articleId: articles[at]?.id ?? 0,
          number: 1,
          state: 'live',
          steps: ['initialReview'],
          writerIds: [accountId],
          writtenById: accountId,
          writtenByName: name,
          savedById: accountId,
          savedByName: name,
          savedAt: ctx.now,
          approvedAt: historic.originallyPublishedAt,
          credits: historic.credits ?? NOBODY,
        }),
      ),
    );
    const ids = articles.map((article) => article.id);
    await this.db.sql(ctx, LINK_FIRST_REVISIONS, [ctx.site.id, Math.min(...ids), Math.max(...ids)]);
    const steps = this.db.site(ctx, ReviewStep);
    await steps.saveAll(
      stored.map((revision, at) => {
        const article = articles[at] as Article;
        article.liveRevisionId = revision.id;
        return steps.build({
          articleId: article.id,
          revisionId: revision.id,
          round: 0,
          step: null,
          decision: 'publish',
          reason: '按原发布时间入库',
          version: 1,
          byId: accountId,
          byName: name,
          at: ctx.now,
        });
      }),
    );
  }

  private async fillChannels(ctx: EditorCtx, articles: readonly Article[]): Promise<void> {
    const ids = [...new Set(articles.map((article) => article.channelId))];
    await this.db.site(ctx, Channel).updateWhere({ id: In(ids), hasContent: false }, { hasContent: true });
    const tree = await this.channels.tree(ctx);
    const lines = ids.flatMap((id) => {
      const node = tree.find(id);
      return node ? tree.lineOf(node).map((each) => channelTag(each.id)) : [];
    });
    await this.purges.add(ctx, [
      channelsTag(ctx.site.id),
      networkPoliciesTag(ctx.site.portalId),
      `site:${ctx.site.id}:chrome`,
      ...lines,
    ]);
  }

  private async record(ctx: EditorCtx, articles: readonly Article[]): Promise<void> {
    const [first] = articles as [Article, ...Article[]];
    await this.audit.record(ctx, {
      action: 'article.publishHistoric',
      subject: 'Article',
      ...(articles.length === 1 ? { subjectId: first.id } : {}),
      summary:
        articles.length === 1
          ? `按原发布时间入库历史文章《${first.title}》`
          : `按原发布时间入库历史文章 ${articles.length} 篇`,
      detail: { articleIds: articles.slice(0, 500).map((article) => article.id) },
    });
  }
}
