import { countField, titleField } from '../block-field';
import { declareBlock } from '../block-type';

interface Settings {
  readonly title: string;
  readonly days: '7' | '30' | '90';
  readonly articles: number;
}

export const hot = declareBlock<Settings, 'hot'>({
  code: 'hot',
  label: '热点文章',
  note: '一段时间里读得最多的文章；还没有访问统计时不显示',
  icon: 'chart',
  most: 1,
  fields: [
    titleField,
    {
      key: 'days',
      label: '统计时段',
      kind: 'choice',
      default: '30',
      options: [
        { value: '7', label: '最近 7 天' },
        { value: '30', label: '最近 30 天' },
        { value: '90', label: '最近 90 天' },
      ],
    },
    countField(8),
  ],
  prepare: ({ title, days, articles: count }, desk) => {
    const hottest = desk.hottest(Number(days), count);
    return () =>
      hottest().length > 0
        ? { title: title || '热点文章', moreUrl: null, days: Number(days), articles: hottest() }
        : null;
  },
});
