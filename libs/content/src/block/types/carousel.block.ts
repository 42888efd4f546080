import { channelField, titleField } from '../block-field';
import { declareBlock } from '../block-type';

/** The picture of a list is too small for the width of a page. */
const coverOf = (url: string): string => url.replace(/\.medium\.webp$/, '.cover.webp');

interface Settings {
  readonly title: string;
  readonly channel: string;
  readonly chosen: readonly number[];
  readonly slides: number;
}

export const carousel = declareBlock<Settings, 'carousel'>({
  code: 'carousel',
  label: '图片轮播',
  note: '一组带标题的大图，可以暂停、前后翻；访问者要求减少动画时不自动播放',
  icon: 'picture',
  most: 3,
  fields: [
    { ...titleField, help: '只读给读屏软件听，页面上不显示' },
    {
      ...channelField,
      isRequired: false,
      help: '取这个栏目里有封面图的最新文章；也可以只用下面指定的文章',
    },
    { key: 'chosen', label: '指定文章', kind: 'articles', maximum: 8, help: '排在最前；没有封面图的不显示' },
    { key: 'slides', label: '图片张数', kind: 'number', minimum: 1, maximum: 8, default: 5 },
  ],
  prepare: ({ title, channel: path, chosen, slides: count }, desk) => {
    const channel = desk.channel(path);
    const articles = desk.articlesOf(channel, chosen, count * 4);
    return () => {
      const slides = articles()
        .filter(({ coverUrl }) => coverUrl !== null)
        .slice(0, count)
        .map((slide) => ({ ...slide, coverUrl: slide.coverUrl && coverOf(slide.coverUrl) }));
      return slides.length > 0
        ? { title: title || '图片新闻', moreUrl: desk.moreUrl(channel), slides }
        : null;
    };
  },
});
