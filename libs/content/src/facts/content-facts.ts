import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, In, MoreThan } from '@zhanqun/platform';
import { Regulations, type Period } from '@zhanqun/tenancy';
import { articlePath } from '../article/article-address';
import { Article } from '../article/article.entity';
import { ChannelReading } from '../channel/channel-reading';
import type { ChannelNode, ChannelTree } from '../channel/channel-tree';
import { ArticleRevision } from '../revision/article-revision.entity';
import { sanitizedBody } from '../rich-text/rich-text';
import { Emergencies } from '../review/emergency/emergencies';
import { CheckFinding } from '../text-check/recheck/check-finding.entity';
import { channelCounts } from './channel-counts.sql';

/** How a channel stands: counted over the channel and everything below it. */
export interface ChannelStanding {
  readonly channel: ChannelNode;
  readonly cycle: Period | null;
  readonly newestPublishedAt: Date | null;
  readonly publishedCount: number;
}

/** The live text of a published article, for checks that read every text. */
export interface PublishedText {
  readonly title: string;
  /** Path below the site. */
  readonly path: string;
  /** As the page shows it: own files under the site's prefix. */
  readonly body: string;
}

/** A text that went live before its review and whose review is overdue. */
export interface OwedReview {
  readonly id: number;
  readonly title: string;
  /** Path below the site; null when it is no longer public. */
  readonly path: string | null;
  readonly publishedAt: Date;
  readonly dueAt: Date;
  readonly publishedBy: string;
  readonly reason: string;
}

/** Words that the text check forbids, found in a published text and not answered for. */
export interface GraveHit {
  readonly articleId: number;
  readonly title: string;
  /** Path below the site. */
  readonly path: string;
  readonly text: string;
  readonly reason: string;
  readonly foundAt: Date;
}

const BATCH = 200;
const NEWEST_ARTICLES = 50;

/** What content tells those who watch over it (supervision): facts about published things, no drafts. */
@Injectable()
export class ContentFacts {
  constructor(
    private readonly db: Db,
    private readonly channels: ChannelReading,
    private readonly regulations: Regulations,
    private readonly emergencies: Emergencies,
  ) {}

  async channelStandings(ctx: SiteCtx): Promise<ChannelStanding[]> {
    const tree = await this.channels.tree(ctx);
    const counts = await channelCounts(this.db, ctx);
    const regulation = this.regulations.for(ctx.site);
    return tree.all().map((channel) => {
      const below = tree.subtreeOf(channel).flatMap(({ id }) => counts.get(id) ?? []);
      const times = below.flatMap(({ newest }) => newest?.getTime() ?? []);
      return {
        channel,
        cycle: regulation.updateCycle(channel.updateClass, channel.cycleDays)?.value ?? null,
        newestPublishedAt: times.length > 0 ? new Date(Math.max(...times)) : null,
        publishedCount: below.reduce((total, { published }) => total + published, 0),
      };
    });
  }

  /** Paths below the site of pages worth looking at: home, every open channel, the newest articles. */
  async pagePaths(ctx: SiteCtx): Promise<{ path: string; kind: 'home' | 'channel' | 'article' }[]> {
    const tree: ChannelTree = await this.channels.tree(ctx);
    const newest = await this.db.site(ctx, Article).select(['id', 'publishedAt'], {
      where: { state: 'published' },
      order: { publishedAt: 'DESC', id: 'DESC' },
      take: NEWEST_ARTICLES,
    });
    return [
      { path: '/', kind: 'home' },
      ...tree
        .all()
        .filter(({ isOpen, kind }) => isOpen && kind !== 'link')
        .map(({ path }) => ({ path: `/${path}/`, kind: 'channel' as const })),
      ...newest.map(({ id, publishedAt }) => ({
        path: articlePath({ id, publishedAt: publishedAt ?? ctx.now }),
        kind: 'article' as const,
      })),
    ];
  }

  /** 应急发布后逾期未补审的: what the completing review is owed for, longest first. */
  async owedReviews(ctx: SiteCtx): Promise<OwedReview[]> {
    const owed = await this.emergencies.overdue(ctx);
    const ids = owed.map(({ articleId }) => articleId);
    const articles =
      ids.length === 0
        ? []
        : await this.db.site(ctx, Article).select(['id', 'state', 'publishedAt'], { where: { id: In(ids) } });
    return owed.map(({ id, articleId, title, at, dueAt, byName, reason }) => {
      const article = articles.find((each) => each.id === articleId);
      const isPublic = article?.state === 'published' && article.publishedAt !== null;
      return {
        id,
        title,
        path: isPublic ? articlePath({ id: articleId, publishedAt: article.publishedAt as Date }) : null,
        publishedAt: at,
        dueAt,
        publishedBy: byName,
        reason,
      };
    });
  }

  /** Every live text, in batches, so that a large site does not fill the memory. */
  async *publishedTexts(ctx: SiteCtx): AsyncGenerator<PublishedText> {
    for (let after = 0; ;) {
      const articles = await this.db
        .site(ctx, Article)
        .select(['id', 'title', 'publishedAt', 'liveRevisionId'], {
          where: { state: 'published', id: MoreThan(after) },
          order: { id: 'ASC' },
          take: BATCH,
        });
      if (articles.length === 0) return;
      const live = articles.flatMap(({ liveRevisionId }) => liveRevisionId ?? []);
      const bodies = await this.db
        .site(ctx, ArticleRevision)
        .select(['id', 'body'], { where: { id: In(live) } });
      const bodyOf = new Map(bodies.map(({ id, body }) => [id, body]));
      for (const { id, title, publishedAt, liveRevisionId } of articles) {
        yield {
          title,
          path: articlePath({ id, publishedAt: publishedAt ?? ctx.now }),
          body: String(sanitizedBody(bodyOf.get(liveRevisionId ?? 0) ?? '', ctx.site.prefix)),
        };
      }
      after = articles.at(-1)?.id ?? after;
    }
  }

  /** 已发布内容中禁止发布的问题, as the last run over published texts left them. */
  async graveHits(ctx: SiteCtx): Promise<GraveHit[]> {
    const found = await this.db.site(ctx, CheckFinding).find({
      where: { state: 'open', severity: 'block' },
      order: { id: 'ASC' },
      take: BATCH,
    });
    if (found.length === 0) return [];
    const articles = await this.db.site(ctx, Article).select(['id', 'title', 'publishedAt'], {
      where: { state: 'published', id: In([...new Set(found.map(({ articleId }) => articleId))]) },
    });
    const articleOf = new Map(articles.map((article) => [article.id, article]));
    return found.flatMap(({ articleId, text, reason, foundAt }) => {
      const article = articleOf.get(articleId);
      if (!article?.publishedAt) return [];
      const path = articlePath({ id: article.id, publishedAt: article.publishedAt });
      return [{ articleId, title: article.title, path, text, reason, foundAt }];
    });
  }
}
