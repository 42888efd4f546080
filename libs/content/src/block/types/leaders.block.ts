import { channelField, countField, titleField } from '../block-field';
import { declareBlock } from '../block-type';

interface Settings {
  readonly title: string;
  readonly channel: string;
  readonly articles: number;
}

export const leaders = declareBlock<Settings, 'leaders'>({
  code: 'leaders',
  label: '领导之窗',
  note: '领导的照片、姓名和职务，通向各自的页面',
  icon: 'people',
  most: 2,
  fields: [titleField, { ...channelField, help: '发布“领导信息”的栏目，顺序与栏目一致' }, countField(8, 24)],
  prepare: ({ title, channel: path, articles: count }, desk) => {
    const channel = desk.channel(path);
    const newest = desk.newest(channel, Math.min(40, count * 2));
    return () => {
      const people = newest()
        .filter(({ style }) => style === 'person')
        .slice(0, count);
      return people.length > 0
        ? { title: title || '领导之窗', moreUrl: desk.moreUrl(channel), leaders: people }
        : null;
    };
  },
});
