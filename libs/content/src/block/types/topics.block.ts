import { isShown } from '../../channel/channel-tree';
import { channelLink } from '../../page/page-parts';
import { channelField, titleField } from '../block-field';
import { declareBlock } from '../block-type';

interface Settings {
  readonly title: string;
  readonly channel: string;
  readonly topics: number;
}

export const topics = declareBlock<Settings, 'topics'>({
  code: 'topics',
  label: '专题专栏',
  note: '专题的题图；不选栏目时显示进行中的专题，选了栏目显示它的下级栏目',
  icon: 'book',
  most: 4,
  fields: [
    titleField,
    { ...channelField, isRequired: false, help: '不选：进行中的专题；选：这个栏目的下级栏目' },
    { key: 'topics', label: '显示个数', kind: 'number', minimum: 1, maximum: 12, default: 4 },
  ],
  prepare: ({ title: given, channel: path, topics: count }, desk) => {
    const title = given || '专题专栏';
    if (path === '') {
      const running = desk.topics(count);
      return () =>
        running().length > 0
          ? {
              title,
              moreUrl: desk.addresses.at('/zt/'),
              topics: running().map(({ name, url, bannerUrl }) => ({
                label: name,
                url,
                imageUrl: bannerUrl,
              })),
            }
          : null;
    }
    const channel = desk.channel(path);
    const below = (channel?.children ?? []).filter(isShown).slice(0, count);
    const covers = below.map((child) => desk.newest(child, 1));
    const own = desk.newest(below.length === 0 ? channel : null, count);
    return () => {
      const shown =
        below.length > 0
          ? below.map((child, at) => ({
              ...channelLink(child, desk.addresses),
              imageUrl: covers[at]?.()[0]?.coverUrl ?? null,
            }))
          : own().map((article) => ({ label: article.title, url: article.url, imageUrl: article.coverUrl }));
      return shown.length > 0 ? { title, moreUrl: desk.moreUrl(channel), topics: shown } : null;
    };
  },
});
