import { Injectable } from '@nestjs/common';
import { shanghaiDay, type SiteCtx } from '@zhanqun/kernel';
import { Db, MoreThanOrEqual } from '@zhanqun/platform';
import type { PageAddresses } from '../article/article-address';
import { Topic } from './topic.entity';
import type { TopicCard } from './topic.view';

/** Topics as cards: on the list of topics and in blocks of other pages. */
@Injectable()
export class TopicCards {
  constructor(private readonly db: Db) {}

  /** 进行中的专题, the newest first. One statement. */
  async running(ctx: SiteCtx, count: number, addresses: PageAddresses): Promise<TopicCard[]> {
    const topics = await this.db.site(ctx, Topic).find({
      where: { state: 'running', endsOn: MoreThanOrEqual(shanghaiDay(ctx.now)) },
      order: { startsOn: 'DESC', id: 'DESC' },
      take: count,
    });
    return topics.map((topic) => cardOf(topic, addresses));
  }
}

export function cardOf(topic: Topic, addresses: PageAddresses): TopicCard {
  const { name, path, look, bannerPath, bannerAlt, startsOn, endsOn } = topic;
  const bannerUrl = bannerPath ? addresses.file(bannerPath) : null;
  return { name, url: addresses.at(`/zt/${path}/`), bannerUrl, bannerAlt, look, startsOn, endsOn };
}
