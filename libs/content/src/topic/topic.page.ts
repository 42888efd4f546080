import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { SiteDirectory } from '@zhanqun/platform';
import {
  columnTags,
  notFound,
  Page,
  view,
  type PageFrame,
  type PageResult,
  type View,
} from '@zhanqun/theming';
import { PageAddresses } from '../article/article-address';
import { TopicReading, type FoundTopic } from './topic-reading';
import { topicsTag, topicTag } from './topic-tags';

const TTL_SECONDS = 3600;

/** 专题页 `/zt/<path>/`. */
@Page('/zt/:path([a-z0-9-]{1,40})/')
@Injectable()
export class TopicPage {
  constructor(
    private readonly reading: TopicReading,
    private readonly directory: SiteDirectory,
  ) {}

  async load(ctx: SiteCtx, { path }: { path: string }, frame: PageFrame): Promise<PageResult> {
    const found = await this.reading.published(ctx, path, frame.theme.name);
    return found ? topicResult(found, frame, new PageAddresses(this.directory, ctx.site)) : notFound;
  }
}

/** The page of a topic, for citizens and for previews. */
export function topicResult(
  { topic, view: data, tags }: FoundTopic,
  frame: PageFrame,
  addresses: PageAddresses,
): View {
  const canonicalPath = `/zt/${topic.path}/`;
  return view('pages/topic.njk', data, {
    tags: [...new Set([topicTag(topic.id), ...tags])],
    ttlSeconds: TTL_SECONDS,
    canonicalPath,
    page: {
      visit: `topic:${topic.id}`,
      title: topic.name,
      tags: columnTags(frame.site, {
        name: topic.name,
        description: topic.intro,
        keywords: [topic.name],
        type: '专题',
      }),
      breadcrumb: [
        { label: '首页', url: addresses.at('/') },
        { label: '专题', url: addresses.at('/zt/') },
        { label: topic.name, url: addresses.at(canonicalPath), isCurrent: true },
      ],
    },
  });
}

/** 专题列表 `/zt/`. */
@Page('/zt/')
@Injectable()
export class TopicListPage {
  constructor(
    private readonly reading: TopicReading,
    private readonly directory: SiteDirectory,
  ) {}

  async load(ctx: SiteCtx, _params: object, frame: PageFrame): Promise<PageResult> {
    const addresses = new PageAddresses(this.directory, ctx.site);
    return view('pages/topics.njk', await this.reading.list(ctx), {
      tags: [topicsTag(ctx.site.id)],
      ttlSeconds: TTL_SECONDS,
      canonicalPath: '/zt/',
      page: {
        title: '专题',
        tags: columnTags(frame.site, { name: '专题', description: '', keywords: ['专题'], type: '专题' }),
        breadcrumb: [
          { label: '首页', url: addresses.at('/') },
          { label: '专题', url: addresses.at('/zt/'), isCurrent: true },
        ],
      },
    });
  }
}
