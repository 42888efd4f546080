import { Injectable } from '@nestjs/common';
import { must, type EditorCtx } from '@zhanqun/kernel';
import { Db, In, Not } from '@zhanqun/platform';
import { homeTag, ThemeLibrary, ThemeSettings, type RegionDeclaration } from '@zhanqun/theming';
import { ChannelReading } from '../../channel/channel-reading';
import { Topic } from '../../topic/topic.entity';
import { topicTag } from '../../topic/topic-tags';
import type { LayoutBlock } from '../layout-block';
import { layoutPageNotFound } from './layout.errors';
import { HOME, LayoutReading, topicPage } from './layout-reading';
import { blocksOfTopic } from './topic-layout';

/** A page whose blocks can be arranged. */
export interface LaidOutPage {
  readonly page: string;
  readonly title: string;
  /** Below the site's prefix. */
  readonly path: string;
  /** What to purge when its layout changes. */
  readonly tags: readonly string[];
  readonly themeName: string;
  readonly regions: readonly RegionDeclaration[];
  /** What citizens see while no layout was published. */
  readonly defaults: readonly LayoutBlock[];
  readonly topic: Topic | null;
}

const MOST_TOPICS = 100;

/** 首页 and 专题: the pages of a site that have a layout. */
@Injectable()
export class LayoutPages {
  constructor(
    private readonly db: Db,
    private readonly looks: ThemeSettings,
    private readonly themes: ThemeLibrary,
    private readonly reading: LayoutReading,
    private readonly channels: ChannelReading,
  ) {}

  /** Raises `content.layout.pageNotFound` also for a topic of another site. */
  async get(ctx: EditorCtx, page: string): Promise<LaidOutPage> {
    const { name } = await this.looks.get(ctx);
    const { regions } = this.themes.get(name);
    if (page === HOME) {
      const defaults = this.reading.defaultHome(name);
      const tags = [homeTag(ctx.site.id)];
      return { page, title: '首页', path: '/', tags, themeName: name, regions, defaults, topic: null };
    }
    const topic = await this.topicOf(ctx, page);
    return {
      page,
      title: `专题：${topic.name}`,
      path: `/zt/${topic.path}/`,
      tags: [topicTag(topic.id)],
      themeName: name,
      regions,
      defaults: blocksOfTopic(topic, await this.channels.tree(ctx)),
      topic,
    };
  }

  /** Home first, then the topics that are not over, the newest first. */
  async list(ctx: EditorCtx): Promise<{ page: string; title: string }[]> {
    const topics = await this.db.site(ctx, Topic).select(['id', 'name'], {
      where: { state: Not(In(['archived', 'closed'])) },
      order: { id: 'DESC' },
      take: MOST_TOPICS,
    });
    return [
      { page: HOME, title: '首页' },
      ...topics.map(({ id, name }) => ({ page: topicPage(id), title: `专题：${name}` })),
    ];
  }

  private async topicOf(ctx: EditorCtx, page: string): Promise<Topic> {
    const [, id] = /^topic:([1-9]\d{0,9})$/.exec(page) ?? [];
    const topic = id === undefined ? null : await this.db.site(ctx, Topic).findOne({ id: Number(id) });
    if (!topic) throw layoutPageNotFound({ page });
    must(ctx, 'read', topic);
    return topic;
  }
}
