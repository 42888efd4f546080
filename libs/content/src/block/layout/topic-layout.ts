import type { ChannelTree } from '../../channel/channel-tree';
import type { Topic } from '../../topic/topic.entity';
import type { LayoutBlock } from '../layout-block';

/** The sections of a topic as blocks: what its page shows while no layout of its own was published. */
export function blocksOfTopic({ sections }: Pick<Topic, 'sections'>, tree: ChannelTree): LayoutBlock[] {
  return sections.map(({ title, intro, style, channelId, count, articleIds }, at) => ({
    id: `section-${at + 1}`,
    type: 'list',
    region: 'main',
    settings: {
      title,
      note: intro,
      channel: tree.find(channelId ?? 0)?.path ?? '',
      chosen: articleIds.slice(0, 20),
      style,
      articles: Math.min(20, Math.max(1, count)),
    },
  }));
}
