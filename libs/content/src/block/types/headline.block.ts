import { channelField, countField, titleField } from '../block-field';
import { declareBlock } from '../block-type';

interface Settings {
  readonly title: string;
  readonly channel: string;
  readonly slides: number;
  readonly articles: number;
}

export const headline = declareBlock<Settings, 'headline'>({
  code: 'headline',
  label: '头条',
  note: '左边轮播图片新闻，右边列出最新标题，最上面一条放大；一般放在顶部通栏',
  icon: 'document',
  most: 2,
  fields: [
    titleField,
    channelField,
    {
      key: 'slides',
      label: '图片张数',
      kind: 'number',
      minimum: 0,
      maximum: 8,
      default: 4,
      help: '取自有封面图的文章',
    },
    countField(8),
  ],
  prepare: ({ title, channel: path, slides, articles: count }, desk) => {
    const channel = desk.channel(path);
    // Pictures come from the same list: as many are asked for as are likely to hold enough covers.
    const newest = desk.newest(channel, count + slides * 4);
    return () => {
      const articles = newest();
      if (articles.length === 0) return null;
      return {
        title: title || (channel?.name ?? ''),
        moreUrl: desk.moreUrl(channel),
        slides: articles.filter(({ coverUrl }) => coverUrl !== null).slice(0, slides),
        articles: articles.slice(0, count),
      };
    };
  },
});
