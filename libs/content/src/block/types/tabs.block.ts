import { countField, titleField, type TabValue } from '../block-field';
import { declareBlock } from '../block-type';

interface Settings {
  readonly title: string;
  readonly tabs: readonly TabValue[];
  readonly articles: number;
}

export const tabs = declareBlock<Settings, 'tabs'>({
  code: 'tabs',
  label: '选项卡列表',
  note: '几个栏目共用一块地方，点标签切换；没有脚本时依次排开',
  icon: 'documents',
  fields: [
    { ...titleField, help: '只读给读屏软件听，页面上显示各标签' },
    {
      key: 'tabs',
      label: '标签',
      kind: 'tabs',
      maximum: 6,
      isRequired: true,
      help: '标签文字不填时用栏目名称',
    },
    countField(8),
  ],
  prepare: ({ title, tabs: wanted, articles: count }, desk) => {
    const parts = wanted.flatMap((tab) => {
      const channel = desk.channel(tab.channel);
      return channel ? [{ tab, channel, articles: desk.newest(channel, count) }] : [];
    });
    return () => {
      const filled = parts
        .map(({ tab, channel, articles }) => ({
          title: tab.title || channel.name,
          moreUrl: desk.moreUrl(channel) ?? '',
          articles: articles(),
        }))
        .filter(({ articles }) => articles.length > 0);
      return filled.length > 0 ? { title: title || '栏目列表', moreUrl: null, tabs: filled } : null;
    };
  },
});
