import { channelField, countField, titleField } from '../block-field';
import { declareBlock } from '../block-type';

interface Settings {
  readonly title: string;
  readonly note: string;
  readonly channel: string;
  readonly chosen: readonly number[];
  readonly style: 'list' | 'pictures' | 'headline';
  readonly articles: number;
}

export const list = declareBlock<Settings, 'list'>({
  code: 'list',
  label: '文章列表',
  note: '一个栏目的最新文章，可以再指定几篇排在最前；有标题列表、图片卡片、首条带图三种样子',
  icon: 'list',
  most: 16,
  fields: [
    titleField,
    { key: 'note', label: '导语', kind: 'longText', maximum: 300, help: '标题下的一段说明，可以不填' },
    { ...channelField, isRequired: false },
    { key: 'chosen', label: '指定文章', kind: 'articles', maximum: 20, help: '排在栏目文章之前' },
    {
      key: 'style',
      label: '样式',
      kind: 'choice',
      default: 'list',
      options: [
        { value: 'list', label: '标题列表' },
        { value: 'pictures', label: '图片卡片' },
        { value: 'headline', label: '首条带图' },
      ],
    },
    countField(6),
  ],
  prepare: ({ title, note, channel: path, chosen, style, articles: count }, desk) => {
    const channel = desk.channel(path);
    const articles = desk.articlesOf(channel, chosen, count);
    return () =>
      articles().length > 0
        ? {
            title: title || (channel?.name ?? ''),
            moreUrl: desk.moreUrl(channel),
            note: note.split(/\n+/).filter((line) => line.trim() !== ''),
            style,
            articles: articles(),
          }
        : null;
  },
});
