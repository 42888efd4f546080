import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, In, SiteDirectory } from '@zhanqun/platform';
import { isShown, type ChannelTree } from '../channel/channel-tree';
import { PUBLIC_STATES } from '../topic/topic-state';
import { topicsTag } from '../topic/topic-tags';
import { Topic } from '../topic/topic.entity';
import type { MapEntry } from './sitemap';

const MOST_TOPICS = 1_000;

/** Everything a site map lists beside articles: home, channels, topics and the pages every site has. */
@Injectable()
export class MapPlaces {
  constructor(
    private readonly db: Db,
    private readonly directory: SiteDirectory,
  ) {}

  async list(ctx: SiteCtx, tree: ChannelTree): Promise<{ entries: MapEntry[]; tags: string[] }> {
    const topics = await this.db.site(ctx, Topic).select(['path'], {
      where: { state: In([...PUBLIC_STATES]) },
      order: { id: 'DESC' },
      take: MOST_TOPICS,
    });
    const channels = tree.all().filter((node) => isShown(node) && node.kind !== 'link');
    const paths = [
      '/',
      ...channels.map(({ path }) => `/${path}/`),
      ...(topics.length > 0 ? ['/zt/'] : []),
      ...topics.map(({ path }) => `/zt/${path}/`),
      ...(channels.some(({ kind }) => kind === 'policy') ? ['/policies/'] : []),
      '/contact/',
      '/sitemap/',
      '/accessibility/',
    ];
    const entries = paths.map((path) => ({ url: this.directory.siteUrl(ctx.site, path), changedAt: null }));
    return { entries, tags: [topicsTag(ctx.site.id)] };
  }
}
