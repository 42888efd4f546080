import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { Channel } from '../channel/channel.entity';
import { ChannelReading } from '../channel/channel-reading';
import { articlePageTag, articleTag, channelsTag, channelTag } from '../channel/channel-tags';
import { mapMonthTag, monthOf, networkPoliciesTag, policiesTag } from '../findable/findable-tags';
import { Article } from './article.entity';
import { NEIGHBOURS } from './article.sql';

/** Where an article stands among the others: which pages show it, and whether its channel is blank. */
@Injectable()
export class ArticlePlacing {
  constructor(
    private readonly db: Db,
    private readonly channels: ChannelReading,
  ) {}

  /**
   * Tags of every page that shows the article or would show it: its own, the lists of its channel and of
   * the channels above, the document or interpretation it is linked with, and the two articles whose
   * 上一篇 / 下一篇 it is, its part of the site map and the policy library. List pages carry their channel only, so other articles' pages stay.
   */
  async tagsAround(ctx: SiteCtx, article: Article): Promise<string[]> {
    const tree = await this.channels.tree(ctx);
    const channel = tree.find(article.channelId);
    const tags = [
      articleTag(article.id),
      ...(channel ? tree.lineOf(channel).map((node) => channelTag(node.id)) : []),
    ];
    for (const linkedId of [article.interpretsArticleId, article.successorArticleId]) {
      if (linkedId !== null) tags.push(articlePageTag(linkedId));
    }
    if (article.kind === 'policyDocument') {
      tags.push(policiesTag(article.siteId), networkPoliciesTag(ctx.site.portalId));
    }
    if (article.publishedAt !== null) {
      tags.push(mapMonthTag(article.siteId, monthOf(article.publishedAt)));
      const { siteId, channelId, publishedAt, id } = article;
      const place = [siteId, channelId, publishedAt, publishedAt, id];
      const neighbours = await this.db.sql<{ id: number }>(ctx, NEIGHBOURS, [...place, ...place]);
      tags.push(...neighbours.map((neighbour) => articlePageTag(Number(neighbour.id))));
    }
    return tags;
  }

  /**
   * Keeps `hasContent` of channels true to what is published in them; call it after the article is
   * saved. A channel that becomes or stops being blank changes the navigation, hence the frame's tag.
   */
  async keepBlankness(ctx: SiteCtx, channelIds: readonly number[]): Promise<string[]> {
    const tags: string[] = [];
    for (const id of new Set(channelIds)) {
      const [published] = await this.db
        .site(ctx, Article)
        .select(['id'], { where: { channelId: id, state: 'published' }, take: 1 });
      const hasContent = published !== undefined;
      const changed = await this.db
        .site(ctx, Channel)
        .updateWhere({ id, hasContent: !hasContent }, { hasContent });
      if (changed > 0) tags.push(channelsTag(ctx.site.id), `site:${ctx.site.id}:chrome`, channelTag(id));
    }
    return tags;
  }
}
