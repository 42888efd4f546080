import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, In } from '@zhanqun/platform';
import { OrganisationService } from '@zhanqun/tenancy';
import { ArticleAssets } from '../article/article-assets';
import { Article } from '../article/article.entity';
import { ChannelReading } from '../channel/channel-reading';
import { topicInvalid } from './topic.errors';
import type { CheckedTopic } from './topic-words';

/** What a topic names: its picture, channels and articles are those of its site. */
@Injectable()
export class TopicReferences {
  constructor(
    private readonly db: Db,
    private readonly assets: ArticleAssets,
    private readonly channels: ChannelReading,
    private readonly organisations: OrganisationService,
  ) {}

  /** The topic with what its page shows of them; raises what is not of this site, the same as what is not there. */
  async complete(ctx: SiteCtx, topic: CheckedTopic) {
    const faults: { field: string; message: string }[] = [];
    const banner = await this.bannerOf(ctx, topic.bannerAssetId);
    if (topic.bannerAssetId !== null && !banner)
      faults.push({ field: 'bannerAssetId', message: '题图须是本站素材库里的图片，请重新选择' });
    const tree = await this.channels.tree(ctx);
    const known = await this.articlesAmong(ctx, [
      ...new Set(topic.sections.flatMap((each) => each.articleIds)),
    ]);
    for (const [at, { channelId, articleIds }] of topic.sections.entries()) {
      const field = `sections.${at}`;
      if (channelId !== null && !tree.find(channelId))
        faults.push({ field, message: '所选栏目不存在或已被删除，请重新选择' });
      if (articleIds.some((id) => !known.has(id)))
        faults.push({ field, message: '所选文章不存在或已被删除，请重新选择' });
    }
    const owner = await this.organisations.names(ctx, [topic.ownerOrganisationId]);
    const ownerName = owner.get(topic.ownerOrganisationId ?? 0) ?? '';
    if (topic.ownerOrganisationId !== null && ownerName === '')
      faults.push({ field: 'ownerOrganisationId', message: '责任单位不存在，请重新选择' });
    if (faults.length > 0) throw topicInvalid({ faults });
    return { ...topic, bannerPath: banner?.path ?? '', bannerAlt: banner?.alt ?? '', ownerName };
  }

  private async bannerOf(ctx: SiteCtx, assetId: number | null) {
    if (assetId === null) return null;
    const asset = (await this.assets.describe(ctx, [assetId])).get(assetId);
    return asset?.mime.startsWith('image/') ? asset : null;
  }

  private async articlesAmong(ctx: SiteCtx, ids: readonly number[]): Promise<ReadonlySet<number>> {
    if (ids.length === 0) return new Set();
    const rows = await this.db.site(ctx, Article).select(['id'], { where: { id: In([...ids]) } });
    return new Set(rows.map(({ id }) => id));
  }
}
