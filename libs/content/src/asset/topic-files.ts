import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, In, Not } from '@zhanqun/platform';
import { Topic } from '../topic/topic.entity';
import { PUBLIC_STATES } from '../topic/topic-state';
import { topicsTag, topicTag } from '../topic/topic-tags';
import { AssetPlaces, AssetUseSource, type AssetPlace } from './asset-places';

/** 专题题图: files that topics of the site show. */
@Injectable()
export class TopicFiles extends AssetUseSource implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly places: AssetPlaces,
  ) {
    super();
  }

  onModuleInit(): void {
    this.places.register(this);
  }

  override async placesOf(ctx: SiteCtx, path: string): Promise<readonly AssetPlace[]> {
    const topics = await this.with(ctx, path);
    return topics.map(({ id, name }) => ({ kind: 'topic', id, title: name }));
  }

  override async isPublic(ctx: SiteCtx, path: string): Promise<boolean> {
    const where = { bannerPath: path, state: In([...PUBLIC_STATES]) };
    return (await this.db.site(ctx, Topic).count(where)) > 0;
  }

  override async paths(ctx: SiteCtx): Promise<readonly string[]> {
    const where = { bannerPath: Not('') };
    const topics = await this.db.site(ctx, Topic).select(['bannerPath'], { where, take: 1000 });
    return topics.map(({ bannerPath }) => bannerPath);
  }

  override async tags(ctx: SiteCtx, path: string): Promise<readonly string[]> {
    const topics = await this.with(ctx, path);
    return topics.length === 0 ? [] : [topicsTag(ctx.site.id), ...topics.map(({ id }) => topicTag(id))];
  }

  private with(ctx: SiteCtx, path: string): Promise<Pick<Topic, 'id' | 'name'>[]> {
    return this.db.site(ctx, Topic).select(['id', 'name'], { where: { bannerPath: path }, take: 50 });
  }
}
